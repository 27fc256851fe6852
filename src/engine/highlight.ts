import type { Hit, Segment } from '../query.ts';
import type { UpdateRecord } from '../record.ts';
import { findTerms } from './find-terms.ts';
import type { Span } from './likely-places.ts';
import type { Wording } from './wording.ts';

/** Text beyond this many characters of a paragraph is not shown in a snippet. */
const SNIPPET_LENGTH = 320;

/** Characters of a text that are looked through for the best paragraph: twenty times those of a long update. */
const MOST_SCANNED = 20_000;

/** Shows where a record answers: its title and its best paragraph, cut into segments. */
export function highlight(record: UpdateRecord, wording: Wording): Pick<Hit, 'highlight' | 'snippet'> {
  const snippet = bestParagraph(record.text, wording);
  return {
    highlight: record.title ? { title: segments(record.title, findTerms(record.title, wording)) } : {},
    ...(snippet && { snippet }),
  };
}

/** The paragraph in which most of the terms stand, the first among equals. */
function bestParagraph(text: string, wording: Wording): Hit['snippet'] {
  if (text === '') return undefined;
  const paragraphs = text.slice(0, MOST_SCANNED).split('\n\n');
  const spans = paragraphs.map((paragraph) => findTerms(paragraph, wording));
  const terms = spans.map((found) => new Set(found.map((span) => span.term)).size);
  const best = terms.indexOf(Math.max(...terms));
  const { start, end } = window(paragraphs[best]!, spans[best]![0]?.start ?? 0);
  const inside = spans[best]!.filter((span) => span.start >= start && span.end <= end);
  const shown = segments(paragraphs[best]!.slice(start, end), inside, start);
  if (start > 0) shown.unshift({ text: '… ', match: false });
  if (end < paragraphs[best]!.length) shown.push({ text: ' …', match: false });
  return { paragraph: best + 1, segments: shown };
}

/** A stretch of at most SNIPPET_LENGTH that begins shortly before the first match, cut between words where it can. */
function window(paragraph: string, firstMatch: number): Span {
  if (paragraph.length <= SNIPPET_LENGTH) return { start: 0, end: paragraph.length };
  const wish = Math.max(0, Math.min(firstMatch - SNIPPET_LENGTH / 4, paragraph.length - SNIPPET_LENGTH));
  const space = paragraph.indexOf(' ', wish) + 1;
  const start = wish === 0 ? 0 : wholeCharacter(paragraph, space > 0 && space <= firstMatch ? space : wish);
  if (start + SNIPPET_LENGTH >= paragraph.length) return { start, end: paragraph.length };
  const end = paragraph.lastIndexOf(' ', start + SNIPPET_LENGTH);
  return { start, end: end > firstMatch ? end : wholeCharacter(paragraph, start + SNIPPET_LENGTH) };
}

/** Never between the two halves of a character outside Unicode's first plane. */
const wholeCharacter = (text: string, at: number): number =>
  /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) ? at + 1 : at;

function segments(text: string, spans: Span[], base = 0): Segment[] {
  const cut: Segment[] = [];
  let done = 0;
  for (const span of spans) {
    if (span.start - base > done) cut.push({ text: text.slice(done, span.start - base), match: false });
    cut.push({ text: text.slice(span.start - base, span.end - base), match: true });
    done = span.end - base;
  }
  if (done < text.length) cut.push({ text: text.slice(done), match: false });
  return cut;
}
