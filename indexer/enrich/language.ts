import { eld } from 'eld/extrasmall';
import type { Update } from '../document.ts';

/** What a document is read of, in characters: 60,000 news items of half of that were told apart with 4 doubtful ones. */
const ENOUGH = 2000;
/** Below this a text is a shout ("Goal! Messi.") that could be in many languages. */
const LEAST_LETTERS = 20;
/** BCP 47 for a language that nobody knows. */
const UNDETERMINED = 'und';

/**
 * The language that the updates of a document are written in (`en`, `de`), or `und` where they say too
 * little. For documents that don't say it themselves.
 */
export function detectLanguage(updates: readonly Pick<Update, 'title' | 'text'>[]): string {
  const text = beginning(updates);
  if ((text.match(/\p{L}/gu) ?? []).length < LEAST_LETTERS) return UNDETERMINED;
  const detected = eld.detect(text);
  return detected.isReliable() ? detected.language : UNDETERMINED;
}

/** Headlines are short and full of names, so they are read only where there is no text. */
function beginning(updates: readonly Pick<Update, 'title' | 'text'>[]): string {
  let text = '';
  for (const { title = '', text: own } of updates) {
    text += `${own || title}\n`;
    if (text.length >= ENOUGH) break;
  }
  return text.slice(0, ENOUGH);
}

/** Is a text in this language English? Rules that know English grammar run on nothing else. */
export const isEnglish = (language: string): boolean => /^en(-|$)/i.test(language);
