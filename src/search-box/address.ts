import type { Option } from './state.ts';

/** Where a chosen suggestion leads, on the site that the form searches. */
export function addressOf({ kind, value }: Option, action: string): string {
  const address = new URL(action);
  address.search = '';
  address.hash = '';
  if (kind === 'update') address.pathname = `/updates/${encodeURIComponent(value)}`;
  else address.searchParams.set(kind, value);
  return address.href;
}

/** Where to ask for suggestions: the `api` attribute, else the site that the form searches. */
export const apiOf = (attribute: string | null, action: string): string =>
  attribute?.trim() || new URL(action).origin;
