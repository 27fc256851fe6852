import { EngineError, EngineUnavailableError, IdConflictError } from '../engine.ts';

/**
 * What goes between a thread and its worker. Arguments and results are cloned, so what is large had better be text:
 * as JSON, objects travel in half the time.
 */
export interface Call {
  id: number;
  method: string;
  args: unknown[];
}

export type Reply = { id: number; result: unknown } | { id: number; failure: Failure };

/** An error as data: the other thread makes one of the same class with the same message. */
export interface Failure {
  name: string;
  message: string;
  stack?: string;
  cause?: string;
}

/** Methods that a worker can be asked for, by name. */
export type Methods = Record<string, (...args: never[]) => unknown>;

export function toFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack, cause } = error;
  return { name, message, ...(stack && { stack }), ...(cause instanceof Error && { cause: cause.message }) };
}

const CLASSES = { EngineError, EngineUnavailableError, IdConflictError };

export function toError({ name, message, stack = '', cause }: Failure): Error {
  const known = CLASSES[name as keyof typeof CLASSES] as typeof EngineError | undefined;
  if (known) return new known(message, cause === undefined ? undefined : { cause: new Error(cause) });
  return Object.assign(new Error(message), { name, stack });
}
