import { setImmediate as sent } from 'node:timers/promises';
import type { Connection } from './connection.ts';

/** How often an answer is asked again because a write came between its parts. */
const ATTEMPTS = 3;

/** While searches follow each other, the version that one saw at its end serves the next as its beginning. */
const FRESH_MS = 1000;

/** An answer, and the version of the index that it comes from. */
export interface Dated<T> {
  answer: T;
  version: string;
}

/**
 * Gives answers that come from one state of the index, although no two requests share one: a version
 * never returns, so if it is the same before the first part and after the last, nothing came between.
 * `look` asks for the version, and `ask` is told of which one its answer shall be. The version before is mostly
 * known from the answer before; that after is asked along with the part, which is enough where it turns out that there
 * was only one, and otherwise after them. While writes keep coming, the last attempt has to do.
 */
export function createStateWatch(look: () => Promise<string>) {
  let seen = { version: '', at: -Infinity };
  const lookNow = async () => {
    const version = await look();
    seen = { version, at: performance.now() };
    return version;
  };
  return async function fromOneState<T>(
    server: Connection,
    ask: (server: Connection, version: string) => Promise<T>,
  ): Promise<Dated<T>> {
    let before = performance.now() - seen.at < FRESH_MS ? seen.version : await lookNow();
    for (let attempt = 1; ; attempt++) {
      const counting = countingAsks(server);
      const asking = ask(counting.server, before);
      // The parts go out first: they take longer.
      const looking = counting.asked() > 1 ? before : sent().then(lookNow);
      const [answer, during] = await Promise.all([asking, looking]);
      const after = during === before && counting.asked() > 1 ? await lookNow() : during;
      if (after === before || attempt === ATTEMPTS) return { answer, version: before };
      before = after;
    }
  };
}

function countingAsks(server: Connection): { server: Connection; asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    server: {
      ...server,
      ask(request) {
        asked += 1;
        return server.ask(request);
      },
      askOr(nothing, request) {
        asked += 1;
        return server.askOr(nothing, request);
      },
    },
  };
}
