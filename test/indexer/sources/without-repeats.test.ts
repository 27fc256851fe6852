import { expect, test } from 'vitest';
import { withoutRepeats } from '../../../indexer/sources/without-repeats.ts';

const draft = (ownId: string, title: string, marks: { pinned?: true; keyEvent?: true } = {}) => ({
  place: '$',
  ownId,
  title,
  ...marks,
});

test.each([
  ['the same twice', [draft('a', 'One'), draft('a', 'One')], [draft('a', 'One')], undefined],
  [
    'a pinned post in other words',
    [draft('a', 'One'), draft('a', 'In short', { pinned: true })],
    [draft('a', 'One', { pinned: true })],
    undefined,
  ],
  [
    'two updates and one of them again',
    [draft('a', 'One'), draft('a', 'Two'), draft('b', 'Three')],
    [{ place: '$', title: 'One' }, { place: '$', title: 'Two' }, draft('b', 'Three')],
    { count: 2, place: '$' },
  ],
  [
    'two key events',
    [draft('a', 'One', { keyEvent: true }), draft('a', 'Two', { keyEvent: true })],
    [
      { place: '$', title: 'One', keyEvent: true },
      { place: '$', title: 'Two', keyEvent: true },
    ],
    { count: 2, place: '$' },
  ],
])('%s', (_, drafts, kept, shared) => {
  const found = withoutRepeats(drafts);
  expect(found.drafts).toEqual(kept);
  expect(found.shared).toEqual(shared);
});
