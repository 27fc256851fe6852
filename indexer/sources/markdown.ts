import { htmlText } from './html-text.ts';
import { documentId } from './document-id.ts';
import { NO_ID } from './present.ts';
import type { Source } from './source.ts';

/** Markdown without its marks: one paragraph per line, for the plain-text dialects. Its first heading is the title. */
export const markdown: Source = {
  name: 'markdown',
  recognizes: ({ path, text }) =>
    /\.(?:md|markdown)$/i.test(path) || (!/\.txt$/i.test(path) && BEGINNING.test(text)),
  *parse({ path, text, hints }) {
    const read = stripMarkdown(text);
    const known = { ...(read.title && { title: read.title }), ...hints };
    const id = documentId(path, known);
    if (id)
      yield {
        document: { id, path, hints: known, complete: true, content: { text: read.text } },
        problems: [],
      };
    else yield { problems: [{ message: NO_ID }] };
  },
};

/** A heading or front matter; where the name of a file doesn't say what it is, its first line does. */
const BEGINNING = /^\uFEFF?\s*(?:#{1,6} +\S|---\r?\n\w+:)/;
const FRONT_MATTER = /^\uFEFF?---\r?\n(?<fields>[^]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
/** What begins a paragraph of its own, without a blank line before it: a list item, a quotation, a heading, a table row. */
const STARTS = /^\s*(?:[-*+]\s|\d{1,3}[.)]\s|>|#{1,6}\s|\|)/;
const RULE = /^\s*(?:[-*_]\s*){3,}$|^\s*(?:=+|-{2,})\s*$|^\s*(?:```|~~~)/;

/** The text of a Markdown document: marks gone, wrapped lines joined. */
export function stripMarkdown(source: string): { title?: string; text: string } {
  const matter = FRONT_MATTER.exec(source);
  const named = /^title:\s*["']?(?<title>.+?)["']?\s*$/m.exec(matter?.groups?.['fields'] ?? '')?.groups?.[
    'title'
  ];
  const lines = source
    .slice(matter?.[0].length ?? 0)
    .replace(/<!--[^]*?-->/g, '')
    .split(/\r?\n/);
  const heading = lines.findIndex((line) => /^#\s/.test(line));
  const first =
    heading >= 0 && lines.slice(0, heading).every((line) => line.trim() === '')
      ? inline(lines[heading]!)
      : undefined;
  const title = named ?? first;
  const paragraphs = toParagraphs(first === undefined ? lines : lines.slice(heading + 1));
  return { ...(title && { title }), text: paragraphs.join('\n\n') };
}

function toParagraphs(lines: readonly string[]): string[] {
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines) {
    const text = RULE.test(line) ? '' : inline(line);
    if (open && text && !STARTS.test(line)) paragraphs.push(`${paragraphs.pop()} ${text}`);
    else if (text) paragraphs.push(text);
    // A heading ends with its line, and two spaces or a backslash at the end break one.
    open = text !== '' && !/^\s*#{1,6}\s/.test(line) && !/(?: {2}|\\)$/.test(line);
  }
  return paragraphs;
}

/** Escaped marks are set aside while the others are read, in a range that no text uses. */
const ASIDE = 0xe000;
const ESCAPED = /\\([\\`*_{}[\]()#+.!<>|~-])/g;
const SET_ASIDE = /[\ue000-\ue07f]/g;

/** A line without marks: lists, headings, quotations, emphasis, links (their words stay), code, entities. */
function inline(line: string): string {
  const bare = line
    .replace(ESCAPED, (_, mark: string) => String.fromCharCode(ASIDE + mark.charCodeAt(0)))
    .replace(/^(?:\s*>)+\s?/, '')
    .replace(/^\s*(?:[-*+]|\d{1,3}[.)])\s+(?=\S)/, (mark) => (/\d/.test(mark) ? mark.trimStart() : ''))
    .replace(/^\s*#{1,6}\s+(.*?)\s*#*\s*$/, '$1')
    .replace(/!\[([^\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\[([^\]]+)\](?:\([^()]*(?:\([^()]*\))?[^()]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<(https?:[^<>\s]+)>/g, '$1')
    .replace(/(\*\*\*|\*\*|__|~~|\*|`)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\$/, '');
  return htmlText(bare.replace(/<(?!\/?[a-z])/gi, '&lt;'))
    .text.replace(/\n+/g, ' ')
    .replace(SET_ASIDE, (mark) => String.fromCharCode(mark.charCodeAt(0) - ASIDE));
}
