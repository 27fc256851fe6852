/** How Windows-1252 shows the bytes 0x80 to 0x9f; the others show as the character of their number. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTES = new Map([...HIGH].map((character, i) => [character, 0x80 + i]));

const CONTINUED = `[${HIGH}\u00a0-\u00bf]`;
/** Quotes after a capital are more often quotes: `“SÃ”`. So two bytes are only believed without them. */
const CONTINUED_SIGN = '[\u00a0-\u00bf€ƒ„…†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]';
/**
 * Bytes of UTF-8 read as Windows-1252: `Â£`, `Ã©`, `â€™`, an emoji. Tokenizers put a blank into it.
 */
const GARBLED = new RegExp(
  `[ÂÃ]${CONTINUED_SIGN}|â ?€ ?${CONTINUED}|â${CONTINUED}{2}|ð${CONTINUED}{3}|ï»¿`,
  'gu',
);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads UTF-8 that was taken for Windows-1252 again, wherever that gives text. */
export function repairMojibake(text: string): { text: string; notes: string[] } {
  if (!/[ÂÃâðï]/u.test(text)) return { text, notes: [] };
  const seen = new Map<string, string>();
  let count = 0;
  const repaired = text.replace(GARBLED, (garbled) => {
    const meant = decode(garbled.replaceAll(' ', ''));
    if (meant === undefined) return garbled;
    count++;
    if (seen.size < 3) seen.set(garbled, meant);
    return meant;
  });
  if (count === 0) return { text, notes: [] };
  const examples = [...seen].map(([garbled, meant]) => `${garbled} for ${meant}`).join(', ');
  return {
    text: repaired,
    notes: [`${count} garbled ${count === 1 ? 'character' : 'characters'} repaired: ${examples}`],
  };
}

function decode(garbled: string): string | undefined {
  const bytes = [...garbled].map((character) => BYTES.get(character) ?? character.charCodeAt(0));
  try {
    return utf8.decode(Uint8Array.from(bytes)).replace('\ufeff', '');
  } catch {
    return undefined;
  }
}
