import { datelineNdjson } from './dateline-ndjson.ts';
import { feed } from './feed.ts';
import { guardianBlocks } from './guardian-blocks.ts';
import { htmlPage } from './html-page.ts';
import { liveBlogPosting } from './live-blog-posting.ts';
import { markdown } from './markdown.ts';
import { ninjs } from './ninjs.ts';
import { plainText } from './plain-text.ts';
import type { Input, LineSource, Source } from './source.ts';
import { sourcefabricLiveBlog } from './sourcefabric-live-blog.ts';
import { unsupported } from './unsupported.ts';

/** The format that is asked first, because it is not read whole. */
export const LINE_SOURCE: LineSource = datelineNdjson;

/** Every other format, the most telling first; plain text is what remains. */
export const SOURCES: readonly Source[] = [
  guardianBlocks,
  sourcefabricLiveBlog,
  feed,
  ninjs,
  liveBlogPosting,
  markdown,
  unsupported,
  htmlPage,
  plainText,
];

/** File name endings that a folder is searched for. */
export const READABLE = [
  '.txt',
  '.ndjson',
  '.jsonl',
  '.html',
  '.htm',
  '.json',
  '.xml',
  '.rss',
  '.atom',
  '.md',
];

export const sourceOf = (input: Input): Source => SOURCES.find((source) => source.recognizes(input))!;
