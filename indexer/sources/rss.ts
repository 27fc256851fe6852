import type { FeedDocument, FeedItem } from './feed-item.ts';
import { mediaOfItem } from './feed-media.ts';
import { childrenNamed, childText, innerText } from './xml.ts';
import type { DomElement } from './dom.ts';
import { webAddress } from './web-address.ts';

/** RSS 0.9x, 1.0 and 2.0; undefined for XML that is none. */
export function rss(root: DomElement): FeedDocument | undefined {
  if (root.name !== 'rss' && root.name !== 'rdf:RDF') return undefined;
  const channel = childrenNamed(root, 'channel')[0] ?? root;
  // RSS 1.0 has its items beside the channel.
  const items = [...childrenNamed(channel, 'item'), ...(channel === root ? [] : childrenNamed(root, 'item'))];
  return {
    self: childrenNamed(channel, 'atom:link').find(({ attribs }) => attribs['rel'] === 'self')?.attribs[
      'href'
    ],
    hints: {
      title: childText(channel, 'title'),
      url: childText(channel, 'link'),
      language: childText(channel, 'language', 'dc:language'),
      publisher: childText(channel, 'dc:publisher'),
    },
    items: items.map((item, i) => toItem(item, `item ${i + 1}`)),
    problems: [],
  };
}

function toItem(item: DomElement, place: string): FeedItem {
  const link = childText(item, 'link');
  const guid = childrenNamed(item, 'guid')[0];
  const id = childText(item, 'guid') ?? item.attribs['rdf:about'];
  const isLink = guid && guid.attribs['isPermaLink'] !== 'false' && webAddress(id) !== undefined;
  return {
    place,
    ownId: id,
    title: childText(item, 'title'),
    content: childText(item, 'content:encoded'),
    summary: childText(item, 'description'),
    url: link ?? (isLink ? id : undefined),
    authors: childrenNamed(item, 'dc:creator', 'author').map((author) => authorName(innerText(author))),
    media: mediaOfItem(item),
    publishedAt: childText(item, 'pubDate', 'dc:date'),
    modifiedAt: childText(item, 'atom:updated', 'dcterms:modified'),
  };
}

/** RSS wants `desk@example.org (Jane Roe)`: the address is nobody's name. */
function authorName(written: string): string | undefined {
  const inBrackets = /^\S+@\S+\s*\((?<name>.+)\)$/s.exec(written.trim())?.groups?.['name'];
  return inBrackets ?? (/^\S+@\S+$/.test(written.trim()) ? undefined : written);
}
