import { SingleBar } from 'cli-progress';
import { documentLines, type DocumentReport } from './report.ts';

/** How a run shows that it goes on. */
export interface Progress {
  document(entry: DocumentReport): void;
  done(): void;
}

export const silent: Progress = { document: () => undefined, done: () => undefined };

/** A line for each document, for logs and pipes. */
export const lines = (stream: NodeJS.WritableStream): Progress => ({
  document: (entry) => void stream.write(`${documentLines(entry).join('\n')}\n`),
  done: () => undefined,
});

/** A bar over so many inputs on a terminal, with lines only for documents that have something to say. */
export function bar(inputs: number, terminal: NodeJS.WritableStream): Progress {
  const progress = new SingleBar({
    format: '{bar} {value} of {total} · {updates} updates · {id}',
    stream: terminal,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 12,
  });
  const told = lines(terminal);
  const read = new Set<string>();
  let updates = 0;
  progress.start(inputs, 0, { updates, id: '' });
  return {
    document(entry) {
      read.add(entry.path);
      updates += entry.updates;
      if (entry.problems.length + entry.notes.length > 0) {
        terminal.write('\r\u001b[K');
        told.document(entry);
      }
      progress.update(read.size, { updates, id: entry.id });
    },
    done: () => progress.stop(),
  };
}

/** What suits a stream: a bar over several inputs on a terminal, else lines. `count` is asked for only where it matters. */
export async function progressOn(
  stream: NodeJS.WritableStream & { isTTY?: boolean },
  count: () => Promise<number>,
): Promise<Progress> {
  const inputs = stream.isTTY ? await count() : 0;
  return inputs > 1 ? bar(inputs, stream) : lines(stream);
}
