import type { Media } from '../../src/record.ts';
import { writtenDay } from '../split/embeds.ts';
import { plainText, type Dom, type DomElement } from './dom.ts';

const POST_CLASS =
  /(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-post)(?=$|\s)/;
/** `— Name (@handle) September 13, 2013`, below an embedded post. */
const SIGNATURE =
  /[—–-]\s*(?<author>[^—()]{1,80}?)(?: on \w+)?\s*\((?:@|&commat;)(?<handle>[\w.]{1,60})\)\s*(?<rest>.{0,120})$/su;
const CREDIT_SELECTOR = '[class*="credit"], .byline, small, cite';
const CREDIT = /^(?<caption>.*?)\s*\(?(?:Photograph|Credit|Image|Photo|Picture): (?<credit>[^)]+)\)?$/isu;

/** An embedded post, picture or video as data; `empty` for one that says nothing; undefined for anything else. */
export function embedOf($: Dom, element: DomElement): Media | 'empty' | undefined {
  if (POST_CLASS.test(element.attribs['class'] ?? '')) return postOf($, element) ?? 'empty';
  if (element.name !== 'figure') return undefined;
  const found = $(element);
  const post = found.find('blockquote[class]').get(0);
  if (post && POST_CLASS.test(post.attribs['class'] ?? '')) return postOf($, post) ?? 'empty';
  // A figure may also frame a table or a quotation: that is text.
  if (found.find('table, blockquote, pre, ul, ol').length > 0) return undefined;
  return pictureOf($, element) ?? 'empty';
}

/** The post that an element quotes: its text, and who wrote it when, as far as its signature says. */
export function postOf($: Dom, element: DomElement): Media | undefined {
  const whole = plainText([element]);
  const signature = SIGNATURE.exec(whole);
  const { author, handle, rest } = signature?.groups ?? {};
  const words = plainText($(element).find('p').toArray()).replace(SIGNATURE, '').trim();
  const text = words || whole.slice(0, signature?.index).trim();
  if (!text) return undefined;
  const date = rest && writtenDay(rest.replace(/^.*?((?:\w+ \d{1,2}, |\d{1,2} \w+ )\d{4}).*$/s, '$1'));
  return {
    type: 'post',
    text,
    ...(author && { author: author.trim() }),
    ...(handle && { handle }),
    ...(date && { date }),
  };
}

function pictureOf($: Dom, element: DomElement): Media | undefined {
  const found = $(element);
  const caption = found.find('figcaption').get(0);
  const video = found.find('video, iframe').length > 0;
  const credit = plainText(found.find(CREDIT_SELECTOR).slice(0, 1).toArray());
  const text = caption ? plainText([caption]) : (found.find('img[alt]').attr('alt') ?? '');
  const written = withCredit(credit && text.endsWith(credit) ? text.slice(0, -credit.length) : text, credit);
  return written && { type: video ? 'video' : 'image', ...written };
}

/** A caption whose last words may be its credit (`… Photograph: Jane Roe/Agency`). Undefined where no caption is left. */
export function withCredit(caption: string, given?: string): { text: string; credit?: string } | undefined {
  const found = CREDIT.exec(caption.trim())?.groups;
  const text = (found?.['caption'] ?? caption).trim();
  const credit = (given || found?.['credit'])
    ?.replace(/^(?:Photograph|Credit|Image|Photo|Picture): /i, '')
    .trim();
  return text ? { text, ...(credit && { credit }) } : undefined;
}
