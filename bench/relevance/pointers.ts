import type { UpdateRecord } from '../../src/record.ts';

/** A pointer that leads to no update, or to several; `message` says which. */
export class PointerError extends Error {
  override name = 'PointerError';
}

type Known = Pick<UpdateRecord, 'id' | 'documentId' | 'publishedAt' | 'title' | 'order'>;

/**
 * The id of the update that a pointer means: the beginning of its live blog's id, then its time on the blog's
 * clock (`07-20T16:18`), the beginning of its title (`"Schools stay"`), or its place in a blog of so many
 * updates, oldest first (`#4/20`). So that no judgement silently moves to another update when a text is
 * cut anew, whatever doesn't lead to exactly one is an error. @throws PointerError
 */
export function resolve(pointer: string, records: readonly Known[]): string {
  const [, blog = '', which = ''] = /^(\S+) (.+)$/.exec(pointer) ?? [];
  const blogs = new Set(
    records.map(({ documentId }) => documentId).filter((id) => blog !== '' && id.startsWith(blog)),
  );
  if (blogs.size !== 1) throw new PointerError(`${pointer}: ${blogs.size} live blogs begin with "${blog}"`);
  const updates = records.filter(({ documentId }) => blogs.has(documentId)).sort((a, b) => a.order - b.order);
  const found = updates.filter((update, i) => isMeant(which, update, `#${i + 1}/${updates.length}`));
  if (found.length !== 1) throw new PointerError(`${pointer}: leads to ${found.length} updates`);
  return found[0]!.id;
}

/** `2014-01-22T15:15:00-05:00` without the year and what follows the minutes. */
const timeOf = (publishedAt: string) => publishedAt.slice('2014-'.length, '2014-01-22T15:15'.length);

function isMeant(which: string, { publishedAt, title = '' }: Known, place: string): boolean {
  const [, opening] = /^"(.+)"$/.exec(which) ?? [];
  if (opening !== undefined) return title.startsWith(opening);
  return which.startsWith('#') ? which === place : publishedAt.includes('T') && timeOf(publishedAt) === which;
}
