import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packRising, unpackRising } from '../../../src/engine/embedded/rising-numbers.ts';

const rising = fc
  .uniqueArray(fc.oneof(fc.nat(300), fc.nat(0xffff_ffff)))
  .map((numbers) => Uint32Array.from(numbers).sort());

test('rising numbers come back as they were', () => {
  fc.assert(
    fc.property(rising, (numbers) => {
      expect(unpackRising(packRising(numbers))).toEqual(numbers);
    }),
  );
});

test('those close together take a byte each', () => {
  expect(packRising(Uint32Array.of(5, 6, 100, 227))).toHaveLength(4);
  expect(packRising(Uint32Array.of(5, 133))).toHaveLength(3);
});
