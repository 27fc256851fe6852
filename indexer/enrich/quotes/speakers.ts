import type { Passage } from './passages.ts';
import { announcedBy, cueOf } from './cues.ts';
import type { Agreement } from './genders.ts';
import type { Sentence } from './sentences.ts';
import { resolve, voiceWithoutQuote, type Speaker, type Voice } from './voices.ts';

/** Whose words a stretch of text is, and the rule that says so. */
export interface Attribution extends Pick<Passage, 'start' | 'end'> {
  speaker?: Speaker | undefined;
  by: string;
}

/** A pronoun means nobody who was last heard so many lines before. */
const MOST_LINES = 2;

/**
 * Every quoted passage of the sentences, in order, with its speaker where that is sure; and for each
 * sentence who is heard last up to its end.
 */
export function attribute(
  sentences: readonly Sentence[],
  agrees: Agreement,
): { found: Attribution[]; voices: (Voice | undefined)[] } {
  const found: Attribution[] = [];
  const voices: (Voice | undefined)[] = [];
  for (const sentence of sentences) {
    const heard = voices.at(-1);
    const last = heard && sentence.line - heard.line <= MOST_LINES ? heard : undefined;
    const own = attributionsIn(sentence, last, agrees);
    found.push(...own);
    voices.push(voiceOf(sentence, own, last, agrees));
  }
  return { found, voices };
}

function attributionsIn(sentence: Sentence, last: Voice | undefined, agrees: Agreement): Attribution[] {
  return sentence.pieces.flatMap((piece, at) => {
    if (!piece.passage) return [];
    const { start, end } = piece.passage;
    const cue = cueOf(sentence.pieces, at);
    if (cue) return { start, end, speaker: resolve(cue.who, last, agrees), by: cue.by };
    const speaker = goesOn(sentence, at, last) ? last?.speaker : undefined;
    return { start, end, speaker, by: speaker ? 'same speaker' : '' };
  });
}

/** Does a quote that nobody is said to speak go on with the one before it? */
function goesOn({ pieces, line }: Sentence, at: number, last: Voice | undefined): boolean {
  if (at > 0 || !(last?.quoted || last?.reported) || last.line < line - 1) return false;
  if (last.quoted && last.line === line) return true;
  return pieces.every(({ kind }) => kind === 'quote' || kind === 'mark');
}

/** Who is heard or seen in a sentence; the one before if nobody is. */
function voiceOf(
  sentence: Sentence,
  own: readonly Attribution[],
  last: Voice | undefined,
  agrees: Agreement,
): Voice | undefined {
  const { line, pieces } = sentence;
  const said = own.findLast(({ by }) => by !== '');
  if (said) return { speaker: said.speaker, line, quoted: true };
  const announced = announcedBy(pieces);
  if (announced) return { speaker: resolve(announced.who, last, agrees), line, quoted: true };
  return voiceWithoutQuote(sentence, last, agrees);
}
