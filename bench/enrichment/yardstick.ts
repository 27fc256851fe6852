import { performance } from 'node:perf_hooks';
import * as chrono from 'chrono-node';
import nlp from 'compromise';

interface View {
  json(options: object): { text: string }[];
}

/** Records with the names that `compromise` finds, as evidence, from Dateline's NDJSON. */
export function compromiseRecords(input: string): string {
  return linesOf(input)
    .map(({ documentId, text }) => JSON.stringify({ documentId, text, evidence: namesIn(text) }))
    .join('\n');
}

function namesIn(text: string) {
  const doc = nlp(text);
  const evidence = (facet: string, view: View) =>
    view
      .json({ offset: true })
      .map(({ text: surface }) => ({ facet, value: surface, surface, by: 'compromise' }));
  return [
    ...evidence('persons', doc.people()),
    ...evidence('organizations', doc.organizations()),
    ...evidence('places', doc.places()),
  ];
}

/** Records with the days that `chrono-node` is certain of, seen from the day of publication. */
export function chronoRecords(input: string): string {
  return linesOf(input)
    .map(({ documentId, text, publishedAt }) => {
      const found = chrono.parse(text, new Date(`${publishedAt.slice(0, 10)}T12:00:00`));
      return JSON.stringify({ documentId, text, mentionedDays: found.flatMap(daysIn) });
    })
    .join('\n');
}

const daysIn = ({ start, end }: chrono.ParsedResult): string[] =>
  [start, end].flatMap((part) =>
    part && (part.isCertain('day') || part.isCertain('weekday')) ? [isoDay(part.date())] : [],
  );

const isoDay = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

const linesOf = (input: string) =>
  input
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { documentId: string; text: string; publishedAt: string });

/** Milliseconds per 1,000 words. */
export function compromiseSpeed(texts: readonly string[]): number {
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
  const start = performance.now();
  for (const text of texts) namesIn(text);
  return ((performance.now() - start) / words) * 1000;
}
