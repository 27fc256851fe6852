import { expect, test } from 'vitest';
import { authorsOf } from '../../../indexer/sources/byline.ts';

test.each([
  ['By Ann Lee and Bo van Dam', ['Ann Lee', 'Bo van Dam']],
  ['Ann Lee, Bo Dam & Cy Fox', ['Ann Lee', 'Bo Dam', 'Cy Fox']],
  ['Ana de la Cruz, Minister of Fisheries', ['Ana de la Cruz']],
  ['By Ann Lee, Chief Political Correspondent, and Bo Dam', ['Ann Lee', 'Bo Dam']],
  ['Ann Lee, Editor at Large; Bo Dam, reporter in Malmö', ['Ann Lee', 'Bo Dam']],
  ['Ann Editor and Bo Dam', ['Ann Editor', 'Bo Dam']],
  ['Ann Lee, Reuters', ['Ann Lee, Reuters']],
  ['The Harbour Desk', ['The Harbour Desk']],
  ['President of the Harbour', ['President of the Harbour']],
  ['', []],
])('%j is by %j', (byline, authors) => expect(authorsOf(byline)).toEqual(authors));
