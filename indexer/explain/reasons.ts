import { FACETS } from '../../src/facets.ts';
import type { Evidence, UpdateRecord } from '../../src/record.ts';

/** One value of one facet of an update, and every piece of text that it comes from. */
export interface Reason {
  facet: Evidence['facet'];
  value: string;
  /** What a person reads: `“Kerry” in text, surname`. */
  because: string[];
}

/** The values of an update in the order in which pages list facets, each with its reasons. */
export function reasonsOf({ evidence = [] }: UpdateRecord): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { facet, value, ...entry } of evidence) {
    const key = `${facet} ${value}`;
    const reason = reasons.get(key) ?? { facet, value, because: [] };
    const because = reasonOf(entry);
    if (!reason.because.includes(because)) reason.because.push(because);
    reasons.set(key, reason);
  }
  const rank = ({ facet }: Reason) => Object.keys(LABELS).indexOf(facet);
  return [...reasons.values()].sort((a, b) => rank(a) - rank(b));
}

const reasonOf = ({ surface, field, by, score }: Omit<Evidence, 'facet' | 'value'>) =>
  `“${surface}” in ${field}, ${by}${score === undefined ? '' : ` ${score.toFixed(2)}`}`;

const MOST_LETTERS = 80;

const shortened = (passage: string) =>
  passage.length > MOST_LETTERS ? `${passage.slice(0, MOST_LETTERS - 1)}…` : passage;

/** The quoted passages of an update, long ones by their beginning, and who says them. */
export const quotesOf = ({ text, quotes = [] }: UpdateRecord): { passage: string; by: string }[] =>
  quotes.map(({ start, end, speaker = 'nobody sure' }) => ({
    passage: shortened(text.slice(start, end)),
    by: speaker,
  }));

const labelOf = (field: string) => Object.values(FACETS).find((facet) => facet.field === field)!.label;

/** What each kind of evidence is called, in the order of the facets. */
export const LABELS = {
  persons: labelOf('persons'),
  organizations: labelOf('organizations'),
  speakers: labelOf('speakers'),
  places: labelOf('places'),
  countries: labelOf('countries'),
  credits: labelOf('credits'),
  mentionedDays: labelOf('mentionedDays'),
} satisfies Record<Evidence['facet'], string>;
