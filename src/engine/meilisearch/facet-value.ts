import { createHash } from 'node:crypto';
import { remember } from '../remember.ts';

/** The server cuts longer values off, so that those which begin alike would be one (tried on 1.50). */
const LONGEST = 468;

/**
 * Meilisearch takes facet values that differ only in case, width or outer spaces for one. So they
 * are stored and asked in a form that has nothing to fold: lower-case letters and digits stay,
 * everything else is `%` and its code point in hexadecimal. `John Kerry` is `%4a;ohn%20;%4b;erry`.
 * A value that is too long for the server is cut and told apart by its hash; asking for what is then
 * shown finds it, too.
 */
export function encode(value: string): string {
  const whole = encodeAll(value);
  return whole.length <= LONGEST ? whole : encodeAll(shortened(value));
}

const encodeAll = (value: string) =>
  value.replace(/[^a-z0-9]/gu, (sign) => `%${sign.codePointAt(0)!.toString(16)};`);

/** No sign takes more than nine letters. */
const KEPT = 48;

const shortened = (value: string) =>
  `${[...value].slice(0, KEPT).join('')}… ${createHash('sha256').update(value).digest('hex').slice(0, 12)}`;

/** So many values are remembered; some 200 bytes each. */
const MOST_KEPT = 50_000;

/** The value as it was. */
export const decode = remember(
  (encoded) =>
    encoded.replace(/%([0-9a-f]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  MOST_KEPT,
);
