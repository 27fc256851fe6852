import { SingleBar } from 'cli-progress';
import { documentLines, type DocumentReport } from './report.ts';

/** How a run shows that it goes on. */
export interface Progress {
  document(entry: DocumentReport): void;
  done(): void;
}

/** A line for each document, for logs and pipes. */
export const lines: Progress = {
  document: (entry) => console.error(documentLines(entry).join('\n')),
  done: () => undefined,
};

export const silent: Progress = { document: () => undefined, done: () => undefined };

/** A bar over so many inputs on a terminal, with lines only for documents that have something to say. */
export function bar(inputs: number): Progress {
  const progress = new SingleBar({
    format: '{bar} {value} of {total} · {updates} updates · {id}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 12,
  });
  const read = new Set<string>();
  let updates = 0;
  progress.start(inputs, 0, { updates, id: '' });
  return {
    document(entry) {
      read.add(entry.path);
      updates += entry.updates;
      if (entry.problems.length + entry.notes.length > 0) {
        process.stderr.write('\r\u001b[K');
        lines.document(entry);
      }
      progress.update(read.size, { updates, id: entry.id });
    },
    done: () => progress.stop(),
  };
}
