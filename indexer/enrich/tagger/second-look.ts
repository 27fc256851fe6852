import type { Field } from '../mention.ts';
import { sourcesIn } from '../names/sources.ts';
import { LABEL_COUNT, NAME_TYPES, type NameSpan } from './labels.ts';
import type { Model } from './model.ts';
import type { TaggedName } from './tagged-name.ts';

/**
 * From these scores on words are a name where somebody speaks (tuned on news that no bench scores). A lone word
 * has to stand beside a quote as well.
 */
const LEAST_SCORE = 0.15;
const LEAST_SCORE_OF_LONE_WORD = 0.3;

/** Names that the tagger took for something else, where a text names who speaks: `"…," said Respawn`. */
export function secondLook(
  field: Field,
  tagged: readonly TaggedName[],
  scores: Float32Array,
  model: Model,
): TaggedName[] {
  const seen = new Uint8Array(field.tokens.length);
  for (const { from, to } of tagged) seen.fill(1, from, to);
  return sourcesIn(field).flatMap(({ from, to, quoted, isNews }) => {
    const isDoubted = isNews && tagged.some((name) => name.from === from && name.to === to);
    if (seen.subarray(from, to).includes(1) && !isDoubted) return [];
    const name = likeliest(scores, { from, to }, model);
    if (isNews) return [{ ...name, type: 'organization' }];
    const isSure =
      to - from > 1 ? name.score >= LEAST_SCORE : quoted && name.score >= LEAST_SCORE_OF_LONE_WORD;
    return isSure ? [name] : [];
  });
}

/** What words would be if they were the name of somebody, and how surely they are one. */
function likeliest(
  scores: Float32Array,
  { from, to }: Omit<NameSpan, 'type'>,
  { marginScale }: Model,
): TaggedName {
  const sumOf = (first: number, further: number) => {
    let sum = 0;
    for (let at = from; at < to; at++) sum += scores[at * LABEL_COUNT + (at === from ? first : further)]!;
    return sum;
  };
  const sums = (['person', 'organization'] as const).map((type) => {
    const begin = 1 + 2 * NAME_TYPES.indexOf(type);
    return { type, sum: sumOf(begin, begin + 1) };
  });
  const { type, sum } = sums.reduce((one, other) => (other.sum > one.sum ? other : one));
  const margin = (sum - sumOf(0, 0)) / (to - from);
  const score = Math.round(100 / (1 + Math.exp(-margin / marginScale))) / 100;
  return { from, to, type, margin, score, source: true };
}
