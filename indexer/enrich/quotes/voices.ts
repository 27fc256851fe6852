import { isNews } from '../credits.ts';
import { nameOf } from '../mention.ts';
import { atEnd, isSaying } from './after-quote.ts';
import type { Cast } from './cast.ts';
import { accordingTo } from './cues.ts';
import { isPerson, nameIn, pronounOf, type Subject } from './subject.ts';
import { openingSubject } from './opening.ts';
import { isAge, isInPhrase } from './own-name.ts';
import type { Piece } from './piece.ts';
import { resolve } from './resolve.ts';
import type { Sentence } from './sentences.ts';
import { describedSubject, spokenSubject } from './subjects.ts';
import { publicationsIn, voice, type Speaker, type Voice } from './voice.ts';
import { isMark, isWord } from './word-classes.ts';

/** Who is heard or seen in a sentence that quotes nobody; the one before if nobody is. */
export function voiceWithoutQuote(
  sentence: Sentence,
  last: Voice | undefined,
  cast: Cast,
): Voice | undefined {
  const { line, pieces } = sentence;
  const says = pieces.some((piece, at) => isSaying(pieces, at) || isWord(piece, 'according'));
  const reporter = says ? resolve(reporterIn(pieces), last, cast) : undefined;
  if (reporter) return voice(reporter, sentence, last, { quoted: false, reported: true });
  const who = subjectOfAll(pieces);
  if (who === 'unnamed' && isSomebodyNew(pieces)) return { line, quoted: false };
  // In `She dreamt of Kerry` he is somebody else, in `When Kerry came, she` perhaps not.
  const pronoun =
    who === 'unnamed' || !('pronoun' in who) ? -1 : pieces.findIndex((piece) => pronounOf(piece));
  const speaker = resolve(who, last, cast) ?? onlyPerson(pronoun < 0 ? pieces : pieces.slice(0, pronoun));
  const publishes = publicationsIn(pieces).size > 0;
  const reported = publishes || pieces.some((piece) => isWord(piece, 'spoke', 'speaks'));
  if (isPerson(speaker) || (speaker && publishes))
    return voice(speaker, sentence, last, { quoted: false, reported });
  return last && { ...last, quoted: false, reported: false, ...(says && NOBODY_HEARD) };
}

/** `A man`; `Shanti, 45,` whose name alone no table or tagger knows. */
const isSomebodyNew = ([first, comma, age]: readonly Piece[]): boolean =>
  isWord(first, 'a', 'an', 'another') || (isWord(first) && isMark(comma, ',') && isAge(age));

/** Somebody unnamed said something: `it` and `the ministry` mean nobody heard before. */
const NOBODY_HEARD = { speaker: undefined, organization: undefined };

/** Who is said to say something. */
const reporterIn = (pieces: readonly Piece[]): Subject =>
  [atEnd(pieces, 0)?.who].find(nameIn) ??
  withNear(pieces, spokenSubject(pieces)) ??
  describedSubject(pieces) ??
  sourceOf(pieces) ??
  'unnamed';

/** `According to Kerry, the road is open`: no agency, which may report what others say. */
function sourceOf(pieces: readonly Piece[]): Subject | undefined {
  const who = accordingTo(pieces)?.who;
  const name = nameIn(who);
  return name && !isNews(name.mention) ? who : undefined;
}

/** `For the chief analyst Ann Quill`: from the beginning of the sentence. */
const LONGEST_TITLE = 4;

/** The only person of a sentence, as in `It was here that Kerry learned to drive`; not in `a song of Kerry's`. */
function onlyPerson(pieces: readonly Piece[]): Speaker | undefined {
  const people = pieces.flatMap((piece, at) => (isPerson(piece) ? { piece, at } : []));
  const acts = people.find(
    ({ at }) =>
      (isWord(pieces[at + 1]) && !isMark(pieces[at - 1], '(') && !isInPhrase(pieces, at)) ||
      // `For the analyst Ann Quill, the choice was easy`; `The envoy to the talks, John Kerry, has left`
      (isWord(pieces[at - 1], 'for') && at <= 2) ||
      (isWord(pieces[0], 'for') && at <= LONGEST_TITLE && isMark(pieces[at + 1], ',')) ||
      (isMark(pieces[at - 1], ',') && isMark(pieces[at + 1], ',')),
  );
  return new Set(people.map(({ piece }) => nameOf(piece.mention.means))).size === 1 ? acts?.piece : undefined;
}

/** Whom a sentence is about. */
function subjectOfAll(pieces: readonly Piece[]): Subject {
  const tagged = atEnd(pieces, 0)?.who;
  if (nameIn(tagged)) return tagged!;
  return withNear(pieces, spokenSubject(pieces)) ?? openingSubject(pieces) ?? 'unnamed';
}

/** A pronoun may mean the name with which its sentence begins. */
function withNear(pieces: readonly Piece[], who: Subject | undefined): Subject | undefined {
  if (who === undefined || who === 'unnamed' || !('pronoun' in who)) return who;
  const name = nameIn(openingSubject(pieces));
  return name ? { ...who, near: [name] } : who;
}
