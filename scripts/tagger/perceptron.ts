import {
  decodeLabels,
  START,
  TRANSITION_COUNT,
  type Transitions,
} from '../../indexer/enrich/tagger/decode.ts';
import { createFeatureIndex, type FeatureIndex } from '../../indexer/enrich/tagger/feature-index.ts';
import { FEATURE_BITS } from '../../indexer/enrich/tagger/hash.ts';
import { FEATURES_PER_WORD } from '../../indexer/enrich/tagger/features.ts';
import { LABEL_COUNT } from '../../indexer/enrich/tagger/labels.ts';
import type { LearnedWeights } from '../../indexer/enrich/tagger/model.ts';

/** A sentence to learn from: its features, `FEATURES_PER_WORD` for each word, and the right labels. */
export interface Sentence {
  features: Uint32Array;
  labels: Uint8Array;
}

export interface TrainingOptions {
  epochs: number;
  /** A feature that is rarer isn't learned. */
  leastCount: number;
  /** How many features the model has at most: those with the greatest weights. */
  keep: number;
  seed: number;
}

/**
 * Averaged structured perceptron (Collins 2002): a sentence that is decoded wrongly moves the weights
 * towards the right labels; the average over all steps is the model. Learns twice, the second time
 * only with the features that had the greatest weights. The same input gives the same weights.
 */
export function learn(sentences: readonly Sentence[], options: TrainingOptions): LearnedWeights {
  const frequent = frequentFeatures(sentences, options.leastCount);
  const first = learnWith(sentences, indexOf(frequent), { ...options, epochs: options.epochs / 2 });
  const kept = strongest(frequent, first.weights, options.keep);
  return { features: kept, ...learnWith(sentences, indexOf(kept), options) };
}

function frequentFeatures(sentences: readonly Sentence[], leastCount: number): Uint32Array {
  const counts = new Uint8Array(2 ** FEATURE_BITS);
  for (const { features } of sentences) {
    for (const feature of features) counts[feature] = Math.min(counts[feature]! + 1, 255);
  }
  const frequent: number[] = [];
  for (let feature = 0; feature < counts.length; feature++) {
    if (counts[feature]! >= leastCount) frequent.push(feature);
  }
  return Uint32Array.from(frequent);
}

function indexOf(features: Uint32Array): FeatureIndex {
  const index = createFeatureIndex(features.length);
  for (const feature of features) index.add(feature);
  return index;
}

function strongest(features: Uint32Array, weights: Float32Array, keep: number): Uint32Array {
  const strength = (row: number) => {
    let sum = 0;
    for (let i = row * LABEL_COUNT; i < (row + 1) * LABEL_COUNT; i++) sum += Math.abs(weights[i]!);
    return sum;
  };
  const strengths = Float32Array.from(features, (_, row) => strength(row));
  const rows = Array.from(features, (_, row) => row).filter((row) => strengths[row]! > 0);
  rows.sort((a, b) => strengths[b]! - strengths[a]! || a - b);
  return Uint32Array.from(rows.slice(0, keep), (row) => features[row]!).sort();
}

function learnWith(sentences: readonly Sentence[], index: FeatureIndex, { epochs, seed }: TrainingOptions) {
  const examples = sentences.map(({ features, labels }) => ({
    rows: Int32Array.from(features, (feature) => index.find(feature) * LABEL_COUNT),
    labels,
  }));
  const weights = averaged(index.size() * LABEL_COUNT);
  const transitions = averaged(TRANSITION_COUNT);
  const random = randomNumbers(seed);
  let step = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(examples, random);
    for (const { rows, labels } of examples) {
      const guess = decodeLabels(scoresOf(rows, weights.now), transitions.now);
      update(rows, labels, guess, weights, transitions, step++);
    }
  }
  return { weights: weights.average(step), transitions: transitions.average(step) };
}

function scoresOf(rows: Int32Array, weights: Float32Array): Float32Array {
  const scores = new Float32Array((rows.length / FEATURES_PER_WORD) * LABEL_COUNT);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row < 0) continue;
    const word = Math.floor(i / FEATURES_PER_WORD) * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label++) scores[word + label]! += weights[row + label]!;
  }
  return scores;
}

function update(
  rows: Int32Array,
  labels: Uint8Array,
  guess: Uint8Array,
  weights: Averaged,
  transitions: Averaged,
  step: number,
): void {
  for (let i = 0; i < labels.length; i++) {
    const [right, wrong] = [labels[i]!, guess[i]!];
    const [rightBefore, wrongBefore] = i ? [labels[i - 1]!, guess[i - 1]!] : [START, START];
    if (right !== wrong || rightBefore !== wrongBefore) {
      transitions.add(rightBefore * LABEL_COUNT + right, 1, step);
      transitions.add(wrongBefore * LABEL_COUNT + wrong, -1, step);
    }
    if (right === wrong) continue;
    for (let f = i * FEATURES_PER_WORD; f < (i + 1) * FEATURES_PER_WORD; f++) {
      const row = rows[f]!;
      if (row < 0) continue;
      weights.add(row + right, 1, step);
      weights.add(row + wrong, -1, step);
    }
  }
}

interface Averaged {
  now: Transitions;
  add: (at: number, change: number, step: number) => void;
  average: (steps: number) => Float32Array;
}

/** Weights whose average over all steps costs only what their changes cost. */
function averaged(length: number): Averaged {
  const now = new Float32Array(length);
  const changes = new Float64Array(length);
  return {
    now,
    add: (at, change, step) => {
      now[at]! += change;
      changes[at]! += change * step;
    },
    average: (steps) => now.map((weight, i) => weight - changes[i]! / steps),
  };
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [items[i], items[other]] = [items[other]!, items[i]!];
  }
}

/** Mulberry32: the same numbers from 0 to below 1 for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
