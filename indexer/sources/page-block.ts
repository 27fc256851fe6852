import { zoneOf } from '../split/zone.ts';
import { plainText, type Dom, type DomElement } from './dom.ts';
import { fieldText } from './field-text.ts';
import { domText } from './html-text.ts';
import type { Page } from './page.ts';

/** What a page itself shows of an update that its data only names. */
export interface PageBlock {
  title?: string;
  /** The update's own paragraphs, where its data has the same text run together. */
  html?: string;
  publishedAt?: string;
  modifiedAt?: string;
  timeZone?: string;
  url?: string;
}

/** A clock with its zone: `12.34 BST`. */
const CLOCK_WITH_ZONE = /\b\d{1,2}[.:]\d{2}\s?(?:[ap]m\s?)?(?<zone>[A-Z]{2,4})\b/;

/** The element of an update, by the id that its data names; `flat` is the text that the data has of it. */
export function blockOf(page: Page, ownId: string, flat: string): PageBlock | undefined {
  const id = [ownId, `block-${ownId}`].find((name) => page.byId(name));
  const element = id === undefined ? undefined : page.byId(id);
  if (!element) return undefined;
  const { $ } = page;
  const times = $(element)
    .find('time[datetime]')
    .toArray()
    .map((time) => time.attribs['datetime']!);
  const title = plainText($(element).find('h1, h2, h3, h4').slice(0, 1).toArray());
  const shown = $(element)
    .find('time, time + *')
    .slice(0, 2)
    .toArray()
    .map((part) => plainText([part]));
  const clock = CLOCK_WITH_ZONE.exec(shown.join(' '))?.groups?.['zone'];
  const timeZone = clock && zoneOf(clock);
  const html = inParagraphs(page, element, flat);
  return {
    ...(title && { title }),
    ...(times[0] && { publishedAt: times[0] }),
    ...(times[1] && { modifiedAt: times[1] }),
    ...(timeZone && { timeZone }),
    ...(page.url && { url: `${page.url.replace(/#.*$/, '')}#${id}` }),
    ...(html && { html }),
  };
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** Fewer letters than this may begin a paragraph by chance. */
const TELLING = 20;

/**
 * The block's own paragraphs, if those of them that the flat text knows make up the whole of it, in its
 * order. Where it breaks off inside a paragraph (some pages cut it at 1,000 characters), the rest of the
 * block is read, too.
 */
function inParagraphs({ $, url }: Page, element: DomElement, flat: string): string | undefined {
  const wanted = letters(fieldText(flat).text);
  if (!wanted) return undefined;
  let at = 0;
  let cut = false;
  const paragraphs = paragraphsOf($, element).filter((part) => {
    const said = letters(domText($, [part], url).text);
    const left = wanted.slice(at, at + said.length);
    cut ||= left.length >= TELLING && left.length < said.length && said.startsWith(left);
    if (said === '' || (left !== said && !cut)) return false;
    at += left.length;
    return true;
  });
  return at === wanted.length ? paragraphs.map((part) => $.html(part)).join('') : undefined;
}

const paragraphsOf = ($: Dom, element: DomElement): DomElement[] =>
  $(element)
    .find('p, li, blockquote')
    .toArray()
    .filter((part) => !$(part).parentsUntil(element).is('p, li, blockquote, figure, footer, nav, aside'));

/** Does the page link to another page of the same blog? */
export function isPaged({ $ }: Page, address: string | undefined): boolean {
  const path = address && new URL(address).pathname;
  return $('a[rel~="next"], link[rel="next"], a[href*="?page="], a[href*="&page="]')
    .toArray()
    .some(({ attribs: { href = '', rel } }) => {
      if (rel?.includes('next')) return true;
      // A link to one update carries the page it stands on; only a link without a fragment turns the page.
      return (
        !href.includes('#') && (href.startsWith('?') || (path !== undefined && href.includes(`${path}?`)))
      );
    });
}
