import { expect, test } from 'vitest';
import type { SearchResult } from '../../src/query.ts';
import { queryNotes } from '../../src/site/query-notes.ts';
import { readRequest } from '../../src/site/search-request.ts';

function notes(address: string, given: Partial<SearchResult>): string {
  const read = readRequest(new URLSearchParams(address));
  if (!read.ok) throw new Error(read.problem.detail);
  const nothing = { corrected: [], suggested: [], relaxed: [], ignored: [] };
  return String(queryNotes(read.request, { ...nothing, ...given } as unknown as SearchResult)).trim();
}

test('nothing is said where the words were taken as typed', () => expect(notes('q=talks', {})).toBe(''));

test('a suggestion leads to the same search with the other word', () => {
  const html = notes('q=Polcie+%22at+noon%22&person=Ada+One&page=2', {
    suggested: [{ typed: 'polcie', found: ['police'] }],
  });
  expect(html).toContain('Did you mean');
  expect(html).toContain('href="/?q=police+%22at+noon%22&amp;person=Ada+One"');
  expect(html).toContain('>police &quot;at noon&quot;</a>');
});
