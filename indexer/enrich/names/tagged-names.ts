import { spanOf } from '../evidence.ts';
import { addMentions, type Field, type Mention, type Unlisted } from '../mention.ts';
import type { NameType } from '../tagger/labels.ts';
import { isEvent } from '../places/longer-name.ts';
import { isLocation, type TaggedName } from '../tagger/tagged-name.ts';
import { speaks } from './lone-names.ts';
import { CALENDAR_WORDS } from './calendar-words.ts';
import { TITLES } from './titles.ts';
import { coreLength } from './organization-names.ts';
import { isNamedAfter, typeByLastWord } from './name-shapes.ts';
import { isParticle, type NameToken } from './name-tokens.ts';
import { namesIn } from './person-names.ts';

/**
 * From these scores on the tagger is believed (tuned on half of two sets of news texts): places are
 * doubted more because a wrong one stands on the map, a lone word because it is a surname or half a name at best.
 */
const LEAST_SCORE: Record<NameType, number> = { person: 0.5, organization: 0.6, location: 0.85 };
const LEAST_SCORE_OF_LONE_WORD = 0.8;
const LEAST_SCORE_OF_SPEAKER = 0.5;
/** Characters; what is longer is a line in capitals or a list, and too long for a facet. */
const LONGEST_NAME = 100;
const UNLISTED_TYPE: Record<NameType, Unlisted['type']> = {
  person: 'person',
  organization: 'organization',
  location: 'place',
};

/**
 * Marks names that no table has, as the tagger sees them. A table's name stands, except inside a
 * longer one: the Missouri in "University of Missouri", the Jordan in "Lena Jordan".
 */
export function addTaggedNames(field: Field, tagged: readonly TaggedName[]): void {
  const fitting = tagged
    .filter((name) => isSure(field, name))
    .flatMap((name) => trimmed(field, name))
    .filter(({ from }) => !isNamedAfter(field.tokens, from))
    .map((name) => ({ ...name, type: typeByLastWord(field.tokens, name) }))
    .filter((name) => saysMore(field, name));
  const isInside = (mention: Mention) => fitting.some((name) => overlap(name, mention));
  field.mentions = field.mentions.filter((mention) => !isInside(mention));
  const startingAt = new Map(fitting.map((name) => [name.from, name]));
  addMentions(field, (_, at) => {
    const name = startingAt.get(at);
    if (!name) return undefined;
    const unlisted = { name: nameOf(field, name), type: UNLISTED_TYPE[name.type] };
    return { to: name.to, means: { unlisted }, by: 'tagger', score: name.score };
  });
}

/** What facets call it: a company goes without its legal form. */
function nameOf(field: Field, { type, from, to }: TaggedName): string {
  const length = type === 'organization' ? coreLength(field.tokens.slice(from, to)) : to - from;
  return spanOf(field, { from, to: from + length }).surface;
}

function isSure(field: Field, { type, from, to, score, source }: TaggedName): boolean {
  if (field.tokens[to - 1]!.end - field.tokens[from]!.start > LONGEST_NAME) return false;
  if (source) return true;
  const isLone = to - from === 1 && type !== 'location' && !ACRONYM.test(field.tokens[from]!.key);
  if (!isLone) return score >= LEAST_SCORE[type];
  return score >= (speaks(field, from) ? LEAST_SCORE_OF_SPEAKER : LEAST_SCORE_OF_LONE_WORD);
}

/** Capitals alone say that it is an organization's name. */
const ACRONYM = /^\p{Lu}{2,}\d*$/u;

/** Does the name say more than the tables' names that it overlaps, if any? "Geneva II" is no place. */
function saysMore({ tokens, mentions }: Field, name: TaggedName): boolean {
  if (isLocation(name) && isEvent(tokens[name.to])) return false;
  const known = mentions.filter((mention) => overlap(name, mention));
  if (known.length === 0) return true;
  if (isLocation(name)) return false;
  return known.every((mention) => contains(name, mention) && !isFullName(tokens, mention));
}

/** A person whom the table has by first name and surname: not `De Niro`. */
const isFullName = (tokens: readonly NameToken[], { from, to, means }: Mention): boolean =>
  'entity' in means && means.entity.type === 'person' && namesIn(tokens.slice(from, to)).length > 1;

type Range = Pick<Mention, 'from' | 'to'>;
const overlap = (one: Range, other: Range): boolean => one.from < other.to && other.from < one.to;
const contains = (outer: Range, inner: Range): boolean =>
  outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;

/** Words with which a sentence opens and no name does. */
const OPENERS = new Set(
  (
    'the a an and but or nor so yet if when while where what who how why since once until after before although though ' +
    'because as in on at for with under like unlike despite instead maybe perhaps however meanwhile later earlier then ' +
    'now here there this that these those also even just only still both either neither yes no not'
  ).split(' '),
);
/** Small words that stand inside a name: "Bank of England", "Doctors without Borders"; a single letter is a possessive. */
const LINKS = /^(?:.|in|on|to|at|with|without|against|under|y|e|et|und|sur|des|do)$/;

/** The name without title, article, possessive or a day that stands beside it; nothing if no name is left. */
function trimmed(field: Field, name: TaggedName): TaggedName[] {
  const { text, tokens } = field;
  let { from, to } = name;
  const isSmall = ({ start, end }: NameToken) => !/[\p{Lu}\p{N}]/u.test(text.slice(start, end));
  const leads = ({ key }: NameToken) =>
    OPENERS.has(key.toLowerCase()) || CALENDAR_WORDS.has(key) || (name.type === 'person' && TITLES.has(key));
  const ends = (token: NameToken) => isSmall(token) && !isParticle(token.key) && !LINKS.test(token.key);
  while (from < to && leads(tokens[from]!)) from++;
  from = afterPossessor(field, from, to);
  const end = tokens.slice(from + 1, to).findIndex(ends);
  if (end >= 0) to = from + 1 + end;
  while (
    from < to &&
    (CALENDAR_WORDS.has(tokens[to - 1]!.key) || isSmall(tokens[to - 1]!) || isPossessive(field, to - 1))
  )
    to--;
  return from < to ? [{ ...name, from, to }] : [];
}

/** "Iraq's National Orchestra" is Iraq and its orchestra. */
function afterPossessor(field: Field, from: number, to: number): number {
  const owner = field.mentions.find((mention) => mention.from === from);
  return owner && owner.to + 1 < to && isPossessive(field, owner.to) ? owner.to + 1 : from;
}

const isPossessive = ({ text, tokens }: Field, at: number): boolean =>
  /^['’]s$/i.test(text.slice(tokens[at]!.start - 1, tokens[at]!.end));
