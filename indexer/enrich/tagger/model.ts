import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { TRANSITION_COUNT, type Transitions } from './decode.ts';
import { createFeatureIndex, type FeatureIndex } from './feature-index.ts';
import { LABEL_COUNT } from './labels.ts';

/** What the tagger has learned. */
export interface Model {
  index: FeatureIndex;
  /** `LABEL_COUNT` numbers for each feature of the index. */
  weights: Int8Array;
  transitions: Transitions;
  /** The margin at which a name is right in 73 of 100 cases (1 / (1 + 1/e)). */
  marginScale: number;
}

/** As learned, before rounding: `features` in rising order, weights in their order. */
export interface LearnedWeights {
  features: Uint32Array;
  weights: Float32Array;
  transitions: Transitions;
}

/** Scores of all labels for the words whose features these are, `perWord` each. */
export function scoresOf(features: Uint32Array, perWord: number, { index, weights }: Model): Float32Array {
  const scores = new Float32Array((features.length / perWord) * LABEL_COUNT);
  for (let i = 0; i < features.length; i++) {
    const row = index.find(features[i]!) * LABEL_COUNT;
    if (row < 0) continue;
    const word = Math.floor(i / perWord) * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label++) scores[word + label]! += weights[row + label]!;
  }
  return scores;
}

/** Rounds weights to 8 bits; transitions are scaled with them. */
export function quantize({ features, weights, transitions }: LearnedWeights, marginScale = 1): Model {
  const most = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0) || 1;
  const scale = 127 / most;
  const index = createFeatureIndex(features.length);
  for (const feature of features) index.add(feature);
  return {
    index,
    weights: Int8Array.from(weights, (weight) => Math.round(weight * scale)),
    transitions: transitions.map((weight) => Math.round(weight * scale)),
    marginScale,
  };
}

/**
 * A model as a file: little-endian, gzipped. Number of features, margin scale, transitions; the
 * features' numbers as differences in base 128; then the weights label by label, which packs best.
 */
export function packModel(features: Uint32Array, { weights, transitions, marginScale }: Model): Buffer {
  const head = Buffer.alloc(8 + 4 * TRANSITION_COUNT);
  head.writeUInt32LE(features.length, 0);
  head.writeFloatLE(marginScale, 4);
  transitions.forEach((weight, i) => head.writeFloatLE(weight, 8 + 4 * i));
  const steps: number[] = [];
  features.forEach((feature, i) => {
    let step = feature - (i ? features[i - 1]! : 0);
    for (; step > 127; step = Math.floor(step / 128)) steps.push((step % 128) + 128);
    steps.push(step);
  });
  const byLabel = new Int8Array(weights.length);
  weights.forEach((weight, i) => {
    byLabel[(i % LABEL_COUNT) * features.length + Math.floor(i / LABEL_COUNT)] = weight;
  });
  return gzipSync(Buffer.concat([head, Buffer.from(steps), Buffer.from(byLabel.buffer)]), { level: 9 });
}

/** Reads a model's file (15 ms). */
export function readModel(file: string): Model {
  const bytes = gunzipSync(readFileSync(file));
  const count = bytes.readUInt32LE(0);
  const transitions = Float32Array.from({ length: TRANSITION_COUNT }, (_, i) => bytes.readFloatLE(8 + 4 * i));
  const index = createFeatureIndex(count);
  let at = 8 + 4 * TRANSITION_COUNT;
  for (let i = 0, feature = 0; i < count; i++) {
    let unit = 1;
    for (; bytes[at]! > 127; unit *= 128) feature += (bytes[at++]! - 128) * unit;
    feature += bytes[at++]! * unit;
    index.add(feature);
  }
  const weights = new Int8Array(count * LABEL_COUNT);
  for (let i = 0; i < weights.length; i++) {
    weights[i] = bytes.readInt8(at + (i % LABEL_COUNT) * count + Math.floor(i / LABEL_COUNT));
  }
  return { index, weights, transitions, marginScale: bytes.readFloatLE(4) };
}
