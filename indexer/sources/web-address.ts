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
