import type { Problem, SourceDocument } from '../document.ts';
import { readNdjsonLine, toBlock, type NdjsonLine, type NdjsonRead } from './ndjson-line.ts';
import type { LineInput, LineSource, Parsed, TextLine } from './source.ts';

/** Dateline's own NDJSON, the way in for any CMS: one update per line, the lines of a document together. */
export const datelineNdjson: LineSource = {
  name: 'dateline-ndjson',
  recognizes: (path, firstLine) =>
    /\.(ndjson|jsonl)$/i.test(path) || (/^\s*\{/.test(firstLine) && /"documentId"/.test(firstLine)),
  async *parse(input) {
    const done = new Set<string>();
    let group = emptyGroup(true);
    for await (const line of input.lines) {
      if (line.text.trim() === '') continue;
      const read = readNdjsonLine(line.text, line.number);
      if (read.documentId !== undefined && group.id !== undefined && read.documentId !== group.id) {
        yield toDocument(input, group, done);
        // A line that can't be read at all may have been the next document's.
        group = emptyGroup(!group.endsInDoubt);
      }
      add(group, read, line);
    }
    if (group.id === undefined && group.problems.length === 0)
      group.problems.push({ message: 'there is no update in it' });
    yield toDocument(input, group, done);
  },
};

/** The lines of one document, as far as they can be read. */
interface Group {
  id?: string;
  lines: NdjsonRead[];
  problems: Problem[];
  /** False where one of its updates may stand in a line that can't be read. */
  whole: boolean;
  endsInDoubt?: boolean;
  /** All its lines as they stand in the input. */
  written: TextLine[];
}

const emptyGroup = (whole: boolean): Group => ({ lines: [], problems: [], whole, written: [] });

function add(group: Group, line: NdjsonLine, written: TextLine): void {
  group.endsInDoubt = line.documentId === undefined;
  if (line.documentId !== undefined) group.id = line.documentId;
  if ('read' in line) group.lines.push(line.read);
  else group.problems.push(line.problem);
  group.written.push(written);
}

function toDocument(input: LineInput, group: Group, done: Set<string>): Parsed {
  const { lines, problems, written } = group;
  const excerpt = { text: written.map(({ text }) => text).join('\n'), firstLine: written[0]?.number ?? 1 };
  const [first] = lines;
  if (!first) return { problems, excerpt };
  const { documentId } = first.update;
  if (done.has(documentId)) {
    const message = `the lines of ${documentId} do not stand together; sort the file by documentId`;
    return { problems: [...problems, { line: first.line, message }], excerpt };
  }
  done.add(documentId);
  const notes = [...encodingNotes(written), ...markupNotes(lines)];
  return { document: documentOf(first, input, group), problems, notes, excerpt };
}

/** What the first line says of the document; the person who runs the indexer wins. */
function documentOf(
  { update: { documentId, documentTitle, publisher, language, complete = true } }: NdjsonRead,
  { path, hints }: LineInput,
  { lines, whole }: Group,
): SourceDocument {
  const known = {
    ...(documentTitle && { title: documentTitle }),
    ...(publisher && { publisher }),
    ...(language && { language }),
  };
  return {
    id: documentId,
    path,
    hints: { ...known, ...hints },
    complete: complete && whole,
    content: { blocks: lines.map((read) => toBlock(read, hints)) },
  };
}

function encodingNotes(lines: readonly TextLine[]): string[] {
  const [first, ...others] = lines.filter(({ encoding }) => encoding);
  if (!first) return [];
  const like = others.length > 0 ? `${others.length + 1} lines are no UTF-8, like` : 'no UTF-8:';
  return [`${like} line ${first.number}; read as ${first.encoding}`];
}

const MARKUP = /<(?:p|br|div|a|b|strong|em|i|ul|li|img|span|h[1-6])\b[^<]*>|&(?:amp|lt|gt|quot|nbsp|#\d+);/i;

/** The text of an update is plain; what looks like HTML is shown as it stands, which nobody will want. */
function markupNotes(lines: readonly NdjsonRead[]): string[] {
  const marked = lines.filter(({ update }) => MARKUP.test(`${update.title ?? ''} ${update.text ?? ''}`));
  if (marked.length === 0) return [];
  return [`${marked.length} with HTML in title or text, like line ${marked[0]!.line}: send plain text`];
}
