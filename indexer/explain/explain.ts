import type { UpdateRecord } from '../../src/record.ts';
import { explainAsHtml } from './explain-html.ts';
import { explainAsText } from './explain-text.ts';

export interface ExplainOptions {
  /** A page for a browser instead of text for a terminal. */
  html: boolean;
  colours: boolean;
}

/** Live blogs with every facet value marked in its text and the reasons for it. `records` are those of whole documents. */
export async function explain(
  records: readonly UpdateRecord[],
  { html, colours }: ExplainOptions,
): Promise<string> {
  if (!html) return records.map((record) => explainAsText(record, colours)).join('\n\n\n') + '\n';
  const titles = new Set(records.map(({ documentTitle, documentId }) => documentTitle ?? documentId));
  return explainAsHtml([...titles].join(', '), records);
}
