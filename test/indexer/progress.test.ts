import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { progressOn } from '../../indexer/progress.ts';
import type { DocumentReport } from '../../indexer/report.ts';

const entry = (path: string, more: Partial<DocumentReport> = {}): DocumentReport => ({
  id: path.replace('.txt', ''),
  path,
  updates: 3,
  problems: [],
  notes: [],
  ...more,
});

/** What a stream shows of three inputs, and of what is said of two documents in them. */
async function shown(isTTY: boolean, inputs = 3) {
  let written = '';
  const stream = Object.assign(
    new Writable({
      write(chunk: Buffer, _, done) {
        written += chunk.toString();
        done();
      },
    }),
    { isTTY, columns: 80, rows: 24 },
  );
  const output = vi.spyOn(process.stdout, 'write');
  const count = vi.fn(() => Promise.resolve(inputs));
  const progress = await progressOn(stream, count);
  progress.document(entry('ferry.txt'));
  progress.document(entry('storm.txt', { problems: [{ line: 2, message: 'no such time' }] }));
  progress.done();
  const quiet = output.mock.calls.length === 0;
  output.mockRestore();
  return { written, text: stripVTControlCharacters(written), quiet, counted: count.mock.calls.length };
}

describe('progress', () => {
  test('is a bar on a terminal, with lines only for what has something to say', async () => {
    const { written, text, quiet } = await shown(true);
    expect(text).toMatch(/=+-+ 2 of 3 · 6 updates · storm/);
    expect(text).toMatch(/storm.txt → storm: 3 updates\n    PROBLEM line 2: no such time\n/);
    expect(text).not.toMatch(/ferry.txt →/);
    // At the end it leaves the cursor as it was.
    expect(written.lastIndexOf('\u001b[?25h')).toBeGreaterThan(written.lastIndexOf('\u001b[?25l'));
    expect(quiet).toBe(true);
  });
  test('is plain lines elsewhere, where inputs are not counted', async () => {
    expect(await shown(false)).toEqual({
      written:
        'ferry.txt → ferry: 3 updates\nstorm.txt → storm: 3 updates\n    PROBLEM line 2: no such time\n',
      text: expect.any(String),
      quiet: true,
      counted: 0,
    });
  });
  test('is lines for a single input, also on a terminal', async () => {
    expect((await shown(true, 1)).written).toMatch(/^ferry.txt → ferry: 3 updates\n/);
  });
});
