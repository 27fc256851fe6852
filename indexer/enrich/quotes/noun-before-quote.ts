import type { Cue } from './cue.ts';
import { isNoun, ownerOf } from './nouns.ts';
import { nameIn, type Subject } from './subject.ts';
import { objectFrom } from './noun-phrase.ts';
import type { Piece } from './piece.ts';
import { publisherOf } from './subjects.ts';
import { namedWriter } from './texts.ts';
import { isAdverb, isAuxiliary, isBe, isMark, isPreposition, isWord } from './word-classes.ts';

/** From a noun to the verb that makes the quote the same: `his advice to the young bakers of the town was`. */
const LONGEST_PHRASE = 9;

/** Nouns that stand for words alone: what they are said to be is a quote, whatever it looks like. */
const MOTTOS = /^(?:motto|mantra|dictum|maxim|slogan|catchphrase|tagline|refrain)s?$/u;

/** Nouns of words that are given in full after them. */
const MESSAGES =
  /^(?:message|advice|line|verdict|view|response|answer|reply|conclusion|comment|explanation|question|warning|plea|appeal|suggestion|argument|statement)$/u;

/** Nouns that take no clause of what is said: in `a memo that "…"` the quote says what the memo did. */
const WRITINGS = /^(?:memo|e-?mail|letter|note|post|tweet|essay|article|op-ed|speech|quote)s?$/u;

/** `Kerry's claim that "…"`, `a claim by Kerry that it was "…"`, `Kerry's motto was, "…"`: by the noun of speech at `noun`. */
export function byNoun(pieces: readonly Piece[], noun: number, at: number): Cue | undefined {
  if (!isNoun(pieces, noun)) return undefined;
  const who =
    introducer(pieces, noun, at) ?? (isEquated(pieces, noun, at) ? owns(pieces, noun, at) : undefined);
  return who && { who, by: 'noun before quote' };
}

function introducer(pieces: readonly Piece[], noun: number, at: number): Subject | undefined {
  if (noun === at - 1 || isWord(pieces[noun + 1], 'that', 'to') || isMark(pieces[noun + 1], ':,')) {
    const owner = ownerOf(pieces, noun);
    if (owner) return owner;
  }
  return WRITINGS.test(pieces[noun]!.text) ? undefined : claimant(pieces, noun, at);
}

/** `a claim by Kerry that`, `Kerry made a claim in a speech that`. */
function claimant(pieces: readonly Piece[], noun: number, at: number): Subject | undefined {
  const that = pieces.findIndex((piece, i) => i > noun && i < at && isWord(piece, 'that'));
  if (that < 0 || isRelative(pieces[that + 1]) || isPredicate(pieces, that + 1, at)) return undefined;
  const writer = namedWriter(pieces, noun, that);
  if (writer) return writer.next === that && nameIn(writer.who) ? writer.who : undefined;
  return isPhrase(pieces.slice(noun + 1, that)) ? publisherOf(pieces, noun) : undefined;
}

/** `a claim that was false` tells of the claim. */
const isRelative = (next: Piece | undefined): boolean =>
  isBe(next) || isAuxiliary(next) || next?.verb !== undefined;

/** In `the claim by Kerry that Lavrov had left was "weak"` the quote, and those after it, are about the claim. */
const isPredicate = (pieces: readonly Piece[], from: number, at: number): boolean =>
  pieces.some(
    ({ kind }, i) =>
      kind === 'quote' &&
      i > from &&
      i <= at &&
      isBe(pieces[i - 1]) &&
      pieces.slice(from, i - 1).some((piece) => isBe(piece) || isAuxiliary(piece)),
  );

/** `Kerry's advice`, `the motto of Kerry`. */
const owns = (pieces: readonly Piece[], noun: number, at: number): Subject | undefined =>
  ownerOf(pieces, noun) ??
  namedWriter(pieces, noun, at)?.who ??
  (isWord(pieces[noun + 1], 'of') ? objectFrom(pieces, noun + 2) : undefined);

/** `his motto was "…"`, `his advice to them is: "…"`, `his verdict was that it is "…"`; but `his remark was "unfair"` says what others think of it. */
function isEquated(pieces: readonly Piece[], noun: number, at: number): boolean {
  const { text } = pieces[noun]!;
  if (!MOTTOS.test(text) && !MESSAGES.test(text)) return false;
  const be = pieces.findIndex((piece, i) => i > noun && i < at && isEquals(piece));
  if (be < 0 || be > noun + LONGEST_PHRASE || !isPhrase(pieces.slice(noun + 1, be))) return false;
  const end = pieces.findIndex(
    (piece, i) => i > be && !isAdverb(piece) && !isBe(piece) && !isWord(piece, 'simple', 'clear', 'this'),
  );
  if (isWord(pieces[end], 'that')) return true;
  if (end === at - 1) return isMark(pieces[end], ',:');
  return end === at && (pieces[at]!.capital || MOTTOS.test(text));
}

/** `was`, `used to be`, `remains`. */
const isEquals = (piece: Piece): boolean => isBe(piece) || isWord(piece, 'remains', 'remained', 'became');

/** `to the young bakers`, `of Kerry`, `used to`. */
const isPhrase = (pieces: readonly Piece[]): boolean =>
  pieces.length === 0 ||
  ((isPreposition(pieces[0]) || isWord(pieces[0], 'used', 'has', 'had')) &&
    pieces.every(({ kind, verb }) => (kind === 'word' || kind === 'name') && !verb));
