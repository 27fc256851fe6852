import { z } from '@hono/zod-openapi';
import { cursor as cursorPlace, type Cursor } from '../query.ts';

/** The longest cursor names an id of 128 characters; base64 takes a third more. */
const LONGEST = 300;

/** A cursor as clients see it: one opaque word. */
export const encodeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

function decodeCursor(word: string): unknown {
  try {
    return JSON.parse(Buffer.from(word, 'base64url').toString());
  } catch {
    return undefined;
  }
}

export const cursorParameter = z
  .string()
  .max(LONGEST)
  .transform((word, context): Cursor => {
    const place = cursorPlace.safeParse(decodeCursor(word));
    if (place.success) return place.data;
    context.addIssue({ code: 'custom', message: 'must be one that an answer gave' });
    return z.NEVER;
  })
  .optional()
  .openapi({
    type: 'string',
    description:
      'With newest or oldest, instead of page: the cursor of the last answer. Does not shift while updates arrive',
  });
