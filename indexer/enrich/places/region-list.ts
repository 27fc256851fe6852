import type { Mention } from '../mention.ts';
import type { Atlas } from './atlas.ts';
import type { Reading } from './reading.ts';

/** What parts the members of a list. */
const BETWEEN = /^(?:,|, and|, or| and| or) $/u;
/** So many neighbours that are divisions make a list of divisions. */
const ENOUGH = 2;

/** In "Ohio, New York and Texas" all are states: are the names before and after tokens `from` to `to` divisions? */
export const isInListOfRegions = (reading: Reading, from: number, to: number, atlas: Atlas): boolean =>
  divisionsBefore(reading, from, atlas) + divisionsAfter(reading, to, atlas) >= ENOUGH;

function divisionsBefore(reading: Reading, from: number, atlas: Atlas): number {
  let start = from;
  let count = 0;
  for (; count < ENOUGH; count++) {
    const before = reading.covering.get(start - 1) ?? reading.covering.get(start - 2);
    if (!before || !isDivision(before, atlas) || !isParted(reading, before.to, start)) break;
    start = before.from;
  }
  return count;
}

function divisionsAfter(reading: Reading, to: number, atlas: Atlas): number {
  let end = to;
  let count = 0;
  for (; count < ENOUGH; count++) {
    const after = reading.covering.get(end) ?? reading.covering.get(end + 1);
    if (!after || !isDivision(after, atlas) || !isParted(reading, end, after.from)) break;
    end = after.to;
  }
  return count;
}

/** Is there only a comma or "and" between the token before `end` and the token at `start`? */
const isParted = ({ field, tokens }: Reading, end: number, start: number): boolean =>
  BETWEEN.test(field.text.slice(tokens[end - 1]!.end, tokens[start]!.start));

const isDivision = ({ means }: Mention, atlas: Atlas): boolean =>
  'entity' in means && atlas.placeOf(means.entity)?.precision === 'region';
