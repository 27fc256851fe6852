import { createHash } from 'node:crypto';
import { identifier } from '../../src/record.ts';

const DIGEST_LENGTH = 20;
const STEM_LENGTH = 100;

/**
 * The id of an update from what its source calls it: the document's id and the source's own, as far
 * as ids may look (`/^[A-Za-z0-9_-]{1,128}$/`); else a digest of both, which stays as long as they do.
 */
export function updateId(documentId: string, ownId: string): string {
  const plain = `${documentId}-${ownId}`;
  if (identifier.safeParse(plain).success) return plain;
  const digest = createHash('sha256').update(`${documentId}\n${ownId}`).digest('hex').slice(0, DIGEST_LENGTH);
  return `${documentId.slice(0, STEM_LENGTH)}-${digest}`;
}
