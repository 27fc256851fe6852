import { lineText } from './field-text.ts';

const BY = /^(?:by|von|par|por|av|door|di)\s+/i;
const AND = /\s*(?:,|;|\band\b|\bund\b|\bet\b|\by\b|\bog\b|\boch\b|&)\s+/u;

/** The names in a byline (`By Jane Roe and John Doe`). A list is taken apart only where each part is a first and a last name. */
export function authorsOf(byline: string | null | undefined): string[] {
  const line = lineText(byline)?.replace(BY, '');
  if (!line) return [];
  const parts = line.split(AND);
  return parts.every((part) => /^\S+ \S/.test(part)) ? parts : [line];
}
