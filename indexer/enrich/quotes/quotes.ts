import type { Evidence, Quote } from '../../../src/record.ts';
import { isNews } from '../credits.ts';
import { nameOf, type Field } from '../mention.ts';
import { findBlocks } from './blocks.ts';
import { castOf } from './cast.ts';
import { agreementIn, type Genders } from './genders.ts';
import { findPassages } from './passages.ts';
import { piecesOf } from './pieces.ts';
import { sentencesOf } from './sentences.ts';
import { attribute, type Attribution } from './speakers.ts';
import type { Speaker } from './voice.ts';

export interface Quotes {
  /** In order, never overlapping. */
  quotes: Quote[];
  /** For the facet `speakers`: every name that makes a speaker, once. */
  evidence: Evidence[];
}

/**
 * The quoted passages in an update's text, and who says them where that is sure. Without `genders`, for a
 * text that isn't English, no passage has a speaker: the rules that find them are English.
 */
export function findQuotes(fields: readonly Field[], genders: Genders | undefined): Quotes {
  const body = fields.find(({ field }) => field === 'text');
  return body ? findIn(body, genders) : { quotes: [], evidence: [] };
}

function findIn(field: Field, genders: Genders | undefined): Quotes {
  const passages = findPassages(field.text);
  if (!genders) return { quotes: passages.map(({ start, end }) => ({ start, end })), evidence: [] };
  const sentences = sentencesOf(piecesOf(field, passages));
  const { found: inMarks, voices } = attribute(sentences, castOf(sentences, agreementIn(genders)));
  const found = [...inMarks, ...findBlocks(sentences, voices)]
    .map((attribution) => withoutReporter(field, attribution))
    .sort((a, b) => a.start - b.start);
  return {
    quotes: found.map(({ start, end, speaker }) => ({
      start,
      end,
      ...(speaker && { speaker: nameOf(speaker.mention.means) }),
    })),
    evidence: evidenceOf(field, found),
  };
}

/** `Reuters reported, quoting a rebel`: the words are somebody else's. */
const QUOTING = /^[^.\n“"]{0,40}\b(?:quot|cit)ing\b/u;

const withoutReporter = ({ text }: Field, { speaker, ...words }: Attribution): Attribution =>
  speaker && !(isNews(speaker.mention) && QUOTING.test(text.slice(speaker.end, speaker.end + 60)))
    ? { ...words, speaker }
    : { ...words, by: '' };

function evidenceOf(field: Field, found: readonly Attribution[]): Evidence[] {
  const byStart = new Map<number, Evidence>();
  for (const { speaker, by } of found)
    if (speaker && !byStart.has(speaker.start))
      byStart.set(speaker.start, speakerEvidence(field, speaker, by));
  return [...byStart.values()];
}

function speakerEvidence({ field, text }: Field, speaker: Speaker, by: string): Evidence {
  const { mention, start, end } = speaker;
  const { means, score } = mention;
  return {
    facet: 'speakers',
    value: nameOf(speaker.mention.means),
    ...('entity' in means && { id: means.entity.id }),
    surface: text.slice(start, end),
    field,
    start,
    end,
    by,
    ...(score !== undefined && { score }),
  };
}
