import { expect, test } from 'vitest';
import { addressOf, apiOf } from '../../src/search-box/address.ts';
import { createSuggest } from '../../src/search-box/client.ts';

const answer = {
  people: [{ value: 'John Kerry', count: 7 }],
  organizations: [],
  places: [{ value: 'Montreux', count: 1 }],
  updates: [{ update: { id: 'u1', text: `${'word '.repeat(30)}end`, publishedAt: '2014-01-22T13:00:00Z' } }],
};

test('an answer becomes options, names first, long texts cut', async () => {
  const asked: string[] = [];
  const suggest = createSuggest('https://news.example/', async (url) => {
    asked.push(String(url));
    return Response.json(answer);
  });
  const options = await suggest('ker & co');
  expect(asked).toEqual(['https://news.example/v1/suggest?q=ker+%26+co']);
  expect(options?.map(({ kind, note }) => [kind, note])).toEqual([
    ['person', 'person, 7 updates'],
    ['place', 'place, 1 update'],
    ['update', '2014-01-22'],
  ]);
  expect(options?.[2]?.label).toMatch(/^word .{60,90} …$/);
});

test('a new question aborts the one before', async () => {
  const signals: AbortSignal[] = [];
  const suggest = createSuggest('', (_, init) => {
    signals.push(init!.signal!);
    return new Promise((resolve, reject) => {
      init!.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      if (signals.length === 2) resolve(Response.json(answer));
    });
  });
  const [first, second] = await Promise.all([suggest('k'), suggest('ke')]);
  expect(signals[0]!.aborted).toBe(true);
  expect([first, second?.length]).toEqual([undefined, 3]);
});

test('a service that is away suggests nothing and breaks nothing', async () => {
  expect(await createSuggest('', async () => Promise.reject(new TypeError()))('k')).toBeUndefined();
  expect(await createSuggest('', async () => new Response('', { status: 503 }))('k')).toBeUndefined();
});

test('a choice leads to the site that the form searches', () => {
  const option = { label: '', note: '' };
  const action = 'https://dateline.example/?old=1#x';
  expect(addressOf({ ...option, kind: 'person', value: 'A & B' }, action)).toBe(
    'https://dateline.example/?person=A+%26+B',
  );
  expect(addressOf({ ...option, kind: 'update', value: 'u/1' }, action)).toBe(
    'https://dateline.example/updates/u%2F1',
  );
  expect(apiOf(null, action)).toBe('https://dateline.example');
  expect(apiOf('https://api.example', action)).toBe('https://api.example');
});
