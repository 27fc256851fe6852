import { isShortFor } from './first-names.ts';
import { isParticle, keysOf, type NameToken } from './name-tokens.ts';

type Words = readonly NameToken[];

/** Family names that stand first although the name has only two words: Chinese and Korean ones. */
const FIRST_FAMILY_NAMES = new Set(
  'Ban Kim Moon Park Lee Xi Li Wang Zhang Hu Wen Jiang Zhu Deng Mao Zhou Qin Han'.split(' '),
);
/** What follows a surname and is none: `Robert Downey Jr.` */
const GENERATIONS = new Set(['Jr', 'Sr', 'II', 'III', 'IV']);

/** `O'Neal` and `D'Souza` are two words and one name; `O. Henry` has a dot more. */
const isPrefix = ({ key, end }: NameToken, next: NameToken | undefined): boolean =>
  /^[OD]$/.test(key) && next?.joined === true && next.start === end + 1;

/** The words of a name that count: neither `al` nor `Jr.` nor the `O` of `O'Neal` */
export const namesIn = (words: Words): string[] =>
  words
    .filter((word, i) => !isPrefix(word, words[i + 1]))
    .map(({ key }) => key)
    .filter((key) => !isParticle(key) && !GENERATIONS.has(key));

/**
 * What a person of this full name is called without first names, as keys: `Lavrov`; `al Moallem` and
 * `Moallem`; `Ban` for Ban Ki-moon.
 */
export function surnamesOf(words: Words): string[] {
  const name = words.filter(({ key }) => !GENERATIONS.has(key));
  const [first] = name;
  if (!first || name.length < 2) return [];
  if (FIRST_FAMILY_NAMES.has(first.key) && name.length <= 3) return [first.key];
  const beforeLast = name.at(-2)!;
  const hasParticle = name.length > 2 && (isParticle(beforeLast.key) || isPrefix(beforeLast, name.at(-1)));
  return [keysOf(name.slice(-1)), ...(hasParticle ? [keysOf(name.slice(-2))] : [])];
}

/**
 * Two spellings of one word: `Sergey` and `Sergei`, `Moallem` and `Moualem`. The consonants agree;
 * which vowels stand between them and which letters are doubled is a matter of transcription. The
 * last vowel isn't: `Daniel` and `Daniela` are two people.
 */
export function isVariant(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 5 || Math.abs(one.length - other.length) > 2) return false;
  return skeleton(one) === skeleton(other);
}

/** What all spellings of a word share. */
export const skeleton = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('y', 'i')
    .replace(/(?<!^)[aeiou]+(?!$)/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/[aeiou]+$/, (vowels) => vowels.at(-1)!);

/** Full names of one person: the same surname, and first names that are the same or initials of each other. */
export function isSamePerson(one: Words, other: Words): boolean {
  const [shorter, longer] = [namesIn(one), namesIn(other)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  if (shorter.length < 2) return false;
  const [first, last] = [shorter[0]!, shorter.at(-1)!];
  if (!isVariant(last, longer.at(-1)!) || !isSameFirstName(first, longer[0]!)) return false;
  return shorter.slice(1, -1).every((middle) => longer.some((word) => isSameFirstName(middle, word)));
}

const isSameFirstName = (one: string, other: string): boolean =>
  isVariant(one, other) ||
  isShortFor(one, other) ||
  ((one.length === 1 || other.length === 1) && one[0] === other[0]);
