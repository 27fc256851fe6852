import { z } from 'zod';
import type { FeedDocument, FeedItem } from './feed-item.ts';
import { fit, fitAll, member, readJson, text } from './shape.ts';
import type { Input } from './source.ts';

const author = z.object({ name: text }).nullish();

const feedShape = z.object({
  title: text,
  home_page_url: text,
  feed_url: text,
  language: text,
  items: z.array(z.unknown()),
});

const feedItem = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  authors: z.array(author).nullish(),
  author,
  language: text,
});

/** JSON Feed 1.0 and 1.1; undefined for JSON that is none. */
export function jsonFeed(input: Input): FeedDocument | undefined {
  const json = readJson(input);
  if ('error' in json || !/^https?:\/\/(www\.)?jsonfeed\.org\//.test(String(member(json.value, 'version'))))
    return undefined;
  const shape = fit(feedShape, json.value, '$');
  if (shape.problem) return { hints: {}, items: [], problems: [shape.problem] };
  const { title, home_page_url: url, feed_url: self, language, items } = shape.value;
  const { entries, problems } = fitAll(feedItem, items, '$.items');
  return {
    self,
    hints: { title, url, language },
    items: entries.map(({ value, place }) => toItem(value, place)),
    problems,
  };
}

function toItem(item: z.infer<typeof feedItem>, place: string): FeedItem {
  const { id, date_published: publishedAt, date_modified: modifiedAt } = item;
  return {
    place,
    ownId: id === null || id === undefined ? undefined : String(id),
    title: item.title,
    content: item.content_html ?? item.content_text ?? undefined,
    summary: item.summary ?? undefined,
    url: item.url ?? undefined,
    authors: (item.authors ?? [item.author]).map((person) => person?.name),
    publishedAt: publishedAt ?? modifiedAt,
    modifiedAt: publishedAt && modifiedAt !== publishedAt ? modifiedAt : undefined,
    language: item.language,
  };
}
