import { basename, extname } from 'node:path';
import type { DocumentHints } from '../document.ts';

const LONGEST = 100;

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST);

/**
 * The id of a document that has none of its own: the given one, else host and path of its address,
 * else its file's name. Undefined where nothing says what it is (standard input without options).
 */
export function documentId(path: string, { id, url }: DocumentHints): string | undefined {
  if (id) return id;
  const address = url ?? (/^https?:/i.test(path) ? path : undefined);
  if (address) return slug(`${new URL(address).host}${new URL(address).pathname}`);
  return path === '-' ? undefined : slug(basename(path, extname(path)));
}
