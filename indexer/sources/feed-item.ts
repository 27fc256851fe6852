import type { Problem } from '../document.ts';
import type { Draft, Presented } from './draft.ts';

/** An item of a feed: what makes the update, and its body twice, whole and in short. */
export interface FeedItem extends Omit<Draft, 'html' | 'field'> {
  content?: string | undefined;
  summary?: string | undefined;
}

export interface FeedDocument {
  /** The feed's own address. */
  self?: string | null | undefined;
  hints: Presented['hints'];
  items: FeedItem[];
  problems: Problem[];
}
