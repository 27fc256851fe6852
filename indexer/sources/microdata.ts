import { plainText, isElement, type Dom, type DomElement } from './dom.ts';
import type { LdNode } from './json-ld.ts';

const ADDRESSES = ['href', 'src', 'data'];
/** Properties whose markup is part of the news. */
const BODIES = ['articleBody', 'text', 'description'];

/** Items of a type in the page's microdata, as nodes like those of JSON-LD. */
export function microdataNodes($: Dom, type: string): LdNode[] {
  return $(`[itemscope][itemtype$="/${type}"]`)
    .toArray()
    .map((element, i) => ({ value: toNode($, element), place: `microdata ${type} ${i + 1}` }));
}

function toNode($: Dom, item: DomElement): Record<string, unknown> {
  const node: Record<string, unknown> = {
    '@type': item.attribs['itemtype'],
    '@id': item.attribs['itemid'] ?? item.attribs['id'],
  };
  for (const element of ownProperties(item)) {
    const value = 'itemscope' in element.attribs ? toNode($, element) : valueOf($, element);
    for (const name of element.attribs['itemprop']!.split(/\s+/)) {
      const known = node[name];
      if (Array.isArray(known)) known.push(value);
      else node[name] = known === undefined ? value : [known, value];
    }
  }
  return node;
}

/** Properties that belong to the item itself and not to an item inside it. */
function ownProperties(item: DomElement): DomElement[] {
  const own: DomElement[] = [];
  const stack = item.children.toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (node.attribs['itemprop']?.trim()) own.push(node);
    if (!('itemscope' in node.attribs)) for (const child of node.children.toReversed()) stack.push(child);
  }
  return own;
}

function valueOf($: Dom, element: DomElement): string | undefined {
  const { attribs } = element;
  if (attribs['content'] !== undefined) return attribs['content'];
  if (attribs['datetime'] !== undefined) return attribs['datetime'];
  const address = ADDRESSES.map((name) => attribs[name]).find(Boolean);
  if (address) return address;
  const bodies = attribs['itemprop']!.split(/\s+/).some((name) => BODIES.includes(name));
  return (bodies ? $(element).html() : plainText([element])) ?? undefined;
}
