/**
 * Meilisearch takes facet values that differ only in case, width or outer spaces for one. So they
 * are stored and asked in a form that has nothing to fold: lower-case letters and digits stay,
 * everything else is `%` and its code point in hexadecimal. `John Kerry` is `%4a;ohn%20;%4b;erry`.
 */
export const encode = (value: string) =>
  value.replace(/[^a-z0-9]/gu, (sign) => `%${sign.codePointAt(0)!.toString(16)};`);

/** The value as it was. */
export const decode = (encoded: string) =>
  encoded.replace(/%([0-9a-f]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
