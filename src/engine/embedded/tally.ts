import type { FacetName } from '../../facets.ts';
import type { Conditions } from './filter.ts';
import { kept } from './lists.ts';

export interface Tally {
  /** Matching slots, in the order in which they were offered. */
  matching: Uint32Array;
  /** Slots that fail only the choice of this facet: there they count, because another choice would find them. */
  onlyFailing: Map<FacetName, Uint32Array>;
}

/** One pass over the candidates. */
export function tally(candidates: Uint32Array, { hard, lifted }: Conditions): Tally {
  const passing =
    hard.length === 0 ? candidates : kept(candidates, (slot) => hard.every((test) => test(slot)));
  if (lifted.length === 0) return { matching: passing, onlyFailing: new Map() };
  const failures = new Uint32Array(passing.length);
  for (let i = 0; i < passing.length; i++) failures[i] = failureOf(passing[i]!, lifted);
  const failing = (failure: number) => {
    let at = 0;
    return kept(passing, () => failures[at++] === failure);
  };
  return {
    matching: failing(NO_FAILURE),
    onlyFailing: new Map(lifted.map(({ facet }, i) => [facet, failing(i)])),
  };
}

const NO_FAILURE = 0xffff_ffff;
const SEVERAL = 0xffff_fffe;

/** Which lifted test a slot fails: its number, NO_FAILURE or SEVERAL. */
function failureOf(slot: number, lifted: Conditions['lifted']): number {
  let failure = NO_FAILURE;
  for (let i = 0; i < lifted.length; i++) {
    if (lifted[i]!.test(slot)) continue;
    if (failure !== NO_FAILURE) return SEVERAL;
    failure = i;
  }
  return failure;
}
