import { toError, type Reply } from './calls.ts';

/** Calls that wait for their reply, by number. */
export interface WaitingCalls {
  /** A new call, whose result is what `settle` is told. */
  add(): { id: number; result: Promise<unknown> };
  settle(reply: Reply): void;
  failAll(error: Error): void;
  isEmpty(): boolean;
}

export function noCalls(): WaitingCalls {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let calls = 0;
  return {
    add() {
      const id = ++calls;
      const call = Promise.withResolvers<unknown>();
      waiting.set(id, call);
      return { id, result: call.promise };
    },
    settle(reply) {
      const { resolve, reject } = waiting.get(reply.id)!;
      waiting.delete(reply.id);
      if ('failure' in reply) reject(toError(reply.failure));
      else resolve(reply.result);
    },
    failAll(error) {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    },
    isEmpty: () => waiting.size === 0,
  };
}
