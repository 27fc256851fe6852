import { atom } from './atom.ts';
import { documentId } from './document-id.ts';
import type { FeedDocument, FeedItem } from './feed-item.ts';
import { jsonFeed } from './json-feed.ts';
import { notRead, present } from './present.ts';
import { rss } from './rss.ts';
import type { Input, Parsed, Source } from './source.ts';
import { isSamePage, webAddress } from './web-address.ts';
import { readXml } from './xml.ts';

/** RSS 2.0 (and its elders), Atom and JSON Feed. An item is an update, the feed is the document, and never the whole of it. */
export const feed: Source = {
  name: 'feed',
  recognizes: (input) => readFeed(input) !== undefined,
  *parse(input) {
    const found = readFeed(input);
    if (found) yield toDocument(input, found);
  },
};

function readFeed(input: Input): FeedDocument | undefined {
  const xml = readXml(input);
  return xml ? (rss(xml) ?? atom(xml)) : jsonFeed(input);
}

function toDocument(input: Input, { self, hints, items, problems }: FeedDocument): Parsed {
  const address = webAddress(self);
  return present(input, {
    // Several feeds of a site name the same home page, so the feed's own address is the better name.
    ownId: address && documentId(input.path, { url: address }),
    hints,
    complete: false,
    drafts: items.map((item) => toDraft(item, [input.hints.url, webAddress(hints.url)])),
    problems,
    notes: [notRead(`a feed of ${items.length} items: what has left it is`)],
  });
}

/** The whole body where the feed has it, else what it says in short; known by its address where it has no id and the address is its own. */
function toDraft({ content, summary, ...item }: FeedItem, pages: readonly (string | undefined)[]) {
  const isOwn = !pages.some((page) => isSamePage(item.url, page));
  return {
    ...item,
    ownId: item.ownId ?? (isOwn ? item.url : undefined),
    field: content || summary || undefined,
  };
}
