import type { CheerioAPI } from 'cheerio/slim';
import { repairMojibake } from '../mojibake.ts';

export type Dom = CheerioAPI;
export type DomNode = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number];
export type DomElement = Extract<DomNode, { attribs: unknown }>;

/** Elements that begin and end a paragraph. */
export const BLOCKS = new Set(
  'address article blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody tr ul video'.split(
    ' ',
  ),
);
/** Left behind by editors: soft hyphens, zero-width spaces, byte order marks. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** One line: repaired, without doubled or special white space. */
export const tidy = (text: string): string =>
  repairMojibake(text).text.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();

export const isElement = (node: DomNode): node is DomElement => 'attribs' in node;

/** Every node before and after its children; with a stack of its own, because a broken page can be nested a million deep. */
export function* walk(
  nodes: readonly DomNode[],
  skips: (element: DomElement) => boolean,
): Generator<{ node: DomNode; leaving: boolean }> {
  const stack = nodes.toReversed().map((node) => ({ node, leaving: false }));
  for (let at = stack.pop(); at; at = stack.pop()) {
    const { node, leaving } = at;
    if (!leaving && isElement(node) && skips(node)) continue;
    yield at;
    if (leaving || !('children' in node)) continue;
    stack.push({ node, leaving: true });
    for (let i = node.children.length - 1; i >= 0; i--)
      stack.push({ node: node.children[i]!, leaving: false });
  }
}

/** All text below a node, furniture included; for captions and titles. */
export function plainText(nodes: readonly DomNode[]): string {
  let text = '';
  for (const { node } of walk(nodes, ({ name }) => name === 'script' || name === 'style'))
    if (node.type === 'text') text += node.data;
    else if (isElement(node) && (BLOCKS.has(node.name) || node.name === 'br')) text += ' ';
  return tidy(text);
}
