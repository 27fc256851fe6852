import { LABEL_COUNT, mayFollow } from './labels.ts';

/** Scores of one label after another: row `before` (the last row: the start of a sentence), column `label`. */
export type Transitions = Float32Array;
export const START = LABEL_COUNT;
export const TRANSITION_COUNT = (LABEL_COUNT + 1) * LABEL_COUNT;

/** A name goes on only after its own beginning. */
const FORBIDDEN: readonly boolean[] = Array.from(
  { length: TRANSITION_COUNT },
  (_, i) => !mayFollow(Math.floor(i / LABEL_COUNT), i % LABEL_COUNT),
);

/** The best sequence of labels for a sentence, and by how much the best one beats the best with another label there. */
export interface Decoding {
  labels: Uint8Array;
  margins: Float32Array;
}

/** Viterbi in both directions; `scores` has `LABEL_COUNT` numbers for each word. */
export function decode(scores: Float32Array, transitions: Transitions): Decoding {
  const length = scores.length / LABEL_COUNT;
  const { best: ahead, from } = forward(scores, transitions, length);
  const labels = traceBack(ahead, from, length);
  const behind = backward(scores, transitions, length);
  const margins = new Float32Array(length);
  for (let i = 0; i < length; i++) margins[i] = marginAt(ahead, behind, i * LABEL_COUNT, labels[i]!);
  return { labels, margins };
}

/** Only the labels, which is all that training needs. */
export function decodeLabels(scores: Float32Array, transitions: Transitions): Uint8Array {
  const length = scores.length / LABEL_COUNT;
  const { best, from } = forward(scores, transitions, length);
  return traceBack(best, from, length);
}

function forward(scores: Float32Array, transitions: Transitions, length: number) {
  const best = new Float32Array(scores.length).fill(-Infinity);
  const from = new Uint8Array(scores.length);
  for (let i = 0; i < length; i++) {
    for (let label = 0; label < LABEL_COUNT; label++) {
      const at = i * LABEL_COUNT + label;
      for (let before = i ? 0 : START; before < (i ? LABEL_COUNT : START + 1); before++) {
        const step = before * LABEL_COUNT + label;
        if (FORBIDDEN[step]) continue;
        const score = (i ? best[at - label - LABEL_COUNT + before]! : 0) + transitions[step]! + scores[at]!;
        if (score <= best[at]!) continue;
        best[at] = score;
        from[at] = before;
      }
    }
  }
  return { best, from };
}

function traceBack(best: Float32Array, from: Uint8Array, length: number): Uint8Array {
  const labels = new Uint8Array(length);
  let label = 0;
  for (let other = 1; other < LABEL_COUNT; other++) {
    const last = (length - 1) * LABEL_COUNT;
    if (best[last + other]! > best[last + label]!) label = other;
  }
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = label;
    label = from[i * LABEL_COUNT + label]!;
  }
  return labels;
}

/** The best score of what follows each label. */
function backward(scores: Float32Array, transitions: Transitions, length: number): Float32Array {
  const best = new Float32Array(scores.length);
  for (let i = length - 2; i >= 0; i--) {
    for (let label = 0; label < LABEL_COUNT; label++) {
      let most = -Infinity;
      for (let next = 0; next < LABEL_COUNT; next++) {
        const step = label * LABEL_COUNT + next;
        if (FORBIDDEN[step]) continue;
        const at = (i + 1) * LABEL_COUNT + next;
        most = Math.max(most, best[at]! + transitions[step]! + scores[at]!);
      }
      best[i * LABEL_COUNT + label] = most;
    }
  }
  return best;
}

function marginAt(ahead: Float32Array, behind: Float32Array, at: number, label: number): number {
  let other = -Infinity;
  for (let l = 0; l < LABEL_COUNT; l++)
    if (l !== label) other = Math.max(other, ahead[at + l]! + behind[at + l]!);
  return ahead[at + label]! + behind[at + label]! - other;
}
