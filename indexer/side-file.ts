import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { identifier } from '../src/record.ts';
import type { DocumentHints } from './document.ts';
import { InputError, SIDE_FILE, withoutEnding } from './inputs.ts';
import { isZone } from './split/zone.ts';

/** What a side file `NAME.meta.json` or the command line can say about a document. */
export const documentHints = z.strictObject({
  id: identifier.optional(),
  title: z.string().min(1).optional(),
  url: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
  publisher: z.string().min(1).optional(),
  timeZone: z.string().refine(isZone, 'must be an IANA time zone like Europe/Berlin').optional(),
  date: z.iso.date('must be a day like 2013-09-13').optional(),
  language: z.string().min(2).optional(),
  dialect: z.string().optional(),
});

/** What the side file of an input says; nothing where there is none. @throws InputError for one that doesn't fit. */
export async function readSideFile(path: string): Promise<DocumentHints> {
  const side = withoutEnding(path) + SIDE_FILE;
  const text = await readFile(side, 'utf8').catch(() => undefined);
  if (text === undefined) return {};
  try {
    return documentHints.parse(JSON.parse(text)) as DocumentHints;
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new InputError(`its side file ${side} does not fit: ${why}`);
  }
}
