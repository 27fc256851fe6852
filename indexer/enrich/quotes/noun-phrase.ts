import { descriptionFrom } from './descriptions.ts';
import { POSSESSIVE, type NamePiece, type Piece } from './piece.ts';
import { canSpeak, isPerson, nameIn, pronounOf, type Subject } from './subject.ts';
import {
  isBe,
  isBetween,
  isNamedBody,
  isConjunction,
  isDeterminer,
  isFollowing,
  isFunctionWord,
  isMark,
  isPreposition,
  isRole,
  isWord,
} from './word-classes.ts';

/** How many pieces a noun phrase before its name takes at most: `the bureau's long-serving deputy director for …`. */
const LONGEST_PHRASE = 12;
/** From a title to the name after its comma: `the leader of the Anti-Defamation League, Jonathan Greenblatt`. */
const LONGEST_TITLE = 10;

/** Reads the noun phrase that starts at `from`; nothing if none does. A name that only says whose somebody is isn't its name. */
export function subjectFrom(pieces: readonly Piece[], from: number): Subject | undefined {
  const pronoun = pronounOf(pieces[from]);
  if (pronoun) return { pronoun };
  for (let at = from; at < Math.min(from + LONGEST_PHRASE, pieces.length); at++) {
    const piece = pieces[at]!;
    if (isMark(piece, POSSESSIVE) || isPossessor(pieces, at)) continue;
    // `the US-based institute`
    if (isHyphen(pieces, at) || isHyphen(pieces, at + 1)) continue;
    // `S&P analyst Ann Quill`
    if (isMark(piece, '&') && at > from) continue;
    if (isMark(piece, "'’") && isPossessor(pieces, at - 1)) continue;
    if (isOffice(pieces, at)) continue;
    if (piece.kind === 'name' && !isOthersName(pieces, at)) return named(pieces, at);
    if (isMark(piece, ',')) return nameAfterTitle(pieces, at);
    if (piece.kind === 'quote' || piece.kind === 'mark') return undefined;
    if (isWord(piece, 'and') && at > from && isRoleWord(pieces[at + 1])) continue;
    if (isPreposition(piece) || isConjunction(piece))
      return at === from ? undefined : nameAfterTitle(pieces, at);
    if (piece.kind === 'word' && endsPhrase(piece)) {
      if (at === from) return undefined;
      return isRelative(pieces.slice(from, at)) ? nameAfterTitle(pieces, at) : 'unnamed';
    }
  }
  return undefined;
}

/** The same after a verb or preposition, where a word after the name makes it somebody else's: `said Clinton aides`. */
export function objectFrom(pieces: readonly Piece[], from: number): Subject {
  const who = subjectFrom(pieces, from) ?? 'unnamed';
  const name = nameIn(who);
  const after = name ? pieces.indexOf(name) + 1 : -1;
  const next = pieces[isPerson(name) ? after : afterBracket(pieces, after)];
  const isOthers = isRoleWord(next) && !next?.capital && !isBetween(next);
  if (isOthers && (isPerson(name) || !isBody(pieces, pieces.indexOf(next!)))) return 'unnamed';
  const description = who === 'unnamed' ? descriptionFrom(pieces, from) : undefined;
  return description ? { described: description } : who;
}

/** `(the Road Watch) news agency`; not `(the Road Watch) agency chief`. */
function isBody(pieces: readonly Piece[], at: number): boolean {
  const isAgency = isWord(pieces[at], 'news') && isWord(pieces[at + 1], 'agency');
  return (isAgency || isNamedBody(pieces[at])) && !isRoleWord(pieces[isAgency ? at + 2 : at + 1]);
}

/** What comes after `(CDC)`, if there is a bracket at `at`. */
function afterBracket(pieces: readonly Piece[], at: number): number {
  const close = isMark(pieces[at], '(') ? pieces.findIndex((piece, i) => i > at && isMark(piece, ')')) : -1;
  return close < 0 ? at : close + 1;
}

const isHyphen = (pieces: readonly Piece[], at: number): boolean =>
  isMark(pieces[at], '-') && pieces[at - 1]?.kind === 'name' && pieces[at - 1]!.end === pieces[at]!.start;

/** `Kerry's`, `Sanders'`. */
const isPossessor = (pieces: readonly Piece[], at: number) =>
  pieces[at]?.kind === 'name' && (isMark(pieces[at + 1], POSSESSIVE) || isMark(pieces[at + 1], "'’"));

/** The `of` in `Secretary of State Ann Quill`, `Director of National Intelligence Ann Quill`: an office with its holder. */
function isOffice(pieces: readonly Piece[], at: number): boolean {
  const office = pieces[at - 1];
  if (!isWord(pieces[at], 'of') || !isWord(office, 'secretary', 'minister', 'director', 'chief'))
    return false;
  let next = office.capital ? at + 1 : pieces.length;
  while (next <= at + 3 && pieces[next]?.capital && !isPerson(pieces[next])) next++;
  return next > at + 1 && isPerson(pieces[next]);
}

/** A word of a title or role: `deputy leader and graduate student Michael Brown`. */
const isRoleWord = (piece: Piece | undefined): boolean =>
  isWord(piece) && !isFunctionWord(piece) && !piece.verb && !piece.text.endsWith('ing');

/** `Kerry praised Lavrov` and `Kerry beats Lavrov` are no names with titles. */
const FINITE_VERB =
  /(?:ed|[^s]s|^(?:sent|met|gave|beat|saw|took|left|made|won|lost|held|led|put|got|went|came|became|knew|thought|brought|told|paid|bought|sold|and|mr|ms))$/u;

/** `Clinton campaign manager Robby Mook`: the first name only says whose manager he is. */
function isOthersName(pieces: readonly Piece[], at: number): boolean {
  let next = at + 1;
  while (next < at + 5 && isRoleWord(pieces[next]) && !FINITE_VERB.test(pieces[next]!.text)) next++;
  if (next > at + 1 && isMark(pieces[next], ',')) next++;
  return next > at + 1 && isPerson(pieces[next]);
}

function named(pieces: readonly Piece[], at: number): Subject {
  const name = pieces[at];
  const next = pieces[at + 1];
  const other = pieces[at + 2];
  if (isWord(next, 'and') && (other?.capital || isDeterminer(other) || isWord(other, 'others')))
    return 'unnamed';
  // `the Labour leader`, `Clinton aides`
  if (!next?.capital && (isRole(next) || isFollowing(next)))
    return isMark(other, ',') ? nameAfterTitle(pieces, at + 2) : 'unnamed';
  // `the Chief Veterinary Officer, Ann Quill`
  const bearer = isMark(next, ',') && endsAsRole(name) ? nameIn(nameAfterTitle(pieces, at)) : undefined;
  if (bearer) return { name: bearer };
  // `Director of National Intelligence Ann Quill`
  if (!isPerson(name) && isPerson(next)) return { name: next };
  if (canSpeak(name)) return { name };
  return isMark(pieces[at + 1], ',') ? nameAfterTitle(pieces, at) : 'unnamed';
}

const endsAsRole = (piece: Piece | undefined): boolean =>
  /(?:officer|minister|director|secretary|president|chairman|chief|commissioner|general|manager|executive)$/u.test(
    piece?.text ?? '',
  );

/** `the editor I (was talking to, Ann Quill, …)`: a relative clause goes on before the name. */
const isRelative = ([first, ...more]: readonly Piece[]): boolean =>
  isDeterminer(first) && more.some((piece) => isWord(piece, 'i', 'we', 'he', 'she', 'they', 'who', 'whom'));

const endsPhrase = (piece: Piece) => isBe(piece) || isBetween(piece) || piece.verb?.past === true;

/** `the leader of the league, Jonathan Greenblatt, …`: the person alone after the next comma. */
function nameAfterTitle(pieces: readonly Piece[], from: number): Subject {
  const comma = pieces.findIndex((piece, i) => i >= from && i < from + LONGEST_TITLE && isMark(piece, ','));
  const name = comma < 0 ? undefined : titledName(pieces, comma + 1);
  const after = name && pieces[pieces.indexOf(name) + 1];
  return name && (!after || isMark(after, ',.') || after.kind === 'word') ? { name } : 'unnamed';
}

/** `Labour MP Barry Sheerman`, `US envoy John Kerry`: whose envoy he is. */
const isBeforeTitle = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]?.kind === 'name' && !isPerson(pieces[at]) && pieces[at + 1]?.kind !== 'mark';

/** `Jonathan Greenblatt`, `Insp Simon Riley`, `culture secretary Lucy Frazer`: a person's name, with a title at most. */
export function titledName(pieces: readonly Piece[], from: number): NamePiece | undefined {
  let at = from;
  while (at < from + 4 && (isRoleWord(pieces[at]) || isBeforeTitle(pieces, at))) at++;
  const name = pieces[at];
  return isPerson(name) ? name : undefined;
}
