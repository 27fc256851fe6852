import { CALENDAR_WORDS } from '../names/calendar-words.ts';
import { isParticle, type NameToken } from '../names/name-tokens.ts';

const INSTITUTIONS = new Set(
  'University Bank Institute Museum Bishop Archbishop Battle Treaty Court College Duke Duchess Diocese Cape Bay Strait'.split(
    ' ',
  ),
);
const DIRECTIONS = new Set(
  'North South East West Northern Southern Eastern Western Central Far Mid Upper Lower Greater Downtown Inner Old'.split(
    ' ',
  ),
);
/** "Geneva II" is a conference, the "Kyoto Protocol" a paper. */
const EVENT =
  /^(?:[IVX]{1,4}|\d{1,2}|(?:Conventions?|Accords?|Agreement|Treaty|Protocol|Pact|Declaration|[Cc]ommunique|Conference|Summit|Process|Plan))$/;
/** "Ceamurlia de Jos", "Davao del Sur": what joins the parts of one name. */
const JOINS_NAMES = new Set([
  'de',
  'del',
  'di',
  'da',
  'la',
  'le',
  'du',
  'al',
  'el',
  'bin',
  'van',
  'von',
  'der',
  'dos',
]);

export const isEvent = (next: NameToken | undefined): boolean =>
  next?.joined === true && EVENT.test(next.key);

/** "New York Governor", "Boston Mayor": an office says nothing against the place. */
const OFFICES = new Set(
  'Governor Gov Senator Sen Congressman Congresswoman Rep Mayor Premier Sheriff'.split(' '),
);

const isOffice = ({ key, joined }: NameToken): boolean => joined && OFFICES.has(key);

/**
 * Does a longer name begin with the name that ends before token `to`: an institution, an event? `claimed` tokens have a
 * meaning already; what the tagger has `seen` as a location ends where it says.
 */
export function goesOn(
  tokens: readonly NameToken[],
  to: number,
  claimed: (at: number) => boolean,
  seen: boolean,
): boolean {
  const next = tokens[to];
  if (!next?.joined || isOffice(next)) return false;
  if (isEvent(next)) return true;
  if (seen) return false;
  if (JOINS_NAMES.has(next.key) && tokens[to + 1]?.joined && tokens[to + 1]!.capital) return true;
  return next.capital && !CALENDAR_WORDS.has(next.key) && !claimed(to);
}

/** "South West", "Far North": a region of some country has every direction for a name, but the words alone name none. */
export const isDirection = (tokens: readonly NameToken[]): boolean =>
  tokens.every(({ key }) => DIRECTIONS.has(key));

/** Does a longer name end with the name that starts at token `from`, mostly a person's? */
export function hasBegun(
  tokens: readonly NameToken[],
  from: number,
  claimed: (at: number) => boolean,
  firstNames: ReadonlySet<string>,
): boolean {
  const [twoBefore, before] = [tokens[from - 2], tokens[from - 1]];
  if (!before || !tokens[from]!.joined) return false;
  if (before.key === 'of' && INSTITUTIONS.has(twoBefore?.key ?? '')) return true;
  if (JOINS_NAMES.has(before.key) && before.joined && twoBefore?.capital) return !claimed(from - 2);
  if (!before.capital || isParticle(before.key) || claimed(from - 1)) return false;
  if (CALENDAR_WORDS.has(before.key) || DIRECTIONS.has(before.key)) return false;
  return !before.opens || firstNames.has(before.key);
}
