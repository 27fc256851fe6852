import type { Field } from '../mention.ts';
import { speechForm } from '../quotes/speech-verbs.ts';
import { CALENDAR_WORDS } from './calendar-words.ts';
import { isParticle, type NameToken } from './name-tokens.ts';
import { TITLES } from './titles.ts';

/** Words in a text, tokens `from` to before `to`, and whether a quote stands right beside them and their verb. */
interface Source {
  from: number;
  to: number;
  quoted: boolean;
  /** What it is called says that it is an organization. */
  isNews?: boolean;
}
type Range = Pick<Source, 'from' | 'to'>;

/** How many words stand between the commas of `Ann Quill, who lives in Leeds, said` at most. */
const LONGEST_INSERTION = 16;

/** How many words stand between `a` and the last one of a description at most. */
const LONGEST_DESCRIPTION = 5;

/** Words with a capital that are nobody's name, though they may speak. */
const NOBODY = new Set(
  'I He She It They We You One Some Many Most All That This These Those What Which Who When Where As If But And Or So Then The A An Mr Mrs Ms Dr MP MPs PM CEO'.split(
    ' ',
  ),
);

/**
 * Where a text names who speaks, whatever the tagger sees there: words with capitals right beside a verb of
 * speech, `"…," said Ann Quill`, `Ann Quill said`, `Ann Quill, who lives in Leeds, said`. The first word of a
 * sentence may have its capital for that alone.
 */
export function sourcesIn(field: Field): Source[] {
  return runsIn(field).flatMap((run) => {
    const site = newsSite(field, run);
    if (site) return [{ ...site, quoted: false, isNews: true }];
    if (!isLongEnough(field, run)) return [];
    const quoted = saysBefore(field, run) || saysAfterQuote(field, run);
    return quoted || saysAfter(field, run) || saysAfterCommas(field, run) ? [{ ...run, quoted }] : [];
  });
}

/** `according to WeatherHub`, `according to Channel 4`: a site or broadcaster, by how such names are written. */
function newsSite({ tokens }: Field, { from, to }: Range): Range | undefined {
  const isGiven = tokens[from - 1]?.key === 'to' && /^according$/iu.test(tokens[from - 2]?.key ?? '');
  if (!isGiven) return undefined;
  const isNumbered =
    BROADCASTER.test(tokens[to - 1]!.key) && tokens[to]?.joined && /^\d{1,3}$/u.test(tokens[to].key);
  if (isNumbered) return { from, to: to + 1 };
  return to - from === 1 && TWO_WORDS.test(tokens[from]!.key) ? { from, to } : undefined;
}

/** With American call signs: `KXTV 7`. */
const BROADCASTER = /^(?:TV|Channel|Radio|News|FM|Fox|ABC|NBC|CBS|CW|[KW]\p{Lu}{2,3})$/u;

/** `WeatherHub`; McArdle, DeSantis and LeBron are people. */
const TWO_WORDS = /^(?!(?:Mac|Mc|De|Du|Di|Da|La|Le|Van|Von|Fitz|St|O)\p{Lu})\p{Lu}\p{Ll}+\p{Lu}[\p{L}\d]+$/u;

/** Words with capitals that nothing parts, without titles before them. */
function runsIn({ tokens }: Field): Range[] {
  const runs: Range[] = [];
  for (let at = 0; at < tokens.length;) {
    let to = at;
    while (to < tokens.length && belongs(tokens, to, at)) to++;
    let from = at;
    while (from < to && (TITLES.has(tokens[from]!.key) || isParticle(tokens[from]!.key))) from++;
    let end = to;
    while (end > from && !tokens[end - 1]!.capital) end--;
    if (end > from) runs.push({ from, to: end });
    at = Math.max(to, at + 1);
  }
  return runs;
}

const belongs = (tokens: readonly NameToken[], at: number, from: number): boolean =>
  (at === from || tokens[at]!.joined) &&
  (tokens[at]!.capital
    ? !NOBODY.has(tokens[at]!.key) && !CALENDAR_WORDS.has(tokens[at]!.key)
    : at > from && isParticle(tokens[at]!.key) && tokens[at + 1]?.capital === true);

const isLongEnough = ({ tokens }: Field, { from, to }: Range): boolean =>
  tokens.slice(from, to).some(({ key }) => key.length > 1) &&
  (to - from > 1 || !(tokens[from]!.opens || isDescribed(tokens, from)));

/** `the German said`, `a Toronto-based Scot said`. */
function isDescribed(tokens: readonly NameToken[], at: number): boolean {
  for (let from = at - 1; from >= at - LONGEST_DESCRIPTION && tokens[from + 1]?.joined; from--)
    if (/^(?:the|a|an|this)$/iu.test(tokens[from]!.key)) return true;
  return false;
}

/** `"…," Ann Quill said`. */
const saysAfterQuote = ({ text, tokens }: Field, { from, to }: Range): boolean =>
  tokens[to]?.joined === true && isSpeech(tokens[to]) && followsQuote(text, tokens, from);

/** `"…," said Mayor Ann Quill`; not `said Iraqi officials`. */
function saysBefore({ text, tokens }: Field, { from, to }: Range): boolean {
  const next = tokens[to];
  if (next?.joined && !next.capital && !AFTER_NAME.test(next.key)) return false;
  let verb = from - 1;
  while (verb >= 0 && TITLES.has(tokens[verb]!.key)) verb--;
  return isSpeech(tokens[verb]) && followsQuote(text, tokens, verb);
}

const AFTER_NAME =
  /^(?:in|on|at|of|to|as|after|before|during|when|while|who|and|last|this|by|from|via|with|for)$/u;

const followsQuote = (text: string, tokens: readonly NameToken[], at: number): boolean =>
  at > 0 && /^[,?!…] ?[”"’']+ $/u.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start));

/** `Ann Quill said`. */
const saysAfter = ({ tokens }: Field, { to }: Range): boolean =>
  tokens[to]?.joined === true && SAID.test(tokens[to].key);

/** `Ann Quill, who lives in Leeds, said`. */
function saysAfterCommas({ text, tokens }: Field, { from, to }: Range): boolean {
  if (to - from < 2 || !opens(tokens, from)) return false;
  const between = (at: number) => text.slice(tokens[at - 1]!.end, tokens[at]!.start);
  const end = Math.min(to + LONGEST_INSERTION, tokens.length);
  if (to >= end || between(to) !== ', ') return false;
  for (let at = to + 1; at < end && !tokens[at]!.opens; at++)
    if (SAID.test(tokens[at]!.key) && between(at) === ', ') return true;
  return false;
}

const opens = (tokens: readonly NameToken[], from: number): boolean =>
  tokens[from]!.opens || (tokens[from - 1]?.opens === true && TITLES.has(tokens[from - 1]!.key));

/** What only people and organizations do, even where no quote says that this is speech. */
const SAID =
  /^(?:said|says|told|tells|added|wrote|argued|explained|insisted|warned|claimed|predicted|recalled|testified|acknowledged|admitted|conceded|replied)$/u;

function isSpeech(token: NameToken | undefined): boolean {
  const form = token && !token.capital ? speechForm(token.key) : undefined;
  return form !== undefined && form.says && !form.ing && !form.base;
}
