import type { Piece } from './piece.ts';
import { isMark, isWord } from './word-classes.ts';

/**
 * Is a verb with a subject that nobody names only part of what somebody else says: `Kerry said Russia responded to
 * "…"`, `Kerry said it would add "…"`, `Kerry said the vote signals "…"`?
 */
export const isReported = (pieces: readonly Piece[], verb: number, at: number): boolean =>
  [isPlan, isDeed, isSign].some((is) => is(pieces, verb, at));

/** `Putin said Russia responded with force to "…"`: these verbs are of speech only right beside words. */
const isDeed = (pieces: readonly Piece[], verb: number, at: number): boolean =>
  DEED.test(pieces[verb]!.text) &&
  verb < at - 1 &&
  !isWord(pieces[verb + 1], 'that') &&
  !isMark(pieces[at - 1], ',:');

const DEED = /^(?:respond|challeng|beg[aiu]n|continu|threaten|shot|snapp|agree|demand|want|fear|hop)/u;

/** `Critics said it would add "…"`: who would add it isn't who says so; in `Kerry said critics add "…"` critics do. */
const isPlan = (pieces: readonly Piece[], verb: number): boolean =>
  pieces[verb]!.verb!.base && (MENTAL.test(pieces[verb]!.text) || !isSomebody(pieces[verb - 1]));

/** What others think is known from whoever says so. */
const MENTAL = /^(?:believe|think|feel|fear|hope|want|expect|consider|regard|view|doubt)$/u;

/** `Kerry said the vote signals "a new start"`: what a thing shows, or a town feels, is still said by him. */
const isSign = (pieces: readonly Piece[], verb: number): boolean =>
  SIGNS.test(pieces[verb]!.text) && isWord(pieces[verb - 1]) && !isSomebody(pieces[verb - 1]);

const SIGNS =
  /^(?:signal|indicat|impl|underlin|underscor|highlight|reflect|reveal|suggest|confirm|felt|feel)/u;

/** Those who speak, by the look of the word for them. */
const isSomebody = (piece: Piece | undefined): boolean => isWord(piece) && SOMEBODY.test(piece.text);

const SOMEBODY =
  /^(?:critics|people|some|others|many|who|it|police|officials|sources|company|firm|group|agency|government|ministry|department|office|union|party|court|.*(?:er|or|ist|man|men|ian|ent|ant|ive|rt)s?)$/u;
