import { beginningsOf, likelyPlaces, type Span } from './likely-places.ts';
import { tokensFrom, type Token } from './words.ts';
import type { Term, Wording } from './wording.ts';

/** Where a term stands, with its number among the terms. */
export type Found = Span & { term: number };

/** Where the wanted terms stand in a text, in order, without overlaps; also those that a title could have supplied. */
export function findTerms(text: string, wording: Wording): Found[] {
  const { wanted, longest, beginnings } = soughtBy(wording);
  const found: Found[] = [];
  for (const { start, end } of likelyPlaces(text, beginnings)) {
    const from = Math.max(start, found.at(-1)?.end ?? 0);
    const tokens = tokensFrom(text, from, end, longest - 1);
    findAmong(tokens, end, wanted, wording.open, found);
  }
  return found;
}

interface Sought {
  wanted: Term[];
  /** Words in the longest term. */
  longest: number;
  beginnings: readonly string[];
}

const sought = new WeakMap<Wording, Sought>();

/** What to look for; worked out once for all titles and paragraphs of a page. */
function soughtBy(wording: Wording): Sought {
  const known = sought.get(wording);
  if (known) return known;
  const { wanted: asked, titled = [], open } = wording;
  const wanted: Term[] = [...titled.map(({ word }) => [word]), ...asked];
  const longest = Math.max(0, ...wanted.map((term) => term.length));
  const made = { wanted, longest, beginnings: beginningsOf(wanted, open) };
  sought.set(wording, made);
  return made;
}

/** Adds the terms that begin with one of the tokens before `end`. */
function findAmong(
  tokens: readonly Token[],
  end: number,
  wanted: readonly Term[],
  open: boolean,
  found: Found[],
) {
  for (let at = 0; at < tokens.length && tokens[at]!.start < end; at++) {
    const term = longestTerm(wanted, (words, i) =>
      standsAt(tokens, at, words, open && i === wanted.length - 1),
    );
    if (term < 0) continue;
    const last = tokens[at + wanted[term]!.length - 1]!;
    found.push({ start: tokens[at]!.start, end: last.end, term });
    at += wanted[term]!.length - 1;
  }
}

/** Of the terms that stand here, the one with most words: `"new york"` before `new`; -1 where none does. */
function longestTerm(wanted: readonly Term[], stands: (term: Term, i: number) => boolean): number {
  const longer = (term: Term, than: number) => term.length > (wanted[than]?.length ?? 0);
  return wanted.reduce((best, term, i) => (longer(term, best) && stands(term, i) ? i : best), -1);
}

function standsAt(tokens: readonly Token[], at: number, term: Term, open: boolean): boolean {
  return term.every((word, i) => {
    const token = tokens[at + i]?.word;
    return open && i === term.length - 1 ? token?.startsWith(word) : token === word;
  });
}
