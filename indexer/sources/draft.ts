import type { Block, DocumentHints, Problem } from '../document.ts';

/** What a structured source says of one update, still in its own words: markup, entities, any form of time. */
export interface Draft {
  /** Where it stands in the source, for messages: `$.blocks.body[3]`. */
  place: string;
  /** What the source itself calls the update. */
  ownId?: string | undefined;
  title?: string | null | undefined;
  /** The body as HTML; or, for those that don't say what it is, as a field that may hold markup. */
  html?: string | undefined;
  field?: string | undefined;
  /** ISO 8601, RFC 822 or epoch. */
  publishedAt?: string | number | null | undefined;
  modifiedAt?: string | number | null | undefined;
  url?: string | undefined;
  authors?: readonly (string | null | undefined)[] | undefined;
  media?: readonly (Omit<Block['media'][number], 'date'> | undefined)[];
  links?: readonly { url: string | null | undefined; text: string | null | undefined }[];
  kind?: Block['kind'];
  keyEvent?: boolean | undefined;
  pinned?: boolean | undefined;
  language?: string | null | undefined;
}

/** A document as its source presents it. */
export interface Presented {
  /** What the document is called where there is neither a given id nor an address. */
  ownId?: string | undefined;
  hints: { [Hint in keyof DocumentHints]?: DocumentHints[Hint] | null | undefined };
  complete: boolean;
  drafts: Draft[];
  problems: Problem[];
  /** Why there is nothing in it, where that is known. */
  nothing?: string | undefined;
  notes?: string[];
}
