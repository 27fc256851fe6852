import type { Field } from '../mention.ts';
import { keysOf } from '../names/name-tokens.ts';

/** What bears a name and is neither place nor person: "the command module Columbia", "the storms Ana and Gombe", "the asteroid 21 Lutetia". */
const THING_BEFORE =
  /\b(?:(?:[Tt]he|[Ss]pace|[Tt]ropical|[Cc]argo|[Cc]ontainer|[Cc]ruise|[Hh]ospital|[Pp]assenger) (?:[Ss]hip|[Ss]torm|[Ss]huttle|[Ff]erry)|[Ss]pacecraft|[Ww]arship|[Bb]attleship|[Ss]teamship|[Ff]rigate|[Dd]estroyer|[Ss]ubmarine|[Ff]reighter|[Tt]anker|[Vv]essel|[Mm]odule|[Oo]rbiter|[Ll]ander|[Rr]over|[Aa]steroid|[Cc]omet|[Cc]yclone|[Hh]urricane|[Tt]yphoon|HMS|USS|MV)(?:s (?:\p{Lu}[\p{L}-]+ and )?| (?:\d+ )?)$/u;
const THING_AFTER = /^ (?:spacecraft|lander|orbiter|rover|shuttle|capsule)\b/u;

/** Characters before a name that say what it is. */
const LOOK_BACK = 40;

/**
 * Names that a document gives to ships, spacecraft, storms and bodies in space, as the keys of their words. Later it
 * mostly says the name alone: "Collins, alone in Columbia".
 */
export function thingsIn(fields: readonly Field[]): Set<string> {
  const things = new Set<string>();
  for (const field of fields) {
    field.tokens.forEach((token, at) => {
      if (!token.capital) return;
      if (THING_BEFORE.test(field.text.slice(Math.max(0, token.start - LOOK_BACK), token.start)))
        things.add(keysOf(field.tokens.slice(at, endOfName(field, at))));
      if (THING_AFTER.test(field.text.slice(token.end, token.end + LOOK_BACK))) things.add(keysOf([token]));
    });
  }
  return things;
}

function endOfName({ tokens }: Field, at: number): number {
  let to = at + 1;
  while (tokens[to]?.capital && tokens[to]?.joined) to++;
  return to;
}
