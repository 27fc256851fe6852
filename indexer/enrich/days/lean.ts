/** Which way a sentence looks from the day it was written; undefined where it doesn't say. */
export type Lean = 'back' | 'ahead' | undefined;

/** `due to the rain` gives a reason; a present tense is a timetable's: `the talks resume on Monday`. */
const AHEAD =
  "will|won['’]t|['’]ll|shall|might|could|(?<=\\b(?:is|are|was|were|be|been) )due(?! to (?:an?|the|its|his|her|their)\\b)|due(?= (?:on|in|by|for|back|out)\\b| $)|scheduled|slated|set to|expected|likely|plan(?:s|ned|ning)?|going to|(?:is|are) to|to be|upcoming|ahead of|deadline|(?:begin|start|resume|expire|end)s?|opens|kicks off|takes place";
/** `will be released` looks ahead, `was released` back. */
const BACK =
  '(?<!\\bbe )(?:[a-z]{2,}ed|held|made|won|lost|found|shot|sent|born|got|led|given|taken)|following|since|said|told|was|were|had|has|did|met|took|began|came|went|saw|left|fell|rose|gave|spoke|broke|wrote';
const CUE = new RegExp(`\\b(?:(?<ahead>${AHEAD})|${BACK})\\b`, 'gi');
/** Right beside a day, these are about nothing else: `until Friday`, `which on Friday will …`. */
const UNTIL = /\b(?:until|till|coming)\s$/iu;
/** `by Friday` looks ahead, but `by Friday he had left` doesn't. */
const BY = /\bby\s$/iu;
const THEN = new RegExp(`^,?\\s(?:${AHEAD})\\b`, 'i');
/** Where a sentence ends inside a text; dots of abbreviations before a capital letter count as well. */
export const SENTENCE_END = /[.!?]["”’)]?\s+(?=["“‘(]?\p{Lu})|\n/u;
/** A sentence is read so far on either side of a day: more than nearly all have. */
const REACH = 200;

/**
 * Does the sentence around a day (from `start` to `end` of the text) look ahead or back? The verb
 * nearest before the day decides, else the first one after it: "Police said on Friday that the road
 * will open" looks back, "On Friday the road will open" ahead.
 */
export function leanAt(text: string, start: number, end: number): Lean {
  const before = text
    .slice(Math.max(0, start - REACH), start)
    .split(SENTENCE_END)
    .at(-1)!;
  const after = text.slice(end, end + REACH).split(SENTENCE_END)[0]!;
  if (UNTIL.test(before) || THEN.test(after)) return 'ahead';
  const next = after.matchAll(CUE).next().value;
  if (BY.test(before)) return next && !next.groups?.['ahead'] ? 'back' : 'ahead';
  const cue = [...before.matchAll(CUE)].at(-1) ?? next;
  if (!cue) return undefined;
  return cue.groups?.['ahead'] ? 'ahead' : 'back';
}
