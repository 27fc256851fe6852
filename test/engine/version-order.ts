/** Is one version of an embedded index (`generation.writes.folder`) the same as another, or a later one? */
export function isNewer(version: string, before: string): boolean {
  const [generation = 0, writes = 0] = version.split('.').map(Number);
  const [oldGeneration = 0, oldWrites = 0] = before.split('.').map(Number);
  return generation > oldGeneration || (generation === oldGeneration && writes >= oldWrites);
}
