import { expect, test } from 'vitest';
import { initialState, reduce, type Action, type Option } from '../../src/search-box/state.ts';

const option = (value: string): Option => ({ kind: 'person', label: value, value, note: '1' });
const two = [option('a'), option('b')];
const after = (...actions: Action[]) => actions.reduce(reduce, initialState);
const answered: Action[] = [
  { type: 'typed', query: 'k' },
  { type: 'answered', query: 'k', options: two },
];

test('an answer opens the list, an empty one closes it', () => {
  expect(after(...answered)).toEqual({ query: 'k', options: two, open: true, active: -1 });
  expect(after(...answered, { type: 'answered', query: 'k', options: [] }).open).toBe(false);
});
test('an answer to what was typed before comes too late', () => {
  expect(after({ type: 'typed', query: 'ke' }, { type: 'answered', query: 'k', options: two })).toEqual({
    ...initialState,
    query: 'ke',
  });
});
test('the old list stays until the new one is there; an empty field has none', () => {
  expect(after(...answered, { type: 'typed', query: 'ke' }).open).toBe(true);
  expect(after(...answered, { type: 'typed', query: ' ' })).toEqual({ ...initialState, query: ' ' });
});
test('arrows go round, with the field itself as a stop', () => {
  const down: Action = { type: 'moved', by: 1 };
  const up: Action = { type: 'moved', by: -1 };
  expect(
    [1, 2, 3, 4].map((n) => after(...answered, ...Array.from({ length: n }, () => down)).active),
  ).toEqual([0, 1, -1, 0]);
  expect([1, 2, 3].map((n) => after(...answered, ...Array.from({ length: n }, () => up)).active)).toEqual([
    1, 0, -1,
  ]);
  expect(after(down)).toBe(initialState);
});
test('closing keeps the list for the next arrow or focus', () => {
  const closed = after(...answered, { type: 'moved', by: 1 }, { type: 'closed' });
  expect(closed).toEqual({ query: 'k', options: two, open: false, active: -1 });
  expect(reduce(closed, { type: 'moved', by: 1 })).toMatchObject({ open: true, active: 0 });
  expect(reduce(closed, { type: 'opened' }).open).toBe(true);
  expect(reduce(initialState, { type: 'opened' }).open).toBe(false);
});
