import type { Passage } from './passages.ts';
import { announcedBy, cueOf } from './cues.ts';
import type { Cast } from './cast.ts';
import { nameIn } from './subject.ts';
import type { Sentence } from './sentences.ts';
import { spokenSubject } from './subjects.ts';
import { resolve } from './resolve.ts';
import { voice, type Speaker, type Voice } from './voice.ts';
import { voiceWithoutQuote } from './voices.ts';

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
  cast: Cast,
): { found: Attribution[]; voices: (Voice | undefined)[] } {
  const found: Attribution[] = [];
  const voices: (Voice | undefined)[] = [];
  for (const sentence of sentences) {
    const heard = voices.at(-1);
    const last = heard && sentence.line - heard.line <= MOST_LINES ? heard : undefined;
    const own = attributionsIn(sentence, last, cast);
    found.push(...own);
    voices.push(voiceOf(sentence, own, last, cast));
  }
  return { found, voices };
}

function attributionsIn(sentence: Sentence, last: Voice | undefined, cast: Cast): Attribution[] {
  return sentence.pieces.flatMap((piece, at) => {
    if (!piece.passage) return [];
    const { start, end } = piece.passage;
    // The title of a work.
    if (piece.kind !== 'quote') return { start, end, by: '' };
    const cue = cueOf(sentence.pieces, at);
    if (cue) return { start, end, speaker: resolve(cue.who, last, cast), by: cue.by };
    const speaker = goesOn(sentence, at, last) ? last?.speaker : undefined;
    return { start, end, speaker, by: speaker ? 'same speaker' : '' };
  });
}

/** Does a quote that nobody is said to speak go on with the one before it? */
function goesOn({ pieces, line }: Sentence, at: number, last: Voice | undefined): boolean {
  if (at > 0 || !(last?.quoted || last?.reported) || last.line < line - 1) return false;
  if (last.quoted && last.line === line) return true;
  // On a line of its own, words without an end are a heading.
  const isHeading = last.line !== line && /[\p{L}\p{N}]/u.test(pieces.at(-1)!.text);
  return !isHeading && pieces.every(({ kind }) => kind === 'quote' || kind === 'mark');
}

/** `They called it "weak", though Kerry said it was not`: who is heard after the last quote. */
function heardLast({ pieces }: Sentence): Speaker | undefined {
  const after = pieces.slice(pieces.findLastIndex(({ kind }) => kind === 'quote') + 1);
  return nameIn(spokenSubject(after));
}

/** Who is heard or seen in a sentence; the one before if nobody is. */
function voiceOf(
  sentence: Sentence,
  own: readonly Attribution[],
  last: Voice | undefined,
  cast: Cast,
): Voice | undefined {
  const said = own.findLast(({ by }) => by !== '');
  if (said) return voice(said.speaker ?? heardLast(sentence), sentence, last, { quoted: true });
  const announced = announcedBy(sentence.pieces);
  if (announced) return voice(resolve(announced.who, last, cast), sentence, last, { quoted: true });
  return voiceWithoutQuote(sentence, last, cast);
}
