/** A function of one string that remembers its last answers, some `limit` of them: the same names come up again and again. */
export function remember<T>(find: (key: string) => T, limit: number): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as T;
    if (known.size >= limit) known.clear();
    const found = find(key);
    known.set(key, found);
    return found;
  };
}
