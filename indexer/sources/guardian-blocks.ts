import { z } from 'zod';
import type { Problem } from '../document.ts';
import type { Draft, Presented } from './draft.ts';
import { guardianElement, bodyOfElements } from './guardian-elements.ts';
import { notRead, present } from './present.ts';
import { fit, fitAll, flag, member, readJson, text } from './shape.ts';
import type { Input, Source } from './source.ts';

/** The newspaper's own clock, also in its offices abroad. */
const TIME_ZONE = 'Europe/London';

const moment = z.union([z.string(), z.number()]).nullish();

/** A block as the Content API or dotcom-rendering writes it. */
const guardianBlock = z.object({
  id: z.string().min(1),
  title: text,
  bodyHtml: text,
  elements: z.array(guardianElement).nullish(),
  attributes: z.object({ keyEvent: flag, pinned: flag, summary: flag, title: text }).nullish(),
  contributors: z.array(z.union([z.string(), z.object({ name: text, webTitle: text })])).nullish(),
  published: flag,
  blockFirstPublished: moment,
  blockCreatedOn: moment,
  blockLastUpdated: moment,
  firstPublishedDate: moment,
  publishedDate: moment,
  createdDate: moment,
  lastModifiedDate: moment,
});
type GuardianBlock = z.infer<typeof guardianBlock>;

const contentApiItem = z.object({
  id: text,
  webTitle: text,
  webUrl: text,
  fields: z.object({ headline: text, lang: text }).nullish(),
  blocks: z.object({ totalBodyBlocks: z.number().nullish(), body: z.array(z.unknown()) }),
});

const dotcomArticle = z.object({
  pageId: text,
  headline: text,
  webTitle: text,
  webURL: text,
  canonicalUrl: text,
  lang: text,
  blocks: z.array(z.unknown()),
  pinnedPost: z.unknown().optional(),
  pagination: z.object({ currentPage: z.number(), totalPages: z.number() }).nullish(),
});

/** The Guardian's blocks: an item of its Content API, or the article that its pages are rendered from. */
export const guardianBlocks: Source = {
  name: 'guardian-blocks',
  recognizes: (input) => findItem(input) !== undefined,
  *parse(input) {
    const found = findItem(input);
    if (found)
      yield found.place === '$' && isArticle(found.item) ? ofArticle(input, found) : ofItem(input, found);
  },
};

interface Found {
  item: unknown;
  place: string;
}

const isArticle = (value: unknown): boolean =>
  Array.isArray(member(value, 'blocks')) &&
  (member(value, 'pageId') !== undefined ||
    (member(value, 'blocks') as unknown[]).some((block) => Array.isArray(member(block, 'elements'))));

const isItem = (value: unknown): boolean => Array.isArray(member(value, 'blocks', 'body'));

function findItem(input: Input): Found | undefined {
  const json = readJson(input);
  if ('error' in json) return undefined;
  const inResponse = member(json.value, 'response', 'content');
  if (isItem(inResponse)) return { item: inResponse, place: '$.response.content' };
  const inContent = member(json.value, 'content');
  if (isItem(inContent)) return { item: inContent, place: '$.content' };
  return isItem(json.value) || isArticle(json.value) ? { item: json.value, place: '$' } : undefined;
}

function ofItem(input: Input, { item, place }: Found) {
  const shape = fit(contentApiItem, item, place);
  if (shape.problem) return { problems: [shape.problem] };
  const { id, webTitle, webUrl, fields, blocks } = shape.value;
  const page = webUrl ?? (id && `https://www.theguardian.com/${id}`);
  const read = toDrafts(blocks.body, `${place}.blocks.body`, page);
  const total = blocks.totalBodyBlocks ?? 0;
  const missing = total > blocks.body.length;
  return present(input, {
    hints: hintsOf(fields?.headline ?? webTitle, page, fields?.lang),
    complete: !missing,
    ...read,
    notes: missing ? [notRead(`${blocks.body.length} of ${total} blocks, the others`)] : [],
  });
}

function ofArticle(input: Input, { item, place }: Found) {
  const shape = fit(dotcomArticle, item, place);
  if (shape.problem) return { problems: [shape.problem] };
  const { pageId, headline, webTitle, webURL, canonicalUrl, lang, blocks, pinnedPost, pagination } =
    shape.value;
  const page = webURL ?? canonicalUrl ?? (pageId && `https://www.theguardian.com/${pageId}`);
  const read = toDrafts(blocks, `${place}.blocks`, page);
  const pinned = toDrafts(pinnedPost ? [pinnedPost] : [], `${place}.pinnedPost`, page);
  const paged = pagination && pagination.totalPages > 1;
  return present(input, {
    hints: hintsOf(headline ?? webTitle, page, lang),
    complete: !paged,
    drafts: [...read.drafts, ...pinned.drafts.map((draft) => ({ ...draft, pinned: true }))],
    problems: [...read.problems, ...pinned.problems],
    notes: paged
      ? [notRead(`page ${pagination.currentPage} of ${pagination.totalPages}, the other pages`)]
      : [],
  });
}

const hintsOf = (
  title: Presented['hints']['title'],
  url: Presented['hints']['url'],
  language: Presented['hints']['language'],
) => ({
  title,
  url,
  language: language || 'en',
  publisher: 'The Guardian',
  timeZone: TIME_ZONE,
});

function toDrafts(
  blocks: readonly unknown[],
  place: string,
  page: string | null | undefined,
): { drafts: Draft[]; problems: Problem[] } {
  const { entries, problems } = fitAll(guardianBlock, blocks, place);
  const drafts = entries
    .filter(({ value }) => value.published !== false)
    .map(({ value, place: at }) => toDraft(value, at, page));
  return { drafts, problems };
}

function toDraft(block: GuardianBlock, place: string, page: string | null | undefined): Draft {
  const { id, attributes, contributors } = block;
  const ofElements = bodyOfElements(block.elements ?? []);
  return {
    place,
    ownId: id,
    title: block.title ?? attributes?.title,
    // The Content API gives a block's whole body; dotcom-rendering only its elements.
    html: block.bodyHtml || ofElements.html,
    media: ofElements.media,
    links: ofElements.links,
    publishedAt:
      block.blockFirstPublished ??
      block.firstPublishedDate ??
      block.publishedDate ??
      block.blockCreatedOn ??
      block.createdDate,
    modifiedAt: block.blockLastUpdated ?? block.lastModifiedDate,
    authors: (contributors ?? []).map((person) =>
      typeof person === 'string' ? person : (person.name ?? person.webTitle),
    ),
    ...(page && { url: `${page}#block-${id}` }),
    kind: attributes?.summary ? 'summary' : 'update',
    keyEvent: attributes?.keyEvent ?? undefined,
    pinned: attributes?.pinned ?? undefined,
  };
}
