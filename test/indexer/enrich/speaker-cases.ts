import { expect, test } from 'vitest';
import { speakersIn } from './updates.ts';

/** Texts, each with the speakers of its quotes in order; `-` where nobody is to be named. */
export const each = (cases: [string, ...string[]][]) =>
  test.each(cases)('%s', (text, ...expected) => expect(speakersIn(text)).toEqual(expected));
