import { datelineNdjson } from './dateline-ndjson.ts';
import { plainText } from './plain-text.ts';
import type { Input, Source } from './source.ts';

/** Every format, the most telling first; plain text is what remains. */
export const SOURCES: readonly Source[] = [datelineNdjson, plainText];

/** File name endings that a folder is searched for. */
export const READABLE = ['.txt', '.ndjson', '.jsonl'];

export const sourceOf = (input: Input): Source => SOURCES.find((source) => source.recognizes(input))!;
