import type { Field } from '../mention.ts';
import { casingOf, lineStyles } from './casing.ts';
import { decode } from './decode.ts';
import { featuresOf, FEATURES_PER_WORD } from './features.ts';
import { continues, LABEL_COUNT, toSpans } from './labels.ts';
import type { Lexicon } from './lexicon.ts';
import { scoresOf, type Model } from './model.ts';
import { secondLook } from './second-look.ts';
import { sentencesOf } from './sentences.ts';
import type { TaggedName } from './tagged-name.ts';

/** Names in the texts of one English document, a list for each text; mentions of the tables count as hints. */
export function tag(fields: readonly Field[], model: Model, lexicon: Lexicon): TaggedName[][] {
  return documentFeatures(fields, lexicon).map((features, f) => {
    const scores = scoresOf(features, FEATURES_PER_WORD, model);
    endNames(scores, fields[f]!);
    const tagged = sentencesOf(fields[f]!.tokens).flatMap((sentence) => tagSentence(scores, sentence, model));
    const missed = secondLook(fields[f]!, tagged, scores, model);
    return [...tagged, ...missed].sort((a, b) => a.from - b.from);
  });
}

/** The features of all texts of a document, which share its statistics. */
export function documentFeatures(fields: readonly Field[], lexicon: Lexicon): Uint32Array[] {
  const styles = fields.map(lineStyles);
  const casing = casingOf(fields, styles);
  const words = new Map();
  return fields.map((field, f) => featuresOf(field, { casing, styles: styles[f]!, lexicon, words }));
}

/** No name goes on after a comma or a bracket: only a space, a hyphen, an apostrophe or `&` may stand inside. */
function endNames(scores: Float32Array, { text, tokens }: Field): void {
  for (let i = 1; i < tokens.length; i++) {
    if (tokens[i]!.joined || text.slice(tokens[i - 1]!.end, tokens[i]!.start) === ' & ') continue;
    for (let label = 0; label < LABEL_COUNT; label++) {
      if (continues(label)) scores[i * LABEL_COUNT + label] = -Infinity;
    }
  }
}

function tagSentence(
  scores: Float32Array,
  { from, to }: { from: number; to: number },
  { transitions, marginScale }: Model,
): TaggedName[] {
  const { labels, margins } = decode(scores.subarray(from * LABEL_COUNT, to * LABEL_COUNT), transitions);
  return toSpans(labels).map((span) => {
    const margin = Math.min(...margins.subarray(span.from, span.to));
    const score = 1 / (1 + Math.exp(-margin / marginScale));
    const rounded = Math.round(score * 100) / 100;
    return { ...span, from: span.from + from, to: span.to + from, score: rounded, margin };
  });
}
