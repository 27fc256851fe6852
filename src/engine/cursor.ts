import type { Cursor, SearchQuery } from '../query.ts';

type Placed = { id: string; order: number };

/** Does an update still come after this cursor? Updates that arrive meanwhile can't move it. */
export function comesAfter(cursor: Cursor, sort: SearchQuery['sort'], { id, order }: Placed): boolean {
  if (order === cursor.order) return !cursor.ids.includes(id);
  return sort === 'oldest' ? order > cursor.order : order < cursor.order;
}

/**
 * Where the next page begins: after the last of `page`, and those of it that share its place in time.
 * Undefined where there is no next page, no order in time, or groups in between. `more`: do hits follow this page?
 */
export function nextCursor(
  { sort, cursor, groupBy }: Pick<SearchQuery, 'sort' | 'cursor' | 'groupBy'>,
  page: readonly Placed[],
  more: boolean,
): Cursor | undefined {
  const last = page.at(-1);
  if (!last || !more || groupBy || sort === 'relevance') return undefined;
  const ids = page.filter(({ order }) => order === last.order).map(({ id }) => id);
  const earlier = cursor?.order === last.order ? cursor.ids : [];
  return { order: last.order, ids: [...earlier, ...ids] };
}
