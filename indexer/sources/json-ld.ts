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
  const { scripts, problems } = readScripts($);
  return { nodes: scripts.flatMap(({ value, place }) => [...found(value, place, type)]), problems };
}

interface Scripts {
  scripts: { value: unknown; place: string }[];
  problems: Problem[];
}

const LD_JSON = /^\s*application\/ld\+json\s*(?:;|$)/i;
const read = new WeakMap<Dom, Scripts>();

function readScripts($: Dom): Scripts {
  const known = read.get($);
  if (known) return known;
  const result: Scripts = { scripts: [], problems: [] };
  const elements = $('script[type]')
    .toArray()
    .filter(({ attribs }) => LD_JSON.test(attribs['type']!));
  for (const [i, script] of elements.entries()) {
    const place = `JSON-LD script ${i + 1}`;
    const source = script.children.map((node) => (node.type === 'text' ? node.data : '')).join('');
    const json = parseJson(unwrapped(source));
    if ('value' in json) result.scripts.push({ value: json.value, place });
    else result.problems.push({ message: `${place} is no JSON: ${json.error}` });
  }
  read.set($, result);
  return result;
}

/** Without what hides a script from old browsers (`/* <![CDATA[ *\/ … /* ]]> *\/`), and the semicolon of a slip. */
const unwrapped = (source: string): string =>
  source
    .trim()
    .replace(/^(?:<!--|(?:\/\/|\/\*)?\s{0,20}<!\[CDATA\[(?:\s{0,20}\*\/)?)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s{0,20}\]\]>(?:\s{0,20}\*\/)?);?$/, '')
    .trim()
    .replace(/;$/, '');

/** Puts the nodes that a page's data refers to (`{"@id": "#u1"}`) in the place of the references, in the members of a node. */
export function resolver($: Dom): (node: LdNode['value']) => LdNode['value'] {
  const byId = new Map<string, LdNode['value']>();
  for (const { value } of readScripts($).scripts)
    for (const node of identified(value)) byId.set(node['@id'] as string, node);
  const resolve = (value: unknown): unknown =>
    (isReference(value) ? byId.get(value['@id'] as string) : undefined) ?? value;
  return (node) =>
    Object.fromEntries(
      Object.entries(node).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map(resolve) : resolve(value),
      ]),
    );
}

export const isNode = (value: unknown): value is LdNode['value'] =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isReference = (value: unknown): value is LdNode['value'] =>
  isNode(value) && typeof value['@id'] === 'string' && Object.keys(value).length === 1;

function* identified(value: unknown, depth = 0): Generator<LdNode['value']> {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  if (isNode(value) && typeof value['@id'] === 'string' && !isReference(value)) yield value;
  for (const inside of Object.values(value)) yield* identified(inside, depth + 1);
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
