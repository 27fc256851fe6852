import { nameOf } from '../mention.ts';
import { PUBLICATIONS } from './descriptions.ts';
import { isPerson } from './subject.ts';
import type { NamePiece, Piece } from './piece.ts';
import type { Sentence } from './sentences.ts';
import { isWord } from './word-classes.ts';

/** The name that makes somebody the speaker of a quote. */
export type Speaker = NamePiece;

/** Somebody who spoke or acted on a line of the text; without a name, somebody whom the text doesn't name. */
export interface Voice {
  speaker?: Speaker | undefined;
  /** The person and the organization who were the last to speak or act: whom `she` and `it` mean. */
  person?: Speaker | undefined;
  organization?: Speaker | undefined;
  line: number;
  /** By a quote, or by announcing one. */
  quoted: boolean;
  /** By a report of what was said, without a quote: `Kerry said he would stay`. */
  reported?: boolean;
  /** What the speaker is said to have published: `statement`, `letter`. */
  published?: ReadonlySet<string>;
}

/** The voice of a speaker, or of somebody unnamed, after another. */
export function voice(
  speaker: Speaker | undefined,
  { line, pieces }: Sentence,
  last: Voice | undefined,
  how: Pick<Voice, 'quoted' | 'reported'>,
): Voice {
  const published = publicationsIn(pieces);
  const isSame =
    speaker && last?.speaker && nameOf(speaker.mention.means) === nameOf(last.speaker.mention.means);
  return {
    speaker,
    ...(speaker && {
      person: isPerson(speaker) ? speaker : last?.person,
      organization: isPerson(speaker) ? last?.organization : speaker,
    }),
    line,
    published: isSame ? new Set([...(last?.published ?? []), ...published]) : published,
    ...how,
  };
}

/** `a statement`, `her first letter`: not `the statement`, which may be somebody else's. Whoever publishes one is heard in the next quote. */
export const publicationsIn = (pieces: readonly Piece[]): ReadonlySet<string> =>
  new Set(
    pieces.flatMap((piece, at) =>
      isWord(piece) &&
      PUBLICATIONS.has(piece.text) &&
      pieces
        .slice(Math.max(0, at - 4), at)
        .some((before) => isWord(before, 'a', 'an', 'his', 'her', 'its', 'their'))
        ? [piece.text]
        : [],
    ),
  );
