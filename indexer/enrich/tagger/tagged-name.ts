import type { NameSpan } from './labels.ts';

/** A name as the tagger sees it; `score` says how surely, 0 to 1. */
export interface TaggedName extends NameSpan {
  score: number;
  /** By how much this reading beats the next best, in the model's own units. */
  margin: number;
  /** Seen only because somebody speaks there. */
  source?: boolean;
}

export const isLocation = ({ type }: TaggedName): boolean => type === 'location';
