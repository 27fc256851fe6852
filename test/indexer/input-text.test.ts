import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_BYTES, readLines, readText } from '../../indexer/input-text.ts';

/** Bytes as a stream may hand them over, cut anywhere. */
async function* cut(bytes: Buffer, sizes: readonly number[] = []) {
  let at = 0;
  for (const size of sizes) yield bytes.subarray(at, (at += size));
  yield bytes.subarray(at);
}
const linesOf = (bytes: Buffer, sizes?: readonly number[], encoding?: string) =>
  Array.fromAsync(readLines(cut(bytes, sizes), encoding));
const textOf = async (...given: Parameters<typeof linesOf>) =>
  (await linesOf(...given)).map(({ text }) => text);

/** More than is read at once, although it takes no memory. */
async function* tooMuch() {
  const chunk = Buffer.alloc(1_000_000, 'x');
  for (let size = 0; size <= MOST_BYTES; size += chunk.length) yield chunk;
}

describe('an input line by line', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 });
  const lines = fc.array(
    fc.string({ unit: 'binary', minLength: 1 }).map((text) => `>${text.replace(/[\n\0]/g, '')}`),
    {
      minLength: 1,
    },
  );
  test('has the same lines wherever its bytes are cut', () =>
    fc.assert(
      fc.asyncProperty(lines, sizes, async (written, at) => {
        expect(await textOf(Buffer.from(written.join('\n')), at)).toEqual(written);
      }),
    ));
  test.each(['utf-16le', 'utf-16be'])('in %s, too', (encoding) =>
    fc.assert(
      fc.asyncProperty(lines, sizes, async (written, at) => {
        const little = Buffer.from(`\u{feff}${written.join('\n')}`, 'utf16le');
        const bytes = encoding === 'utf-16le' ? little : Buffer.from(little).swap16();
        expect(await textOf(bytes, at, encoding)).toEqual(written);
      }),
    ),
  );
  test('the mark of UTF-8 is no text; lines are numbered from 1, the last one may lack its end', async () => {
    expect(await linesOf(Buffer.from('\u{feff}one\n\ntwo'))).toEqual([
      { number: 1, text: 'one' },
      { number: 2, text: '' },
      { number: 3, text: 'two' },
    ]);
  });
  test('a line that is no UTF-8 is read as Windows-1252 and says so; the others are not', async () => {
    const mixed = Buffer.concat([Buffer.from('é\n'), Buffer.from([0xe9, 0x0a]), Buffer.from('é')]);
    expect(await linesOf(mixed)).toEqual([
      { number: 1, text: 'é' },
      { number: 2, text: 'é', encoding: 'windows-1252' },
      { number: 3, text: 'é' },
    ]);
  });
  test('what is no text and a line without end are refused', async () => {
    await expect(linesOf(Buffer.from('{\0"\0}\0', 'latin1'))).rejects.toThrow(/NUL bytes/);
    await expect(Array.fromAsync(readLines(tooMuch()))).rejects.toThrow(/line of more than 200 MB/);
  });
});

test('what is read whole has a limit', async () => {
  expect(await readText(cut(Buffer.from('One.\nTwo.'), [3]))).toEqual({ text: 'One.\nTwo.' });
  await expect(readText(tooMuch())).rejects.toThrow(/larger than 200 MB.*NDJSON/);
});
