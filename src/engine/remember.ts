/** A function of one string that remembers its last answers, some `limit` of them: the same names come up again and again. */
export function remember<T>(find: (key: string) => T, limit: number): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (known.has(key)) return known.get(key)!;
    if (known.size >= limit) known.clear();
    const found = find(key);
    known.set(key, found);
    return found;
  };
}
