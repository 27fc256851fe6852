import { html } from 'hono/html';
import type { Segment } from '../query.ts';
import type { UpdateRecord } from '../record.ts';

/** An update without a title is named by its first words, cut after about this many characters. */
const FIRST_WORDS = 80;

const INTRODUCTION = 'Introduction';

/** The headline of an update, or its first words where it has none. */
export function headline({ title, kind, text, media = [] }: UpdateRecord): string {
  if (title !== undefined) return title;
  if (kind === 'intro') return INTRODUCTION;
  const start = text || media[0]?.text || 'Untitled update';
  const line = start.split('\n', 1)[0]!;
  if (line.length <= FIRST_WORDS) return line;
  return `${line.slice(0, line.lastIndexOf(' ', FIRST_WORDS) + 1 || FIRST_WORDS).trimEnd()} …`;
}

/** Text with the matching pieces marked. */
export const marked = (segments: Segment[]) =>
  segments.map(({ text, match }) => (match ? html`<mark>${text}</mark>` : text));

/** What kind of update it is, where it isn't an ordinary one and its headline doesn't say so itself. */
export const kindLabel = ({ kind, keyEvent, title }: UpdateRecord) => [
  keyEvent && html`<span class="kind">Key event</span> `,
  kind === 'summary' && !/^summary\b/i.test(title ?? '') && html`<span class="kind">Summary</span> `,
  kind === 'intro' && title !== undefined && html`<span class="kind">${INTRODUCTION}</span> `,
];

export const updatePath = ({ id }: UpdateRecord): string => `/updates/${encodeURIComponent(id)}`;

/** The live blog, at the update. */
export const documentPath = (documentId: string, id?: string): string =>
  `/documents/${encodeURIComponent(documentId)}${id === undefined ? '' : `#${encodeURIComponent(id)}`}`;

/** Attribute for text in another language than the page's. */
export const language = ({ language: tag }: Pick<UpdateRecord, 'language'>) =>
  tag !== 'en' && html`lang="${tag}" dir="auto"`;
