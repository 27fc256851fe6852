import { describe, expect, test } from 'vitest';
import { splitText } from './splitting.ts';

const date = '2013-09-13';
const head = [
  'Storm crosses the coast – as it happened',
  '',
  'This article is more than 10 years old',
  'Ferries stay in port',
  'Trains run late',
  '',
];
/** Blocks as the page has them, with a blank line after each line. */
const blog = (...lines: string[]) => [...head, ...lines.flatMap((line) => [line, ''])];

const PROSE = 'The wind has reached the harbour, and the last ferry has been called back.';
const MORE = 'Crews are clearing the main road, which will stay closed until the evening.';

describe('guardian-flat', () => {
  test('title, standfirst, and an update for each end mark', () => {
    const { dialect, title, updates } = splitText(blog(PROSE, 'Updated', MORE, 'Updated'), { date });
    expect({ dialect, title }).toEqual({ dialect: 'guardian-flat', title: head[0] });
    expect(updates.map(({ kind, text, boundary }) => [kind, text, boundary])).toEqual([
      ['intro', 'Ferries stay in port\n\nTrains run late', 'marked'],
      ['update', MORE, 'marked'],
      ['update', PROSE, 'marked'],
    ]);
  });
  test('a heading opens an update; without an end mark before it the boundary is inferred', () => {
    const { updates } = splitText(
      blog('Summary', MORE, 'Ferry called back', PROSE, 'Updated', 'Road closed', MORE),
      { date },
    );
    expect(updates.slice(1).map(({ kind, title, boundary }) => [kind, title, boundary])).toEqual([
      ['update', 'Road closed', 'marked'],
      ['update', 'Ferry called back', 'inferred'],
      ['summary', 'Summary', 'marked'],
    ]);
  });
  test.each([
    ['a question', 'And what about the trains?'],
    ['a lead-in', 'The mayor said:'],
    ['a sentence', 'Nobody was hurt.'],
    ['a quote', '"We are staying" at the harbour'],
    ['a link', 'Read the full piece here'],
    ['a name', 'Jane Harbour'],
    ['a handle', 'Jane Harbour (@jane)'],
    ['a date', 'September 13, 2013'],
    ['an update inside a block', 'UPDATE: the mayor explains:'],
  ])('%s is no heading', (_, line) => {
    const { updates } = splitText(blog(PROSE, line, MORE, 'Updated'), { date });
    expect(updates.filter(({ kind }) => kind === 'update')).toHaveLength(1);
  });
  test('a lone ... opens an update and is no text', () => {
    const { updates } = splitText(blog(PROSE, '...', MORE, 'Updated'), { date });
    expect(updates.slice(1).map(({ text }) => text)).toEqual([MORE, PROSE]);
  });
  test('posts and captions are media, not text', () => {
    const caption = 'The ferry in the harbour on September 12, 2013.';
    const { updates } = splitText([
      ...blog(PROSE, 'Jane Harbour (@jane)', 'Still waiting for the ferry', 'September 13, 2013'),
      caption,
      `${caption} Photograph: Jo Doe/Agency`,
      '',
      'Updated',
    ]);
    expect(updates[1]).toMatchObject({
      text: PROSE,
      media: [
        {
          type: 'post',
          author: 'Jane Harbour',
          handle: 'jane',
          text: 'Still waiting for the ferry',
          date: '2013-09-13',
        },
        { type: 'image', text: caption, credit: 'Jo Doe/Agency', date: '2013-09-12' },
      ],
    });
  });
  test('without a given day it is the latest of the embeds, and a note says so', () => {
    const post = (posted: string) => ['Jane Harbour (@jane)', 'Waiting', posted];
    const { updates } = splitText(
      blog(PROSE, ...post('September 11, 2013'), ...post('September 13, 2013'), 'Updated', MORE, 'Updated'),
    );
    for (const { publishedAt, timePrecision, timeNote } of updates) {
      expect({ publishedAt, timePrecision }).toEqual({ publishedAt: '2013-09-13', timePrecision: 'day' });
      expect(timeNote).toMatch(/latest date of an embedded post/);
    }
  });
  test('without any day there is a problem that says how to give it', () => {
    const { updates, problems } = splitText(blog(PROSE, 'Updated', MORE, 'Updated'));
    expect(updates).toEqual([]);
    expect(problems[0]?.message).toMatch(/--date/);
  });
  test('a long record without a mark inside is named, not guessed at', () => {
    const { notes } = splitText(blog(...Array<string>(40).fill(PROSE), 'Updated', MORE, 'Updated'), { date });
    expect(notes).toEqual([expect.stringMatching(/^1 record may hold several updates/)]);
  });
});

describe('a page that is no live blog', () => {
  test('is one record, and a note says so', () => {
    const { dialect, updates, notes } = splitText(['Ferry called back', '', PROSE, '', MORE], { date });
    expect(dialect).toBe('article');
    expect(updates.map(({ title, text }) => [title, text])).toEqual([
      ['Ferry called back', `${PROSE}\n\n${MORE}`],
    ]);
    expect(notes).toEqual([expect.stringMatching(/one record/)]);
  });
  test('an empty one is a problem', () => {
    expect(splitText('\n \n', { date }).problems).toEqual([{ message: 'there is no text in it' }]);
  });
  test('--dialect forces a dialect', () => {
    expect(splitText(blog(PROSE, 'Updated'), { date, dialect: 'article' }).updates).toHaveLength(1);
  });
});
