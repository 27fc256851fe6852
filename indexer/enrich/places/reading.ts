import type { Field, Mention } from '../mention.ts';
import type { NameToken } from '../names/name-tokens.ts';
import type { TaggedName } from '../tagger/tagged-name.ts';
import { datelinesOf, isInside, type Span } from './dateline.ts';

/** A text as it is read for places. */
export interface Reading {
  field: Field;
  /** Its words, those of a dateline as elsewhere: `BEIRUT` is `Beirut`. */
  tokens: readonly NameToken[];
  /** What tables and tagger say of a token. */
  covering: ReadonlyMap<number, Mention>;
  /** Where the tagger sees locations: first token to the token after the last. */
  locations: ReadonlyMap<number, number>;
  datelines: readonly Span[];
}

export function read(field: Field, locations: readonly TaggedName[]): Reading {
  const covering = new Map<number, Mention>();
  for (const mention of field.mentions)
    for (let at = mention.from; at < mention.to; at++) covering.set(at, mention);
  const datelines = datelinesOf(field);
  return {
    field,
    tokens:
      datelines.length === 0
        ? field.tokens
        : field.tokens.map((token) => (isInside(token, datelines) ? lowered(token) : token)),
    covering,
    locations: new Map(locations.map(({ from, to }) => [from, to])),
    datelines,
  };
}

const CAPITALS = /^\p{Lu}{3,}$/u;

const lowered = (token: NameToken): NameToken =>
  CAPITALS.test(token.key) ? { ...token, key: token.key[0]! + token.key.slice(1).toLowerCase() } : token;
