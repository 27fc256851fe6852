import type { Problem } from '../document.ts';
import type { Dom } from './dom.ts';
import { member, parseJson } from './shape.ts';

/** A node of schema.org data with its place. */
export interface LdNode {
  value: Record<string, unknown>;
  place: string;
}

/** Deeper than this nobody nests a page's data. */
const DEEPEST = 12;

/** Is a node, or microdata, of a schema.org type? Types come alone, in lists, and as addresses. */
export const hasType = (value: unknown, type: string): boolean =>
  listOf(member(value, '@type')).some(
    (name) => typeof name === 'string' && name.replace(/^.*[/#:]/, '') === type,
  );

/** JSON-LD has one value or a list of them wherever it likes. */
export const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** Every node of a type in the page's JSON-LD scripts, also inside `@graph`; a script that is no JSON is a problem, the others are read. */
export function nodesOfType($: Dom, type: string): { nodes: LdNode[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const nodes = $('script[type="application/ld+json"]')
    .toArray()
    .flatMap((script, i) => {
      const place = `JSON-LD script ${i + 1}`;
      const source = script.children.map((node) => (node.type === 'text' ? node.data : '')).join('');
      const json = parseJson(
        source.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/g, ''),
      );
      if ('value' in json) return [...found(json.value, place, type)];
      problems.push({ message: `${place} is no JSON: ${json.error}` });
      return [];
    });
  return { nodes, problems };
}

function* found(value: unknown, place: string, type: string, depth = 0): Generator<LdNode> {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  if (!Array.isArray(value) && hasType(value, type)) yield { value: value as Record<string, unknown>, place };
  else
    for (const [name, inside] of Object.entries(value))
      yield* found(inside, Array.isArray(value) ? `${place}[${name}]` : `${place}.${name}`, type, depth + 1);
}

/** A name or address that stands alone or as a member of a node. */
export function textOf(value: unknown, ...names: string[]): string | undefined {
  const [first] = listOf(value);
  if (typeof first === 'string') return first || undefined;
  for (const name of names) {
    const inside = listOf(member(first, name))[0];
    if (typeof inside === 'string' && inside) return inside;
  }
  return undefined;
}
