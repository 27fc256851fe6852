import type { FeedDocument, FeedItem } from './feed-item.ts';
import { mediaOfItem } from './feed-media.ts';
import { childrenNamed, childText, innerText } from './xml.ts';
import type { DomElement } from './dom.ts';

/** Atom 1.0; undefined for XML that is none. */
export function atom(root: DomElement): FeedDocument | undefined {
  if (root.name !== 'feed' && root.name !== 'atom:feed') return undefined;
  const prefix = root.name === 'atom:feed' ? 'atom:' : '';
  const named = (name: string) => `${prefix}${name}`;
  return {
    self: linkOf(root, named('link'), 'self') ?? childText(root, named('id')),
    hints: {
      title: childText(root, named('title')),
      url: linkOf(root, named('link')),
      language: root.attribs['xml:lang'],
    },
    items: childrenNamed(root, named('entry')).map((entry, i) => toItem(entry, `entry ${i + 1}`, named)),
    problems: [],
  };
}

function toItem(entry: DomElement, place: string, named: (name: string) => string): FeedItem {
  const published = childText(entry, named('published'));
  const updated = childText(entry, named('updated'));
  return {
    place,
    ownId: childText(entry, named('id')),
    title: childText(entry, named('title')),
    content: bodyOf(entry, named('content')),
    summary: bodyOf(entry, named('summary')),
    url: linkOf(entry, named('link')),
    authors: childrenNamed(entry, named('author')).map((author) => childText(author, named('name'))),
    media: mediaOfItem(entry),
    publishedAt: published ?? updated,
    modifiedAt: published && updated !== published ? updated : undefined,
    language: entry.attribs['xml:lang'],
  };
}

const bodyOf = (entry: DomElement, name: string): string | undefined => {
  const [body] = childrenNamed(entry, name);
  return (body && innerText(body).trim()) || undefined;
};

/** The page is an `alternate` link, which is also what a link without `rel` is. */
const linkOf = (element: DomElement, name: string, rel = 'alternate'): string | undefined =>
  childrenNamed(element, name).find(({ attribs }) => (attribs['rel'] ?? 'alternate') === rel)?.attribs[
    'href'
  ];
