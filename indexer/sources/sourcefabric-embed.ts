import type { Media } from '../../src/record.ts';
import { plainText } from './dom.ts';
import { htmlText } from './html-text.ts';
import { parseHtml } from './parse-markup.ts';

/** What an embed of Live Blog shows: the post itself, or a card with title, description and address. */
export function embedMedia(html: string): { media?: Media; link?: { url: string; text: string } } {
  const $ = parseHtml(html);
  const [post] = htmlText(html).media;
  if (post) return { media: post };
  const part = (name: string) => plainText($(`.${name}-preview`).toArray());
  const [title, description, credit, address] = [
    part('title'),
    part('description'),
    part('credit'),
    part('link'),
  ];
  const text = [title, description].filter(Boolean).join('\n\n');
  return {
    ...(text && { media: { type: 'post', text, ...(credit && { credit }) } }),
    ...(address && { link: { url: address, text: title || address } }),
  };
}
