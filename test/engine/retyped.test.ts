import { expect, test } from 'vitest';
import { retyped } from '../../src/engine/retyped.ts';

const police = [{ typed: 'Polcie', found: ['police'] }];

test('the word is replaced wherever it stands, everything else stays as typed', () => {
  expect(retyped('Polcie  "at noon" -rain', police)).toBe('police  "at noon" -rain');
  expect(retyped('polcie, POLCIE', police)).toBe('police, police');
  expect(retyped('policies', police)).toBe('policies');
});
