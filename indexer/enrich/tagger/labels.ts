export const NAME_TYPES = ['person', 'organization', 'location'] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** A name in a sequence of words: words `from` to before `to`. */
export interface NameSpan {
  from: number;
  to: number;
  type: NameType;
}

/** BIO labels: 0 is outside; a name of type t begins with 1 + 2t and goes on with 2 + 2t. */
const OUTSIDE = 0;
export const LABEL_COUNT = 1 + 2 * NAME_TYPES.length;

export const continues = (label: number): boolean => label > 0 && label % 2 === 0;

/** May `label` stand after `before`? A name goes on only after its own beginning. */
export const mayFollow = (before: number, label: number): boolean =>
  !continues(label) || before === label || before === label - 1;

export function toLabels(length: number, spans: readonly NameSpan[]): Uint8Array {
  const labels = new Uint8Array(length);
  for (const { from, to, type } of spans) {
    const begin = 1 + 2 * NAME_TYPES.indexOf(type);
    labels.fill(begin + 1, from, to);
    labels[from] = begin;
  }
  return labels;
}

export function toSpans(labels: ArrayLike<number>): NameSpan[] {
  const spans: NameSpan[] = [];
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!;
    if (label === OUTSIDE) continue;
    if (continues(label)) spans.at(-1)!.to = at + 1;
    else spans.push({ from: at, to: at + 1, type: NAME_TYPES[(label - 1) / 2]! });
  }
  return spans;
}
