import { swap } from './swap.client.ts';

/** Milliseconds of silence after which typing counts as a search. */
const PAUSE = 120;

type Entry = 'push' | 'replace' | 'none';

/**
 * Makes the search page instant: it fetches the page that the form or a link leads to and swaps the
 * results in. A choice adds an entry to the history, and so does what is typed in one go, so that
 * Back returns to what was there before.
 */
export function startLiveSearch(form: HTMLFormElement): void {
  const field = form.elements.namedItem('q') as HTMLInputElement;
  const trouble = document.querySelector<HTMLElement>('.trouble-note');
  let running = new AbortController();
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** What is being typed has its entry in the history, which further typing replaces. */
  let typing = false;

  async function show(url: string, entry: Entry): Promise<void> {
    clearTimeout(pause);
    running.abort();
    const { signal } = (running = new AbortController());
    if (entry === 'push' && url !== here()) history.pushState(null, '', url);
    if (entry === 'replace') history.replaceState(null, '', url);
    busy(true);
    try {
      const response = await fetch(url, { signal, headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      if (signal.aborted) return;
      swap(page);
      if (trouble) trouble.hidden = true;
    } catch {
      if (!signal.aborted && trouble) trouble.hidden = false;
    } finally {
      if (!signal.aborted) busy(false);
    }
  }

  function showTyped(): void {
    void show(addressOf(form), typing ? 'replace' : 'push');
    typing = true;
  }

  function showLinked(url: URL): void {
    typing = false;
    field.value = url.searchParams.get('q') ?? '';
    void show(url.pathname + url.search, 'push');
  }

  form.addEventListener('input', (event) => {
    if (event.target !== field) return;
    clearTimeout(pause);
    pause = setTimeout(showTyped, PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    showTyped();
    typing = false;
  });
  field.addEventListener('blur', () => (typing = false));
  // Checkboxes and dates belong to the form, but stand outside of it.
  document.addEventListener('change', (event) => {
    const control = event.target as HTMLInputElement;
    if (control.form !== form || control === field) return;
    typing = false;
    void show(addressOf(form), 'push');
  });
  document.addEventListener('click', (event) => {
    const url = searchLinkOf(event);
    if (!url) return;
    event.preventDefault();
    showLinked(url);
    if (url.searchParams.has('page')) scrollTo({ top: 0 });
  });
  addEventListener('popstate', () => {
    typing = false;
    field.value = new URLSearchParams(location.search).get('q') ?? '';
    void show(here(), 'none');
  });
}

const here = () => location.pathname + location.search;

function busy(is: boolean): void {
  document.getElementById('results')?.setAttribute('aria-busy', String(is));
}

/** The address that the form would lead to, without its empty fields. */
function addressOf(form: HTMLFormElement): string {
  const filled = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
  return filled.length > 0 ? `/?${new URLSearchParams(filled)}` : '/';
}

/** Where a plain click on a link to another state of the search leads. */
function searchLinkOf(event: MouseEvent): URL | undefined {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  )
    return;
  // A link may be a bar of the drawing, whose `href` is no string.
  const address = (event.target as Element).closest('main a[href]')?.getAttribute('href');
  if (address === undefined || address === null || address.startsWith('#')) return;
  const url = new URL(address, location.href);
  return url.origin === location.origin && url.pathname === '/' ? url : undefined;
}
