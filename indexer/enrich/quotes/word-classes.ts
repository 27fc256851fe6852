import type { Piece } from './piece.ts';

/** Closed classes of English words, in lower case, and tests of a piece for them. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const BE = set('is are was were be been being am');
const NEGATIONS = set(
  "not never didn't didn’t doesn't doesn’t hasn't hasn’t wouldn't wouldn’t won't won’t don't don’t",
);
const AUXILIARIES = set('has have had did does do would will could can may might must should');
const ADVERBS = set(
  'also then later once again further just even still now soon both all ever always often first reportedly himself herself reporters nonetheless nevertheless meanwhile instead too',
);
const TIMES = set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow morning afternoon evening night week month year earlier later last this ago minutes hours days weeks months years',
);
const PREPOSITIONS = set(
  'of for to with by from in at on about against into over under after before during between among amid near like than toward towards through via without within behind despite inside outside beside',
);
const CONJUNCTIONS = set(
  'and but or that because while when whereas as if although though since until where which whose who whom so yet nor unless',
);
const DETERMINERS = set(
  'a an the his her its their our my another some any many several no such one two three this that these those more new every each',
);

export const isWord = (piece: Piece | undefined, ...texts: string[]): piece is Piece & { kind: 'word' } =>
  piece?.kind === 'word' && (texts.length === 0 || texts.includes(piece.text));
export const isMark = (piece: Piece | undefined, marks: string): boolean =>
  piece?.kind === 'mark' && marks.includes(piece.text);

const test = (words: ReadonlySet<string>) => (piece: Piece | undefined) =>
  isWord(piece) && words.has(piece.text);
export const isBe = test(BE);
export const isNegation = test(NEGATIONS);
export const isTime = test(TIMES);
export const isPreposition = test(PREPOSITIONS);
export const isConjunction = test(CONJUNCTIONS);
export const isDeterminer = test(DETERMINERS);
export const isAuxiliary = test(AUXILIARIES);

/** Nouns that look like adverbs: `rally driver Ann Quill`, `a family member`. */
const NOUNS_IN_LY = set('rally family supply assembly ally bully reply anomaly monopoly july italy');

/** `also`, `repeatedly`, `then`. */
export const isAdverb = (piece: Piece | undefined): boolean =>
  isWord(piece) && (ADVERBS.has(piece.text) || (piece.text.endsWith('ly') && !NOUNS_IN_LY.has(piece.text)));

const ROLE =
  /(?:[^t]er|tor|sor|ist|man|woman|person|[dg]ent|ian|chief|prime|foreign|head|king|queen|star|coach|captain|pope|judge|secretary|general|deputy|former|wife|husband|son|friend|minister|reporter|writer|sister|daughter|analyst|fellow|expert|attorney|^mp|^mep|^msp)$/u;

/** Does a word look like somebody's role: `leader`, `director`, `spokesman`? */
export const isRole = (piece: Piece | undefined): boolean =>
  isWord(piece) && ROLE.test(piece.text) && !isFunctionWord(piece) && !isBetween(piece);

/** `Labour officials`, `Trump aides`, `the Clinton campaign`: those around somebody. */
export const isFollowing = (piece: Piece | undefined): boolean =>
  isWord(
    piece,
    ...'aide aides ally allies official officials campaign administration government host supporters advisers advisors lawyers attorneys leaders lawmakers ministers voters fans team website spokespeople pilots users workers staff employees executives customers players passengers members researchers engineers'.split(
      ' ',
    ),
  );

/** What an organization is, before its name: `the watchdog group, the Road Watch`. */
export const isBodyNoun = (piece: Piece | undefined): boolean =>
  isNamedBody(piece) ||
  isWord(piece, 'group', 'agency', 'bank', 'maker', 'giant', 'regulator', 'watchdog', 'retailer', 'airline');

/** The same after its name: `the Road Watch charity`; the UN agency is only one of the UN's. */
export const isNamedBody = (piece: Piece | undefined): boolean =>
  isWord(
    piece,
    ...'company firm charity organisation organization union newspaper association broadcaster magazine foundation'.split(
      ' ',
    ),
  );

/** What can stand between a subject and its verb: `has`, `repeatedly`, `Monday night`. */
export const isBetween = (piece: Piece | undefined): boolean =>
  isAuxiliary(piece) || isAdverb(piece) || isTime(piece);

/** A word that is no part of a name, title or role. */
export const isFunctionWord = (piece: Piece | undefined): boolean =>
  [isPreposition, isConjunction, isBe, isAuxiliary, isDeterminer, isNegation].some((is) => is(piece));
