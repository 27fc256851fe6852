import { tokenize } from '../../../src/engine/words.ts';

/** A word as names are compared: accents, dots and hyphens don't count, capitals do. */
export interface NameToken {
  key: string;
  start: number;
  end: number;
  capital: boolean;
  /** Nothing but a space, hyphen or apostrophe parts it from the word before. */
  joined: boolean;
  /** What parts it from the word before, as names that hold a sign are compared: a space where nothing but apostrophes, hyphens and spaces do; absent where no name goes on. */
  glue?: string;
  /** First word of a sentence or line, where every word is written with a capital. */
  opens: boolean;
}

/** Words inside names that are written large or small as house style has it. */
const PARTICLES = new Set([
  'al',
  'el',
  'an',
  'as',
  'ad',
  'ar',
  'ash',
  'bin',
  'bint',
  'ibn',
  'van',
  'von',
  'der',
  'den',
  'de',
  'la',
  'le',
  'du',
  'del',
  'di',
  'da',
  'dos',
  'the',
  'of',
  'and',
  'for',
]);

export const isParticle = (key: string): boolean => PARTICLES.has(key);

/** A word as a key: `Émile` is `Emile`, `U.S.` is `US`, `Al` is `al`. */
function keyOf(surface: string): string {
  const key = surface
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[.,]/g, '');
  return PARTICLES.has(key.toLowerCase()) ? key.toLowerCase() : key;
}

/** The words of a text as names are made of them, in order, with JavaScript string offsets. */
export function nameTokens(text: string): NameToken[] {
  let before = '';
  let last = 0;
  return tokenize(text).map(({ start, end }, i) => {
    const surface = text.slice(start, end);
    const gap = text.slice(last, start);
    const joined = i > 0 && (JOINING.test(gap) || (INITIAL.test(before) && AFTER_INITIAL.test(gap)));
    const glue = i > 0 ? glueOf(gap, joined) : undefined;
    [before, last] = [surface, end];
    return {
      key: keyOf(surface),
      start,
      end,
      capital: /^\p{Lu}/u.test(surface),
      joined,
      ...(glue !== undefined && { glue }),
      opens: !joined && (i === 0 || OPENING.test(gap.slice(-LONGEST_OPENING))),
    };
  });
}

const JOINING = /^[ \-‑'’ʼ]$/u;
/** The dot of an initial ends no sentence: `George W. Bush`. */
const INITIAL = /^\p{Lu}$/u;
const AFTER_INITIAL = /^\. ?$/u;
/** What opens a sentence stands right before its first word; a longer gap is only searched this far back. */
const LONGEST_OPENING = 20;
const OPENING = /[.!?:\n…•–—]["“”'‘’)]*\s*["“‘']*$|["“‘]$/u;

/** Longer than ` “` or ` & `, what stands between two words is no part of a name. */
const LONGEST_GAP = 3;

/** `&` in "Marks & Spencer", `,` in "Diana, Princess of Wales", a space in "Workers' Party". */
function glueOf(gap: string, joined: boolean): string | undefined {
  if (joined) return ' ';
  if (gap.length > LONGEST_GAP || gap.includes('\n')) return undefined;
  const sign = gap.replace(/[\s'’ʼ\-‑]/gu, '').replace(/[“”]/gu, '"');
  return sign === '' ? ' ' : sign;
}

/** Words as a name: two spellings that give the same are one name. */
export const keyOfTokens = (tokens: readonly NameToken[]): string =>
  tokens.map(({ glue, key }, i) => (i === 0 ? key : (glue ?? ' ') + key)).join('');

/** The same for a name as a table writes it; empty where it has no letter or digit. */
export const keyOfName = (name: string): string => keyOfTokens(nameTokens(name));

/** Words joined by spaces, whatever stands between them in the text. */
export const keysOf = (tokens: readonly NameToken[]): string => tokens.map(({ key }) => key).join(' ');
