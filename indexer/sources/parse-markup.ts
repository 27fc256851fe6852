import { load } from 'cheerio/slim';
import type { Dom } from './dom.ts';

/** The parser takes time with the square of the depth; nobody's page is nested like this. */
const DEEPEST = 5_000;
/** Elements that stand alone or that the next of their kind closes. */
const CLOSED_ANYWAY = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody option'.split(
    ' ',
  ),
);
const TAG = /<(?<slash>\/?)(?<name>[a-z][a-z0-9:-]*)[^<>]*?(?<self>\/?)>/gi;

/** HTML as a document. What is nested beyond reason is read without its tags. */
export function parseHtml(html: string): Dom {
  return load(
    isTooDeep(html) ? html.replace(/<\/?(?!(?:p|li|br|a)\b)[a-z][^<>]*>/gi, ' ') : html,
    null,
    false,
  );
}

/** XML as a document, broken or not; undefined where it is nested beyond reason. */
export const parseXml = (xml: string): Dom | undefined =>
  isTooDeep(xml) ? undefined : load(xml, { xml: true });

function isTooDeep(markup: string): boolean {
  let depth = 0;
  for (const { groups } of markup.matchAll(TAG)) {
    if (groups!['self'] || CLOSED_ANYWAY.has(groups!['name']!.toLowerCase())) continue;
    depth = groups!['slash'] ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
