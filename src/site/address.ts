/** Every change but turning the page leads back to the first one. */
const PAGE = 'page';

/** The address of a search: every state of the page is one. */
export const href = (parameters: URLSearchParams): string => (parameters.size > 0 ? `/?${parameters}` : '/');

/** The same search with one more choice, from its first page. */
export function choosing(parameters: URLSearchParams, name: string, value: string): URLSearchParams {
  const changed = fromFirstPage(parameters);
  if (!changed.has(name, value)) changed.append(name, value);
  return changed;
}

/** The same search without a parameter, or without one of its values, from its first page. */
export function dropping(parameters: URLSearchParams, name: string, value?: string): URLSearchParams {
  const changed = fromFirstPage(parameters);

  if (value === undefined) changed.delete(name);
  else changed.delete(name, value);
  return changed;
}

/** The same search with another value of a parameter, from its first page. */
export function setting(parameters: URLSearchParams, name: string, value: string): URLSearchParams {
  const changed = fromFirstPage(parameters);
  changed.set(name, value);
  return changed;
}

/** Another page of the same search. */
export function turning(parameters: URLSearchParams, page: number): URLSearchParams {
  return page === 1 ? fromFirstPage(parameters) : setting(parameters, PAGE, String(page));
}

function fromFirstPage(parameters: URLSearchParams): URLSearchParams {
  const changed = new URLSearchParams(parameters);
  changed.delete(PAGE);
  return changed;
}
