import { describe, expect, test } from 'vitest';
import { IdConflictError } from '../../../src/engine/engine.ts';
import { documentOf, query, record } from '../records.ts';
import type { Subject } from './subject.ts';

export function writingContract({ engine, load, found }: Subject): void {
  describe('writing', () => {
    test('replace adds, changes and removes, and doing it again changes nothing', async () => {
      const other = documentOf('other', [record('z', { text: 'stays' })]);
      await load(documentOf('talks', [record('a', { text: 'old' }), record('b', { text: 'gone' })]), other);
      const { document, records } = documentOf('talks', [
        record('a', { text: 'new' }),
        record('c', { text: 'added' }),
      ]);
      for (let time = 0; time < 2; time++) {
        await engine.writer.replace(document, records, []);
        expect(await found({})).toEqual(['a', 'c', 'z']);
        expect(await found({ q: 'new ' })).toEqual(['a']);
        expect(await found({ q: 'gone ', match: 'exact' })).toEqual([]);
      }
    });
    test('remove takes a live blog away', async () => {
      await load(documentOf('talks', [record('a')]), documentOf('other', [record('z')]));
      await engine.writer.remove('talks');
      expect(await found({})).toEqual(['z']);
      expect(await engine.reader.lookup({ collection: 'documents', id: 'talks' })).toEqual([]);
    });
    test('an id of another live blog is refused, and nothing changes', async () => {
      await load(documentOf('talks', [record('a', { text: 'mine' })]));
      const { document, records } = documentOf('thief', [record('b'), record('a', { text: 'stolen' })]);
      await expect(engine.writer.replace(document, records, [])).rejects.toThrow(IdConflictError);
      expect(await found({})).toEqual(['a']);
      expect((await engine.reader.get('a'))?.text).toBe('mine');
    });
    test('every write changes the version', async () => {
      const versions = [await engine.reader.version()];
      await load(documentOf('talks', [record('a')]));
      versions.push(await engine.reader.version());
      const { document, records } = documentOf('other', [record('b')]);
      await engine.writer.replace(document, records, []);
      versions.push(await engine.reader.version());
      await engine.writer.remove('other');
      versions.push(await engine.reader.version());
      expect(new Set(versions).size).toBe(4);
      expect((await engine.reader.search(query())).version).toBe(versions.at(-1));
    });
    test('a rebuild leaves exactly its documents; one that fails leaves the old', async () => {
      await load(documentOf('talks', [record('a')]));
      await load(documentOf('other', [record('b')]));
      expect(await found({})).toEqual(['b']);
      async function* broken() {
        yield documentOf('third', [record('c')]);
        throw new Error('the source broke');
      }
      await expect(engine.writer.rebuild(broken())).rejects.toThrow('the source broke');
      expect(await found({})).toEqual(['b']);
    });
    test('readers see the old set until a rebuild is done; what arrives meanwhile is in the new one', async () => {
      await load(documentOf('old', [record('a'), record('b')]));
      let seen: string[] = [];
      async function* slow() {
        yield documentOf('new', [record('c')]);
        seen = await found({});
        yield documentOf('newer', [record('d')]);
      }
      const rebuilding = engine.writer.rebuild(slow());
      const { document, records } = documentOf('meanwhile', [record('e')]);
      await Promise.all([rebuilding, engine.writer.replace(document, records, [])]);
      // An engine may show it at once, beside the old set.
      expect(seen.filter((id) => id !== 'e')).toEqual(['a', 'b']);
      expect(await found({})).toEqual(['c', 'd', 'e']);
    });
  });
}
