import { isNews } from '../credits.ts';
import { announcedBy } from './cues.ts';
import type { Attribution } from './speakers.ts';
import type { Voice } from './voice.ts';
import type { Sentence } from './sentences.ts';

/** Words by which somebody speaks of himself: what follows such a paragraph of a quote and has them belongs to it. */
const FIRST_PERSON = /^(?:i|we|my|our|me|us|i'm|i’m|i've|i’ve|we're|we’re|we've|we’ve)$/u;

/**
 * Paragraphs without quotation marks that are somebody's words because the one before ends with "Lavrov
 * said:"; `voices` has who is heard up to the end of each sentence. What an agency reports in its own
 * words is no quote.
 */
export function findBlocks(
  sentences: readonly Sentence[],
  voices: readonly (Voice | undefined)[],
): Attribution[] {
  const found: Attribution[] = [];
  const lines = Map.groupBy(sentences, ({ line }) => line);
  sentences.forEach((sentence, i) => {
    const speaker = announcesWords(sentence) ? voices[i]?.speaker : undefined;
    if (!speaker || isNews(speaker.mention)) return;
    for (let line = sentence.line + 1; isSpeech(lines.get(line), line > sentence.line + 1); line++) {
      const pieces = lines.get(line)!.flatMap((one) => one.pieces);
      found.push({ start: pieces[0]!.start, end: pieces.at(-1)!.end, speaker, by: 'block after colon' });
    }
  });
  return found;
}

/** `Lavrov said:`, but not `Lavrov sits down:`. */
function announcesWords({ pieces }: Sentence): boolean {
  const cue = announcedBy(pieces);
  return cue !== undefined && cue.by !== 'lead';
}

function isSpeech(sentences: readonly Sentence[] | undefined, further: boolean): boolean {
  const pieces = sentences?.flatMap((one) => one.pieces) ?? [];
  if (pieces.length === 0 || pieces.some(({ kind }) => kind === 'quote') || pieces.at(-1)!.text === ':')
    return false;
  return !further || pieces.some(({ kind, text }) => kind === 'word' && FIRST_PERSON.test(text));
}
