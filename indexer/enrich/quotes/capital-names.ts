import type { Field, Mention } from '../mention.ts';
import { isParticle } from '../names/name-tokens.ts';

const NO_NAMES = new Set(
  (
    'President Vice Prime Minister Premier Chancellor Secretary General State Foreign Defence Defense Chief Leader King Queen Prince Princess Pope Mr Mrs Ms Miss Dr Sir Lord Lady Senator Sen ' +
    'Representative Rep Congressman Congresswoman Governor Gov Mayor Judge Justice Ambassador Chairman Speaker Director Former Republican Democratic Democrat GOP ' +
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December ' +
    'The A An In On At But And He She They It I We You That This When While As If For From After Before Another One Some Many His Her Its Their'
  ).split(' '),
);

/** Runs of capital words that nothing else has claimed, as names of persons; a last name alone where the full one stands somewhere. */
export function withCapitalNames(fields: readonly Field[]): Field[] {
  const runs = fields.map(runsOf);
  const full = new Map<string, string>();
  fields.forEach((field, i) => {
    for (const { from, to } of runs[i]!)
      if (to - from > 1)
        full.set(
          field.tokens[to - 1]!.key,
          field.text.slice(field.tokens[from]!.start, field.tokens[to - 1]!.end),
        );
  });
  return fields.map((field, i) => ({
    ...field,
    mentions: [
      ...field.mentions,
      ...runs[i]!.flatMap(({ from, to }): Mention[] => {
        const name = full.get(field.tokens[to - 1]!.key);
        return name ? [{ from, to, means: { unlisted: { name, type: 'person' } }, by: 'capitals' }] : [];
      }),
    ].sort((a, b) => a.from - b.from),
  }));
}

function runsOf({ tokens, mentions }: Field): { from: number; to: number }[] {
  const covered = new Set(
    mentions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
  );
  const runs: { from: number; to: number }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const isName = (i: number) =>
      tokens[i]?.capital === true &&
      !covered.has(i) &&
      !NO_NAMES.has(tokens[i]!.key) &&
      !isParticle(tokens[i]!.key);
    if (!isName(at)) continue;
    let to = at + 1;
    while (isName(to) && tokens[to]!.joined) to++;
    runs.push({ from: at, to });
    at = to - 1;
  }
  return runs;
}
