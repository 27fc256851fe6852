import { html } from 'hono/html';
import type { Correction, Relaxed, SearchResult } from '../query.ts';
import { retyped } from '../engine/retyped.ts';
import { href, setting } from './address.ts';
import type { SearchRequest } from './search-request.ts';

/** How the words were read, wherever that isn't just as they were typed. */
export const queryNotes = (request: SearchRequest, result: SearchResult) =>
  html`${wordless(request)} ${spelling(request, result.corrected)} ${suggestion(request, result.suggested)}
  ${relaxation(request, result.relaxed)} ${ignored(result.ignored)}`;

/** Something was typed, but no word: it is searched as if nothing was. */
const wordless = ({ parameters, query }: SearchRequest) =>
  parameters.q.trim() !== '' &&
  query.q === '' &&
  html`<p class="spelling">There are no words to search for in “${parameters.q.trim()}”.</p>`;

/** What was searched instead of words that were not found. */
function spelling({ address }: SearchRequest, corrected: Correction[]) {
  if (corrected.length === 0) return '';
  const found = corrected.map((word) => word.found.join(' or ')).join(', ');
  const typed = corrected.map((word) => word.typed).join(', ');
  return html`<p class="spelling">
    Showing <strong>${found}</strong> for <em>${typed}</em> ·
    <a href="${href(setting(address, 'match', 'exact'))}">search exactly</a>
  </p>`;
}

/** What was perhaps meant: a word that many updates have. */
function suggestion({ address, query }: SearchRequest, suggested: Correction[]) {
  if (suggested.length === 0) return '';
  const meant = retyped(query.q, suggested);
  return html`<p class="spelling">
    Did you mean <a href="${href(setting(address, 'q', meant))}">${meant}</a>?
  </p>`;
}

/** What the hits needn't have, because no update has all of it. */
function relaxation({ address }: SearchRequest, relaxed: Relaxed[]) {
  if (relaxed.length === 0) return '';
  const typed = (how: Relaxed['how']) => relaxed.filter((word) => word.how === how).map((word) => word.typed);
  const [dropped, titled] = [typed('dropped').join(' '), typed('title').join(' ')];
  return html`<p class="spelling">
    No update has all these words.
    ${dropped && html`Searched without <em>${dropped}</em>.`}${titled && html`<em>${titled}</em> may stand in the title of the live blog instead.`}
    <a href="${href(setting(address, 'match', 'exact'))}">Search exactly</a>
  </p>`;
}

const ignored = (words: string[]) =>
  words.length > 0 &&
  html`<p class="spelling">Only the first ten words count; ignored: <em>${words.join(' ')}</em></p>`;
