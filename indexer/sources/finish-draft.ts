import { link, media as mediaSchema, updateFields } from '../../src/record.ts';
import type { Block, BlockTime, Problem } from '../document.ts';
import { authorsOf } from './byline.ts';
import type { Draft } from './draft.ts';
import { fieldText, lineText } from './field-text.ts';
import { htmlText, type HtmlText } from './html-text.ts';
import { onClockOf, sourceTime } from './source-time.ts';
import { updateId } from './update-id.ts';
import { webAddress } from './web-address.ts';

/** What a draft is finished with. */
export interface Setting {
  documentId: string;
  /** The page, for relative links. */
  base: string | undefined;
  timeZone: string | undefined;
}

type More = NonNullable<Block['more']>;

/** Cleans what a source says of an update. `line` is its place among the updates. Undefined for one that says nothing. */
export function finishDraft(
  draft: Draft,
  line: number,
  setting: Setting,
  problems: Problem[],
): Block | undefined {
  const body = bodyOf(draft, setting.base);
  const title = lineText(draft.title);
  const media = mediaOf([...(draft.media ?? []), ...body.media]);
  const text = withoutTitle(body.text, title);
  if (!title && !text && media.length === 0) return undefined;
  const time = timeOf(draft.publishedAt, `${draft.place}: the time of publication`, problems);
  return {
    line,
    kind: draft.kind ?? 'update',
    boundary: 'marked',
    text,
    media,
    time,
    ...(draft.ownId && { sourceId: updateId(setting.documentId, draft.ownId) }),
    ...(title && { title }),
    more: moreOf(draft, body, time, setting, problems),
  };
}

function bodyOf({ html, field }: Draft, base: string | undefined): HtmlText {
  if (html !== undefined) return htmlText(html, base);
  return fieldText(field ?? '', base);
}

/** Many bodies begin with their headline once more. */
const withoutTitle = (text: string, title: string | undefined): string =>
  title && text.startsWith(`${title}\n\n`) ? text.slice(title.length).trim() : text;

function timeOf(value: Draft['publishedAt'], what: string, problems: Problem[]): BlockTime {
  if (value === undefined || value === null || value === '') return undefined;
  const time = sourceTime(value);
  if (!time) problems.push({ message: `${what}, ${JSON.stringify(value)}, is none that is known` });
  return time;
}

function moreOf(
  draft: Draft,
  body: HtmlText,
  time: BlockTime,
  { base, timeZone }: Setting,
  problems: Problem[],
): More {
  const url = webAddress(draft.url, base);
  const authors = [...new Set((draft.authors ?? []).flatMap(authorsOf))];
  const links = linksOf([...body.links, ...(draft.links ?? [])], base);
  const modified = timeOf(draft.modifiedAt, `${draft.place}: the time of the last edit`, problems);
  const published = time && 'iso' in time ? time.iso : undefined;
  const modifiedAt = modified && 'iso' in modified ? onClockOf(modified.iso, published, timeZone) : undefined;
  const language = updateFields.shape.language.safeParse(draft.language).data;
  return {
    ...(url && { url }),
    ...(draft.keyEvent && { keyEvent: true }),
    ...(draft.pinned && { pinned: true }),
    ...(authors.length > 0 && { authors }),
    ...(links.length > 0 && { links }),
    ...(modifiedAt && { modifiedAt }),
    ...(language && { language }),
  };
}

/** Each address once, with the first words that stand for it. */
function linksOf(found: NonNullable<Draft['links']>, base: string | undefined): NonNullable<More['links']> {
  const links = new Map<string, string>();
  for (const { url, text } of found) {
    const whole = { url: webAddress(url, base), text: lineText(text) };
    if (link.safeParse(whole).success && !links.has(whole.url!)) links.set(whole.url!, whole.text!);
  }
  return [...links].map(([url, text]) => ({ url, text }));
}

/** Clean and each once: the body often repeats what the source also lists. */
function mediaOf(found: NonNullable<Draft['media']>): Block['media'] {
  const media = new Map<string, Block['media'][number]>();
  for (const item of found) {
    const { data } = mediaSchema.safeParse(item && withoutEmpty(item));
    if (data && !media.has(data.text)) media.set(data.text, data);
  }
  return [...media.values()];
}

const withoutEmpty = (item: object): object =>
  Object.fromEntries(
    Object.entries(item).flatMap(([key, value]) => {
      const text =
        typeof value !== 'string' ? value : key === 'text' ? fieldText(value).text : lineText(value);
      return text ? [[key, text]] : [];
    }),
  );
