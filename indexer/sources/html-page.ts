import { DateTime } from 'luxon';
import { updateFields, type Media } from '../../src/record.ts';
import type { DocumentHints, Problem } from '../document.ts';
import { dayOfUrl } from '../split/page-day.ts';
import { documentId } from './document-id.ts';
import type { DomNode } from './dom.ts';
import { domText } from './html-text.ts';
import { nodesOfType } from './json-ld.ts';
import { repairMojibake } from '../mojibake.ts';
import { isPaged } from './page-block.ts';
import { readPage, type Page } from './page.ts';
import { NO_ID, notRead } from './present.ts';
import { onClockOf, sourceTime } from './source-time.ts';
import type { Input, Parsed, Source } from './source.ts';

const PAGE =
  /^\uFEFF?\s*(?:<!--[^]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|main|article|section|div|h1|p)\b/i;
const AROUND_THE_NEWS =
  'body > header, body > footer, [role="banner"], [role="contentinfo"], [role="navigation"]';

/** HTML without marks of its updates: read as text, which the plain-text dialects cut. */
export const htmlPage: Source = {
  name: 'html-page',
  recognizes: ({ path, text }) => /\.html?$/i.test(path) || PAGE.test(text),
  *parse(input) {
    yield toDocument(input);
  },
};

function toDocument(input: Input): Parsed {
  const page = readPage(input);
  const hints = { ...hintsOf(page, input.hints.timeZone), ...input.hints };
  const id = documentId(input.path, hints);
  if (!id) return { problems: [{ message: NO_ID }] };
  const { text } = domText(page.$, newsOf(page), hints.url, embedLines);
  const paged = isPaged(page, hints.url);
  const notes = [
    ...repairMojibake(input.text).notes,
    ...(paged ? [notRead('one page of several, the other pages')] : []),
  ];
  return {
    document: { id, path: input.path, hints, complete: !paged, content: { text } },
    problems: brokenMarks(input),
    notes,
  };
}

/** The page may have marked its updates, but in data that can't be read. */
const brokenMarks = (input: Input): Problem[] =>
  input.text.includes('LiveBlogPosting') ? nodesOfType(readPage(input).$, 'LiveBlogPosting').problems : [];

function hintsOf(
  { title, url, publisher, language, published }: Page,
  timeZone: string | undefined,
): DocumentHints {
  // The day in the address is the blog's own; that of publication may be a day off, on another clock.
  const day = url && dayOfUrl(url) ? undefined : dayOf(published(), timeZone);
  const tag = updateFields.shape.language.safeParse(language).data;
  return {
    ...(title && { title }),
    ...(url && { url }),
    ...(publisher && { publisher }),
    ...(tag && { language: tag }),
    ...(day && { published: day }),
  };
}

/** The day of a time that the page says, on the blog's clock where that is known. */
function dayOf(published: string | undefined, timeZone: string | undefined): string | undefined {
  const time = published === undefined ? undefined : sourceTime(published);
  if (!time) return undefined;
  if ('iso' in time) return onClockOf(time.iso, undefined, timeZone).slice(0, 10);
  if (!('shown' in time)) return undefined;
  const { year, month, day } = time.shown;
  return DateTime.utc(year, month, day).toISODate() ?? undefined;
}

/** The part of the page that holds the news: what it marks as such, else everything but its head and foot. */
function newsOf({ $ }: Page): DomNode[] {
  $(AROUND_THE_NEWS).remove();
  for (const selector of ['main', '[role="main"]', '[itemprop="articleBody"]', 'article']) {
    const found = $(selector).toArray();
    // Several articles are the updates of a blog, or teasers: then the page is taken whole.
    if (found.length === 1) return found;
  }
  return $.root().contents().toArray();
}

/** Embeds in the way that copied pages show them, for the dialects to find. */
function embedLines({ type, text, author, handle, date, credit }: Media): string[] {
  if (type !== 'post') return [credit ? `${text} Photograph: ${credit}` : text];
  const day = date && DateTime.fromISO(date).setLocale('en').toFormat('MMMM d, yyyy');
  return [...(author && handle ? [`${author} (@${handle})`] : []), text, ...(day ? [day] : [])];
}
