import type { UpdateRecord } from '../record.ts';
import { words } from './words.ts';

/** In the order in which they count: a title answers better than a text, a text better than what is embedded. */
export type SearchedWords = Record<'title' | 'text' | 'media', string[]>;

/** All words of an update that a search can find: of embedded posts also who posted them, by name and handle. */
export const searchedWords = ({
  title = '',
  text,
  media = [],
}: Pick<UpdateRecord, 'title' | 'text' | 'media'>): SearchedWords => ({
  title: words(title),
  text: words(text),
  media: media.flatMap((item) => words(`${item.text}\n${item.author ?? ''}\n${item.handle ?? ''}`)),
});
