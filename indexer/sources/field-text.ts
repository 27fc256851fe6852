import { tidy } from './dom.ts';
import { htmlText, type HtmlText } from './html-text.ts';

const MARKUP = /<\/?[a-z][^<>]*>/i;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i;

/** Some pages encode twice (`&amp;#39;`): what still looks like an entity once the markup is read is decoded once more. */
const decodeLeftOver = (text: string): string =>
  ENTITY.test(text)
    ? text
        .split('\n')
        .map((line) => (ENTITY.test(line) ? htmlText(line.replace(/</g, '&lt;')).text : line))
        .join('\n')
    : text;

/**
 * A text field of which nobody says whether it holds markup, entities or neither (JSON-LD, feeds).
 * Without markup its lines are paragraphs.
 */
export function fieldText(value: string, base?: string): HtmlText {
  if (!MARKUP.test(value) && !ENTITY.test(value)) return { text: toParagraphs(value), links: [], media: [] };
  const html = MARKUP.test(value) ? value : value.replace(/</g, '&lt;').replace(/\n+/g, '<p>');
  const read = htmlText(html, base);
  return {
    ...read,
    text: decodeLeftOver(read.text),
    links: read.links.map(({ url, text }) => ({ url, text: decodeLeftOver(text) })),
  };
}

/** Plain text whose lines are paragraphs. */
export const toParagraphs = (text: string): string =>
  text
    .split(/[\r\n\u2028\u2029]+/)
    .map(tidy)
    .filter(Boolean)
    .join('\n\n');

/** A headline, a name: one line, markup and entities read. Undefined where nothing is left. */
export function lineText(value: string | null | undefined): string | undefined {
  return value ? tidy(fieldText(value).text) || undefined : undefined;
}
