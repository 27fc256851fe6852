import { fieldsOf, type Field } from '../../indexer/enrich/mention.ts';
import type { LabelledDocument, LabelledText } from './corpus.ts';

/**
 * The same documents with made-up names: what the tagger learns from them is how a text treats a name
 * that neither it nor any table has seen. Words that the corpus also writes small stay ("University").
 */
export function disguise(documents: readonly LabelledDocument[]): LabelledDocument[] {
  const small = smallWords(documents);
  return documents.map((texts, d) => texts.map((text) => disguised(text, small, d)));
}

function smallWords(documents: readonly LabelledDocument[]): Set<string> {
  const small = new Set<string>();
  for (const { field } of documents.flat()) {
    for (const { start, end, capital } of field.tokens) if (!capital) small.add(field.text.slice(start, end));
  }
  return small;
}

function disguised(
  { field, sentences }: LabelledText,
  small: ReadonlySet<string>,
  shift: number,
): LabelledText {
  const parts = [...field.text];
  // Offsets are those of UTF-16 units; a text with wider characters is left as it is.
  if (parts.length !== field.text.length) return { field, sentences };
  for (const { from, to } of sentences.flatMap(({ names }) => names)) {
    for (const { start, end, capital } of field.tokens.slice(from, to)) {
      const word = field.text.slice(start, end);
      if (!capital || small.has(word.toLowerCase())) continue;
      parts.splice(start, end - start, ...invented(word, 1 + (shift % 4)));
    }
  }
  const [made] = fieldsOf({ text: parts.join(''), media: [] });
  const sameWords = made?.tokens.length === field.tokens.length;
  return sameWords ? { field: { ...(made as Field), field: field.field }, sentences } : { field, sentences };
}

const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghklmnprstvw';
/** The end of a name tells where it comes from (-ov, -ez, -ton) and stays. */
const ENDING = 3;

/** A word of the same length, sound and ending that is no name. */
function invented(word: string, shift: number): string[] {
  const ending = word.length > ENDING + 2 ? ENDING : 0;
  return [...word].map((letter, i) => {
    if (i >= word.length - ending) return letter;
    const small = letter.toLowerCase();
    const letters = [VOWELS, CONSONANTS].find((set) => set.includes(small));
    if (!letters) return letter;
    const other = letters[(letters.indexOf(small) + shift + (i % 2)) % letters.length]!;
    return letter === small ? other : other.toUpperCase();
  });
}
