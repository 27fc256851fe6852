import { performance } from 'node:perf_hooks';
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

const linesOf = (input: string) =>
  input
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { documentId: string; text: string });

/** Milliseconds per 1,000 words. */
export function compromiseSpeed(texts: readonly string[]): number {
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
  const start = performance.now();
  for (const text of texts) namesIn(text);
  return ((performance.now() - start) / words) * 1000;
}
