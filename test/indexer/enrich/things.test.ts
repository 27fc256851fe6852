import { expect, test } from 'vitest';
import { enrich } from '../../../indexer/enrich/enrich.ts';
import { knowledge, update } from './updates.ts';

const values = (text: string): string[] =>
  enrich([update(text)], knowledge, 'en').flatMap(({ evidence = [] }) =>
    evidence.filter(({ facet }) => facet !== 'mentionedDays').map(({ value }) => value),
  );

test('a thing is nobody, no organization and no place', () => {
  expect(values('Philae said nothing for days, and nobody doubted the Geneva Communiqué.')).toEqual([]);
  expect(values('She won the Nobel Peace Prize, he the Stanley Cup.')).toEqual([]);
});
test('what a longer name takes is that', () => {
  expect(values('The Nobel Committee met in Geneva.')).toEqual(['Nobel Foundation', 'Geneva', 'Switzerland']);
});
