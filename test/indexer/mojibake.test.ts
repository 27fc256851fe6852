import { expect, test } from 'vitest';
import { repairMojibake } from '../../indexer/mojibake.ts';

test.each([
  ['Â£500', '£500'],
  ['itâ€™s', 'it’s'],
  ['one â€“ two', 'one – two'],
  ['one â€ “ two', 'one – two'],
  ['cafÃ©', 'café'],
  ['ðŸ˜€', '😀'],
])('%s is %s', (garbled, meant) => {
  const { text, notes } = repairMojibake(garbled);
  expect(text).toBe(meant);
  expect(notes).toEqual([expect.stringMatching(/^1 garbled character repaired: /)]);
});
test.each(['café £5 – it’s 20 °C', '“SÃ” he wrote', 'Â is a letter', 'naïve râle'])('%s stays', (text) => {
  expect(repairMojibake(text)).toEqual({ text, notes: [] });
});
