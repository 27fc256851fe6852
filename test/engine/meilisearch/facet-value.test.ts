import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode } from '../../../src/engine/meilisearch/facet-value.ts';

test('a value comes back as it was, and holds nothing that the server folds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (value) => {
      expect(decode(encode(value))).toBe(value);
      expect(encode(value)).toMatch(/^[a-z0-9%;]*$/);
    }),
  );
  expect(encode('John Kerry')).toBe('%4a;ohn%20;%4b;erry');
});

test('values too long for the server stay apart, and are found by what is shown of them', () => {
  const long = 'Ж'.repeat(300);
  expect(encode(`${long}a`)).not.toBe(encode(`${long}b`));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 200, maxLength: 600 }), (value) => {
      expect(Buffer.byteLength(encode(value))).toBeLessThanOrEqual(468);
      expect(encode(decode(encode(value)))).toBe(encode(value));
    }),
  );
});
