import type { Field, Mention } from '../mention.ts';
import type { NameToken } from '../names/name-tokens.ts';
import type { TaggedName } from '../tagger/tag.ts';
import { datelineEnd } from './dateline.ts';

/** A text as it is read for places. */
export interface Reading {
  field: Field;
  /** Its words, those of a dateline as elsewhere: `BEIRUT` is `Beirut`. */
  tokens: readonly NameToken[];
  /** What tables and tagger say of a token. */
  covering: ReadonlyMap<number, Mention>;
  /** Where the tagger sees locations: first token to the token after the last. */
  locations: ReadonlyMap<number, number>;
  /** Offset at which the place of a dateline ends; 0 without one. */
  dateline: number;
}

export function read(field: Field, locations: readonly TaggedName[]): Reading {
  const covering = new Map<number, Mention>();
  for (const mention of field.mentions)
    for (let at = mention.from; at < mention.to; at++) covering.set(at, mention);
  const dateline = datelineEnd(field);
  return {
    field,
    tokens:
      dateline === 0
        ? field.tokens
        : field.tokens.map((token) => (token.end <= dateline ? lowered(token) : token)),
    covering,
    locations: new Map(locations.map(({ from, to }) => [from, to])),
    dateline,
  };
}

const CAPITALS = /^\p{Lu}{3,}$/u;

const lowered = (token: NameToken): NameToken =>
  CAPITALS.test(token.key) ? { ...token, key: token.key[0]! + token.key.slice(1).toLowerCase() } : token;
