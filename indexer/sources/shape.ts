import { z } from 'zod';
import type { Problem } from '../document.ts';
import type { Input } from './source.ts';

const parsed = new WeakMap<Input, { value: unknown } | { error: string }>();

/** The input read as JSON, once for all formats that look at it; a message where it is none. */
export function readJson(input: Input): { value: unknown } | { error: string } {
  const known = parsed.get(input);
  if (known) return known;
  const read = parseJson(input.text);
  parsed.set(input, read);
  return read;
}

/** JSON, or why it is none. Control characters inside strings, a common slip, are read as spaces. */
export function parseJson(text: string): { value: unknown } | { error: string } {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (!/^[[{]/.test(trimmed)) return { error: 'it does not start with { or [' };
  try {
    return { value: JSON.parse(trimmed) };
  } catch (error) {
    try {
      // oxlint-disable-next-line no-control-regex
      return { value: JSON.parse(trimmed.replace(/[\u0000-\u001f]+/g, ' ')) };
    } catch {
      return { error: (error as Error).message };
    }
  }
}

/** A member of a JSON object; undefined for anything else. */
export function member(value: unknown, ...names: string[]): unknown {
  return names.reduce<unknown>(
    (inside, name) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, name)
        ? (inside as Record<string, unknown>)[name]
        : undefined,
    value,
  );
}

/** A value in the shape that a format has, or a problem that names the place where it doesn't fit (`$.items[3].title`). */
export function fit<T>(
  schema: z.ZodType<T>,
  value: unknown,
  place: string,
): { value: T; problem?: never } | { problem: Problem } {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data };
  const { path, message } = result.error.issues[0]!;
  const inside = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return { problem: { message: `${place}${inside}: ${message}` } };
}

/** Fits every entry of a list; what doesn't fit is a problem, the rest goes on. */
export function fitAll<T>(
  schema: z.ZodType<T>,
  values: readonly unknown[],
  place: string,
): { entries: { value: T; place: string }[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const entries = values.flatMap((entry, i) => {
    const result = fit(schema, entry, `${place}[${i}]`);
    if (!result.problem) return [{ value: result.value, place: `${place}[${i}]` }];
    problems.push(result.problem);
    return [];
  });
  return { entries, problems };
}

/** Outer shapes: what may be missing may also be null. */
export const text = z.string().nullish();
export const flag = z.boolean().nullish();
/** A text that an update can do without: of another type, it is as if it were missing, and `ignoredIn` says so. */
export const textIfAny = text.catch(undefined);

/** The members that were there and are not after fitting, because they are of another type. */
export const ignoredIn = (value: unknown, fitted: object): string[] =>
  Object.entries(fitted).flatMap(([name, kept]) => {
    const given = member(value, name);
    return kept === undefined && given !== undefined && given !== null ? [name] : [];
  });

/** One note for all that was ignored. */
export const ignoredNote = (found: readonly string[]): string[] =>
  found.length > 0
    ? [`ignored, because of another type than expected: ${found.length}, like ${found[0]}`]
    : [];
