import { isElement, type DomElement, type DomNode } from './dom.ts';
import { parseXml } from './parse-markup.ts';
import type { Input } from './source.ts';

const XML = /^\uFEFF?\s*<(?:\?xml|rss|feed|rdf:RDF)\b/i;
const parsed = new WeakMap<Input, DomElement | undefined>();

/** The outermost element of an XML input, read once; undefined for an input that is none. Broken XML is read as far as it goes. */
export function readXml(input: Input): DomElement | undefined {
  if (!XML.test(input.text)) return undefined;
  if (!parsed.has(input)) {
    parsed.set(input, parseXml(input.text)?.root().children().get(0));
  }
  return parsed.get(input);
}

/** The child elements with one of these names, prefix included. */
export const childrenNamed = (element: DomElement, ...names: string[]): DomElement[] =>
  element.children.filter((node): node is DomElement => isElement(node) && names.includes(node.name));

/** The text of the first child with one of these names, in the order of the names; markup that was not escaped is kept as markup. */
export function childText(element: DomElement, ...names: string[]): string | undefined {
  for (const name of names) {
    const [child] = childrenNamed(element, name);
    const text = child && innerText(child).trim();
    if (text) return text;
  }
  return undefined;
}

/** The text in an element and, for content that was not escaped, the tags around it. With a stack of its own, against deep nesting. */
export function innerText(element: DomElement): string {
  let text = '';
  const stack: (DomNode | string)[] = element.children.toReversed();
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (typeof at === 'string') text += at;
    else if (at.type === 'text') text += at.data;
    else if ('children' in at) {
      if (isElement(at)) {
        text += openTag(at);
        stack.push(`</${at.name}>`);
      }
      for (let i = at.children.length - 1; i >= 0; i--) stack.push(at.children[i]!);
    }
  }
  return text;
}

const openTag = ({ name, attribs }: DomElement): string => {
  const kept = ['href', 'class', 'alt'].filter((attribute) => attribs[attribute]);
  return `<${[name, ...kept.map((attribute) => `${attribute}="${attribs[attribute]!.replaceAll('"', '&quot;')}"`)].join(' ')}>`;
};
