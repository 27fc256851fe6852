import { lineText } from './field-text.ts';

const BY = /^(?:by|von|par|por|av|door|di)\s+/i;
const AND = /\s*(,|;|\band\b|\bund\b|\bet\b|\by\b|\bog\b|\boch\b|&)\s+/u;
/** What stands after a name and a comma without being another name: `Political Editor`, `President of the Commission`. */
const ROLE =
  /(?:^|\s)(?:editor|correspondent|reporter|writer|columnist|critic|analyst|president|minister|secretary|director|professor|chair(?:man|woman)?|spokes(?:man|woman|person)|author)(?:$|\s+(?:of|for|at|in)\s)|\sof\s/iu;

/**
 * The names in a byline (`By Jane Roe, Political Editor, and John Doe`), roles left out. A list is taken
 * apart only where each part is a first and a last name.
 */
export function authorsOf(byline: string | null | undefined): string[] {
  const line = lineText(byline)?.replace(BY, '');
  if (!line) return [];
  // Every second part is what stands between two.
  const parts = line.split(AND);
  const isRole = (at: number) => parts[at - 1] === ',' && ROLE.test(parts[at]!);
  const names = parts.filter((part, at) => at % 2 === 0 && part !== '' && !isRole(at));
  return names.every((name) => /^\S+ \S/.test(name)) ? names : [line];
}
