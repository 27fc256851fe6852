import { isNews } from '../credits.ts';
import { beforeQuote } from './cues.ts';
import type { Agreement } from './genders.ts';
import { resolve, type Attribution } from './speakers.ts';
import type { Sentence } from './sentences.ts';

/** Words by which somebody speaks of himself: what follows such a paragraph of a quote and has them belongs to it. */
const FIRST_PERSON = /^(?:i|we|my|our|me|us|i'm|i’m|i've|i’ve|we're|we’re|we've|we’ve)$/u;

/**
 * Paragraphs without quotation marks that are somebody's words because the one before ends with "Lavrov
 * said:". What an agency reports in its own words is no quote.
 */
export function findBlocks(sentences: readonly Sentence[], agrees: Agreement): Attribution[] {
  const found: Attribution[] = [];
  const lines = Map.groupBy(sentences, ({ line }) => line);
  for (const sentence of sentences) {
    const speaker = announced(sentence, agrees);
    if (!speaker) continue;
    for (let line = sentence.line + 1; isSpeech(lines.get(line), line > sentence.line + 1); line++) {
      const pieces = lines.get(line)!.flatMap((one) => one.pieces);
      found.push({ start: pieces[0]!.start, end: pieces.at(-1)!.end, speaker, by: 'block after colon' });
    }
  }
  return found;
}

function announced({ pieces }: Sentence, agrees: Agreement) {
  if (pieces.at(-1)?.text !== ':') return undefined;
  const cue = beforeQuote(pieces, pieces.length - 1);
  const speaker = cue && resolve(cue.who, undefined, agrees);
  return speaker && !isNews(speaker.mention) ? speaker : undefined;
}

function isSpeech(sentences: readonly Sentence[] | undefined, further: boolean): boolean {
  const pieces = sentences?.flatMap((one) => one.pieces) ?? [];
  if (pieces.length === 0 || pieces.some(({ kind }) => kind === 'quote') || pieces.at(-1)!.text === ':')
    return false;
  return !further || pieces.some(({ kind, text }) => kind === 'word' && FIRST_PERSON.test(text));
}
