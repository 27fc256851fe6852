import { z } from 'zod';
import type { Media } from '../../src/record.ts';
import type { Draft } from './draft.ts';
import { postOf as quotedPost } from './html-embeds.ts';
import { fieldText } from './field-text.ts';
import { parseHtml } from './parse-markup.ts';
import { text } from './shape.ts';

const data = z.looseObject({
  html: text,
  caption: text,
  credit: text,
  alt: text,
  title: text,
  description: text,
  attribution: text,
});

/** An element of a block. dotcom-rendering names it in `_type`, the Content API in `type`, with its data in `…TypeData`. */
export const guardianElement = z.looseObject({
  _type: text,
  type: text,
  html: text,
  text,
  url: text,
  title: text,
  caption: text,
  attribution: text,
  data: data.nullish(),
});
type GuardianElement = z.infer<typeof guardianElement>;

interface Body {
  html: string;
  media: NonNullable<Draft['media']>;
  links: NonNullable<Draft['links']>;
}

type Told = Partial<z.infer<typeof data>>;

const PROSE = [
  'text',
  'subheading',
  'list',
  'blockquote',
  'numberedtitle',
  'keytakeaways',
  'qanda',
  'table',
  'pullquote',
];
const POSTS = ['tweet', 'instagram', 'embed', 'socialembed', 'facebook', 'tiktok', 'bluesky', 'vine'];
const VIDEOS = [
  'video',
  'videoyoutube',
  'videovimeo',
  'videofacebook',
  'guvideo',
  'youtube',
  'youtubevideo',
  'contentatom',
  'mediaatom',
  'audio',
];

/** What the elements of a block say: prose as HTML, the rest as media. Elements that lead elsewhere become links. */
export function bodyOfElements(elements: readonly GuardianElement[]): Body {
  const html: string[] = [];
  const media: Body['media'][number][] = [];
  const links: Body['links'][number][] = [];
  for (const element of elements) {
    const type = typeOf(element);
    const told = toldBy(element, type);
    if (PROSE.includes(type)) html.push(proseOf(told));
    else if (POSTS.includes(type)) media.push(postOf(told));
    else if (VIDEOS.includes(type)) media.push(clipOf(told));
    else if (['image', 'cartoon'].includes(type)) media.push(pictureOf(told));
    else if (type === 'richlink') links.push({ url: element.url, text: element.text });
  }
  return { html: html.join('\n'), media, links };
}

/** `model.dotcomrendering.pageElements.TextBlockElement` and `text` are the same. */
const typeOf = ({ _type, type }: GuardianElement): string =>
  (_type?.replace(/^.*\./, '').replace(/(?:Block)?Element$/, '') ?? type ?? '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

function toldBy(element: GuardianElement, type: string): Told {
  const typed = data.safeParse(element[`${type}TypeData`]).data;
  const { html, title, caption, attribution } = element;
  return withoutNull({
    html,
    title,
    caption,
    attribution,
    ...withoutNull(element.data ?? {}),
    ...withoutNull(typed ?? {}),
  });
}

const withoutNull = (told: Told): Told =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null && value !== undefined));

const proseOf = ({ html, attribution }: Told): string =>
  `<div>${html ?? ''}</div>${attribution ? `<p>${attribution}</p>` : ''}`;

/** The embed's own markup says who posted what; where it is only the address, there is nothing to search. */
function postOf({ html }: Told): Media | undefined {
  if (!html) return undefined;
  const $ = parseHtml(html);
  const quoted = $('blockquote').get(0);
  return (quoted && quotedPost($, quoted)) ?? { type: 'post', text: fieldText(html).text };
}

const pictureOf = ({ caption, alt, credit }: Told) => ({
  type: 'image' as const,
  text: caption || alt || '',
  ...(credit && { credit: credit.replace(/^(?:Photograph|Illustration|Composite): /, '') }),
});

const clipOf = ({ title, caption, description, credit }: Told) => ({
  type: 'video' as const,
  text: [title, caption || description].filter(Boolean).join('. '),
  ...(credit && { credit }),
});
