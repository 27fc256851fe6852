import { expect, test } from 'vitest';
import { speakersIn } from './updates.ts';

// Where each word more doubled the time, none of these would come to an end.
test.each([
  ['infinitives', 'They went ' + 'to say '.repeat(50) + '"it is late".', '-'],
  ['second verbs', 'They went ' + 'and said '.repeat(50) + '"it is late".', '-'],
  ['adverbs', 'Today, again, '.repeat(25) + 'and said "it is late".', '-'],
])('a sentence of many %s ends', (_, text, speaker) => expect(speakersIn(text)).toEqual([speaker]));
