import { tokenize } from '../../../src/engine/words.ts';

/** A word as names are compared: accents, dots and hyphens don't count, capitals do. */
export interface NameToken {
  key: string;
  start: number;
  end: number;
  capital: boolean;
  /** Nothing but a space, hyphen or apostrophe parts it from the word before. */
  joined: boolean;
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
    [before, last] = [surface, end];
    return {
      key: keyOf(surface),
      start,
      end,
      capital: /^\p{Lu}/u.test(surface),
      joined,
      opens: !joined && (i === 0 || OPENING.test(gap)),
    };
  });
}

const JOINING = /^[ \-‑'’ʼ]$/u;
/** The dot of an initial ends no sentence: `George W. Bush`. */
const INITIAL = /^\p{Lu}$/u;
const AFTER_INITIAL = /^\. ?$/u;
const OPENING = /[.!?:\n…•–—]["“”'‘’)]*\s*["“‘']*$|["“‘]$/u;

/** The keys of a name, as an index stores it. */
export const nameKeys = (name: string): string[] => nameTokens(name).map(({ key }) => key);

export const keysOf = (tokens: readonly NameToken[]): string => tokens.map(({ key }) => key).join(' ');
