import type { Media, UpdateRecord } from '../../src/record.ts';
import { BLOCKS, isElement, tidy, walk, type Dom, type DomElement, type DomNode } from './dom.ts';
import { isFurniture, isFurnitureText, isRelativeTime } from './furniture.ts';
import { embedOf } from './html-embeds.ts';
import { repairMojibake } from '../mojibake.ts';
import { parseHtml } from './parse-markup.ts';
import { webAddress } from './web-address.ts';

export type Link = NonNullable<UpdateRecord['links']>[number];

/** What an HTML fragment says. */
export interface HtmlText {
  /** Paragraphs joined by one blank line, no markup. */
  text: string;
  links: Link[];
  media: Media[];
}

/** Reads a fragment of HTML. Relative links are resolved against `base`, or left out without one. */
export function htmlText(html: string, base?: string): HtmlText {
  const $ = parseHtml(html);
  return domText($, $.root().contents().toArray(), base);
}

/** The same for nodes of a page that is parsed already. `asText` reads embeds as paragraphs where they stand, instead of as data. */
export function domText(
  $: Dom,
  nodes: readonly DomNode[],
  base?: string,
  asText?: (embed: Media) => string[],
): HtmlText {
  const into = collector(base, asText);
  for (const { node, leaving } of walk(nodes, (element) => takeWhole($, element, into))) {
    if (node.type === 'text') into.write(isRelativeTime(node.data) ? ' ' : node.data);
    else if (isElement(node)) step(node, leaving, into);
  }
  into.endParagraph();
  return into.result();
}

/** Furniture and embeds are not read as text; an embed is kept as data. */
function takeWhole($: Dom, element: DomElement, into: Collector): boolean {
  const embed = embedOf($, element);
  if (embed === undefined) return isFurniture(element);
  into.endParagraph();
  if (embed !== 'empty') into.media(embed);
  return true;
}

function step({ name, attribs }: DomElement, leaving: boolean, into: Collector): void {
  if (BLOCKS.has(name)) into.endParagraph();
  else if (name === 'td' || name === 'th') into.write(' ');
  else if (name === 'br' && !leaving) into.lineBreak();
  else if (name === 'a' && leaving) into.endLink();
  else if (name === 'a') into.startLink(attribs['href']);
}

type Collector = ReturnType<typeof collector>;

function collector(base: string | undefined, asText?: (embed: Media) => string[]) {
  const paragraphs: string[] = [];
  const media: Media[] = [];
  let links: Link[] = [];
  /** The paragraph that is being read; line feeds in it are line breaks of the page. */
  let current = '';
  let outsideLinks = '';
  let linksBefore = 0;
  let link: { url: string | undefined; text: string } | undefined;
  return {
    write(data: string) {
      const text = repairMojibake(data).text.replace(/\s+/gu, ' ');
      current += text;
      if (link) link.text += text;
      else outsideLinks += text;
    },
    lineBreak() {
      current += '\n';
    },
    endParagraph() {
      const before = paragraphs.length;
      for (const part of current.split(/\n\s*\n/)) {
        const lines = part.split('\n').map(tidy).filter(Boolean).join('\n');
        if (lines && !isFurnitureText(lines, outsideLinks)) paragraphs.push(lines);
      }
      if (paragraphs.length === before && current.trim() !== '') links = links.slice(0, linksBefore);
      [current, outsideLinks, linksBefore] = ['', '', links.length];
    },
    startLink(href: string | undefined) {
      link = { url: href?.startsWith('#') ? undefined : webAddress(href, base), text: '' };
    },
    endLink() {
      const text = tidy(link?.text ?? '');
      if (link?.url && text) links.push({ url: link.url, text });
      link = undefined;
    },
    media(embed: Media) {
      if (asText) paragraphs.push(...asText(embed));
      else media.push(embed);
    },
    result: (): HtmlText => ({ text: paragraphs.join('\n\n'), links, media }),
  };
}
