import { expect } from 'vitest';
import { EngineError } from '../../src/engine/engine.ts';

/** What a call that the engine refuses says; a call that works, or fails with anything else, fails the test. */
export async function failureOf(call: () => unknown): Promise<string> {
  const error = await Promise.resolve()
    .then(call)
    .then(
      () => new Error('nothing failed'),
      (cause: Error) => cause,
    );
  expect(error, error.stack).toBeInstanceOf(EngineError);
  return error.message;
}
