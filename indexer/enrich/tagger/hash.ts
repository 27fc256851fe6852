/** FNV-1a over UTF-16 units: the same number for the same text on every machine. */
export function hashText(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** So few bits keep a model small; of 80,000 features, one in 800 unknown ones is then mistaken for a known one. */
export const FEATURE_BITS = 26;

/** One number of `FEATURE_BITS` bits for a feature: what kind it is and up to three values. */
export function hashFeature(kind: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(kind + 1, 0x9e3779b1);
  hash = scramble(hash ^ a);
  hash = scramble(hash + Math.imul(b, 0x85ebca6b));
  hash = scramble(hash + Math.imul(c, 0xc2b2ae35));
  return hash >>> (32 - FEATURE_BITS);
}

/** The mixing step of MurmurHash3. */
function scramble(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
}
