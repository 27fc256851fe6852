import { isNews } from '../credits.ts';
import { isNoun, ownerOf } from './nouns.ts';
import { canSpeak, isPerson, nameIn, type Subject } from './subject.ts';
import { objectFrom } from './noun-phrase.ts';
import { POSSESSIVE, type Piece } from './piece.ts';
import {
  isConjunction,
  isDeterminer,
  isFunctionWord,
  isPreposition,
  isTime,
  isWord,
} from './word-classes.ts';

/** What is written or recorded and has words of its own, beside the nouns of speech. */
const TEXTS =
  /^(?:caption|sign|banner|poster|placard|plaque|notice|editorial|column|study|story|interview|video|text|rant|meme|headline|card|flyer|leaflet|piece|posting|blog|e-mail|complaint|lawsuit|document|filing|release|survey)s?$/u;

/** How many pieces a text and what is said of it take: `an angry letter on Monday from Ann Quill to the city of Leeds`. */
const LONGEST_PHRASE = 12;
/** How far before its text a verb stands that publishes it: `posted a picture of the old road with a caption`. */
const LONGEST_OBJECT = 8;

const PUBLISHES =
  /^(?:(?:issu|repeat|reiterat|voic|lodg|releas|publish|post|deliver|tweet|add|upload|circulat|attach)(?:es|ed|e|s|ing)?|sen[dt]s?|sending|writes?|wrote|writing|gives?|gave|giving|makes?|made|making|puts?|putting|hung|hangs?|hanging|left|penned|penning)$/u;

/** What somebody shares is his own only if it is short. */
const SHARES = /^shar(?:es|ed|e|ing)$/u;
const OWN = /^(?:caption|message|statement|note|post|tweet|video)s?$/u;

/** Is a word that of something with words of its own: `memo`, `article`, `sign`? */
export const isText = (pieces: readonly Piece[], at: number): boolean =>
  isNoun(pieces, at) || (isWord(pieces[at]) && TEXTS.test(pieces[at].text) && !pieces[at].verb);

/** The text that the words before `end` speak of, `a memo from Kerry (to Lavrov)`; -1 for none. */
export function textBefore(pieces: readonly Piece[], end: number): number {
  for (let at = end - 1; at >= 0 && at > end - LONGEST_PHRASE; at--) {
    if (isText(pieces, at)) return isAllOf(pieces, at, end) ? at : -1;
    const { kind, text, verb } = pieces[at]!;
    const parts = kind === 'mark' && text !== POSSESSIVE;
    if (kind === 'quote' || parts || isConjunction(pieces[at]) || (verb && !verb.past)) return -1;
  }
  return -1;
}

/** Do the words from the text at `noun` to `end` tell of it alone? In `a letter about a man calling` it is the man who calls. */
function isAllOf(pieces: readonly Piece[], noun: number, end: number): boolean {
  const writer = namedWriter(pieces, noun, end);
  const rest = pieces.slice(writer?.next ?? noun + 1, end);
  // In `a response to Kerry saying` it is Kerry who says it.
  if (isWord(rest[0], 'to', 'for')) return !RESPONSE.test(pieces[noun]!.text);
  if (rest.length === 0) return true;
  const tells =
    (writer !== undefined && isPreposition(rest[0])) || isInscription(pieces[noun]) || isTime(rest[0]);
  return tells && !isWord(rest[0], 'of', 'about') && rest.every(({ kind }) => kind === 'word');
}

const RESPONSE = /^(?:response|reply|answer|reaction|appeal|challenge|call)s?$/u;
const INSCRIBED = /^(?:caption|sign|banner|poster|placard|plaque|notice|note)s?$/u;

/** What has a few words for all to read. */
export const isInscription = (piece: Piece | undefined): boolean =>
  isWord(piece) && INSCRIBED.test(piece.text);

/** `a memo from Kerry`, `an article in The New York Times`, `Kerry's memo`: whose words the text at `noun` has. */
export const writerOf = (pieces: readonly Piece[], noun: number, end: number): Subject | undefined =>
  namedWriter(pieces, noun, end)?.who ?? holderOf(pieces, noun);

/** `Kerry's memo`, `a White House statement`: whose text it is by the words before it. */
export function holderOf(pieces: readonly Piece[], noun: number): Subject | undefined {
  const owner = ownerOf(pieces, noun);
  if (owner) return owner;
  const at = isWord(pieces[noun - 1], ...KINDS) ? noun - 2 : noun - 1;
  const name = pieces[at];
  const isPhrase = at === 0 || isDeterminer(pieces[at - 1]);
  const texts = isPerson(name) ? PERSONAL : ATTRIBUTED;
  return isPhrase && texts.test(pieces[noun]!.text) && canSpeak(name) && !isNews(name.mention)
    ? { name }
    : undefined;
}

/** Between a name and its text. */
const KINDS = ['press', 'news', 'media', 'written', 'joint', 'court', 'blog', 'internal'];
/** Texts of the person whose name stands before them; a `Kok report` is written by others. */
const PERSONAL = /^(?:statement|tweet|post|letter)s?$/u;
/** Texts of the organization; a `Facebook post` is somebody else's. */
const ATTRIBUTED = /^(?:statement|release|study|report|memo|survey|filing|lawsuit)s?$/u;

/** Who is named after a text as its writer, and where what is said of it goes on. */
export function namedWriter(
  pieces: readonly Piece[],
  noun: number,
  end: number,
): { who: Subject; next: number } | undefined {
  const page = pieces.findIndex((piece, i) => i > noun && i < end && isPage(piece));
  const owner = page > 0 && isWord(pieces[noun + 1], 'on') ? ownerOfPage(pieces, page) : undefined;
  if (owner) return { who: owner, next: page + 1 };
  const by = pieces.findIndex((piece, i) => i > noun && i < end && isWord(piece, 'by', 'from', 'in'));
  if (by < 0 || pieces[by + 1]?.verb?.ing || !isWritten(pieces.slice(noun + 1, by))) return undefined;
  const who = objectFrom(pieces.slice(0, end), by + 1);
  const name = nameIn(who);
  const isPlace = isWord(pieces[by], 'in') && !(name && (isNews(name.mention) || NEWSPAPER.test(name.text)));
  // `the Tony Blair Institute`
  const isPart = name && pieces[pieces.indexOf(name) + 1]?.capital;
  if (!name || isPart || isPlace) return isWord(pieces[by], 'in') ? undefined : { who: 'unnamed', next: end };
  return { who, next: pieces.indexOf(name) + 1 };
}

/** `Kerry's Facebook page`, `the Road Agency website`. */
function ownerOfPage(pieces: readonly Piece[], page: number): Subject | undefined {
  const name = pieces[page - 1];
  return ownerOf(pieces, page) ?? (canSpeak(name) ? { name } : undefined);
}

/** `a post on Kerry's Facebook page`. */
const isPage = (piece: Piece): boolean =>
  isWord(piece, 'page', 'account', 'feed', 'profile', 'channel', 'website', 'site', 'blog');

/** `a letter (written) by Kerry`, not `a letter seen by Reuters`. */
const isWritten = (between: readonly Piece[]): boolean =>
  between.every(({ kind, text }) => kind === 'word' && (!text.endsWith('ed') || WRITTEN.test(text))) &&
  !between.some((piece) => isWord(piece, 'seen'));

const WRITTEN = /^(?:published|released|issued|posted|penned|delivered|filed|signed|commissioned)$/u;

const NEWSPAPER = /\b(?:times|post|journal|news|magazine|review|herald|tribune|telegraph|gazette|daily)\b/u;

/** The verb of `Kerry sent a memo`, `Kerry posted a picture of it with a caption`; -1 for none. */
export function publishingVerb(pieces: readonly Piece[], noun: number): number {
  let start = noun;
  while (isWord(pieces[start - 1]) && !isFunctionWord(pieces[start - 1]) && !pieces[start - 1]!.verb) start--;
  if (isDeterminer(pieces[start - 1])) start--;
  const before = pieces[start - 1];
  if (isPreposition(before) && !isWord(before, 'with')) return -1;
  const shares = OWN.test(pieces[noun]!.text);
  for (let at = start - 1; at >= 0 && at >= start - LONGEST_OBJECT; at--) {
    const piece = pieces[at]!;
    if (piece.kind === 'mark' || piece.kind === 'quote' || isConjunction(piece)) return -1;
    if (isWord(piece) && (PUBLISHES.test(piece.text) || (shares && SHARES.test(piece.text)))) return at;
    if (piece.verb) return -1;
  }
  return -1;
}
