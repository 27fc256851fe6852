import type { Subject } from './subject.ts';
import { objectFrom } from './noun-phrase.ts';
import type { Piece } from './piece.ts';
import { isWord } from './word-classes.ts';

/** `Kerry, described by Lavrov as "weak", left`; `Asked by Lavrov if he was "weak", Kerry left`. */
export const isPassive = (pieces: readonly Piece[], verb: number): boolean =>
  isWord(pieces[verb + 1], 'by') && DESCRIBED.test(pieces[verb]!.text);

const DESCRIBED =
  /^(?:ask|press|describ|call|dismiss|labell?|brand|dubb|critici[sz]|condemn|denounc|slamm|hail|prais|characteri[sz]|term|deem|derid|mock|ridicul|decri)ed$/u;

/** `was called "weak" by Trump`; a bill `considered by its parliament` has nothing to do with a quote further on, nor has `marked by "weak" plans` an agent. */
export function agentOf(pieces: readonly Piece[], verb: number): Subject | undefined {
  const by = pieces.findIndex((piece, i) => i > verb && i < verb + 6 && isWord(piece, 'by'));
  if (pieces[by + 1]?.kind === 'quote') return undefined;
  const who = by < 0 ? undefined : objectFrom(pieces, by + 1);
  const isQuoted = pieces.slice(verb + 1, verb + 4).some(({ kind }) => kind === 'quote');
  return who === 'unnamed' && !isQuoted ? undefined : who;
}
