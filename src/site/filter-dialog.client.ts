/** On a narrow screen "Filters" opens them in a dialog; they are the same elements, moved there and back. */
export function startFilterDialog(): void {
  const dialog = document.querySelector<HTMLDialogElement>('.filter-dialog');
  const place = dialog?.querySelector('.place');
  if (!dialog || !place) return;

  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (target.closest('.open-filters')) {
      event.preventDefault();
      open(dialog, place);
    } else if (target.closest('.filter-dialog button.show, .filter-dialog button.close')) dialog.close();
  });
  dialog.addEventListener('close', () => {
    document.querySelector('.search')?.append(document.getElementById('facets')!);
    document.querySelector<HTMLElement>('.open-filters')?.focus({ preventScroll: true });
  });
  // A phone that is turned may be wide enough to show them beside the results.
  matchMedia('(width >= 52rem)').addEventListener('change', ({ matches }) => matches && dialog.close());
}

function open(dialog: HTMLDialogElement, place: Element): void {
  place.append(document.getElementById('facets')!);
  const total = document.getElementById('results')?.dataset['total'] ?? '';
  dialog.querySelector('.show')!.textContent = `Show ${total}`;
  dialog.showModal();
}
