/** The parts of the page that a search changes; the field that somebody types into isn't one. */
const REGIONS = ['results', 'facets'];

/** Puts the results and filters of a fetched page in place of the present ones; focus and open details stay. */
export function swap(page: Document): void {
  const focused = document.activeElement?.id;
  const inside = REGIONS.some((id) => document.getElementById(id)?.contains(document.activeElement));
  const open = [...document.querySelectorAll('details[open][id]')].map(({ id }) => id);
  for (const id of REGIONS) replace(id, page);
  document.title = page.title;
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  // What had the focus may be gone (a filter that was taken away): then the results have it.
  if (inside)
    (document.getElementById(focused ?? '') ?? document.getElementById('results'))?.focus({
      preventScroll: true,
    });
  announceTotal(page);
}

function replace(id: string, page: Document): void {
  const here = document.getElementById(id);
  const there = page.getElementById(id);
  if (!here || !there) return;
  here.replaceChildren(...there.childNodes);
  if (there.dataset['total']) here.dataset['total'] = there.dataset['total'];
}

/** Says how many updates there are, to screen readers and on the button of the filter dialog. */
function announceTotal(page: Document): void {
  const total = page.getElementById('results')?.dataset['total'] ?? '';
  for (const place of document.querySelectorAll('[data-shows="total"]')) {
    place.textContent = place.hasAttribute('data-button') ? `Show ${total}` : total;
  }
}
