/** A web address, made absolute where the page's own is known; undefined for anything else (`mailto:`, `javascript:`, nonsense). */
export function webAddress(value: string | null | undefined, base?: string): string | undefined {
  if (!value?.trim()) return undefined;
  try {
    const url = new URL(value.trim(), base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The part after `#`, which names a block of a page; undefined where there is none. */
export function fragmentOf(address: string | undefined): string | undefined {
  const at = address?.indexOf('#') ?? -1;
  return at < 0 ? undefined : address!.slice(at + 1) || undefined;
}

/** Do two addresses lead to one page? Scheme, `www.`, a slash at the end and the query don't tell pages apart; a fragment names a part of one. */
export function isSamePage(address: string | null | undefined, page: string | undefined): boolean {
  const [one, other] = [address, page].map((value) => webAddress(value));
  if (!one || !other || fragmentOf(one)) return false;
  return hostAndPath(one) === hostAndPath(other);
}

function hostAndPath(address: string): string {
  const { host, pathname } = new URL(address);
  return host.replace(/^www\./, '') + pathname.replace(/\/+$/, '');
}
