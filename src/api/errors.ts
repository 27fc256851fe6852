import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import { EngineError, EngineUnavailableError } from '../engine/engine.ts';
import { typos } from '../engine/typo.ts';
import type { Problem } from './contract.ts';

const RETRY_AFTER_SECONDS = '5';

/** What each problem means, as `/docs` explains it; a problem's `type` links there. */
export const problemNotes = {
  'bad-parameter': 'A parameter has a value that it cannot have (400).',
  'unknown-parameter': 'There is no parameter of this name; the right one is suggested (400).',
  'not-found': 'There is nothing under this address or id (404).',
  internal: 'Dateline failed (500); the log of the server says more.',
  unavailable:
    'The search engine does not answer, or its index can not be used; try again after the seconds in Retry-After (503).',
  'not-ready': 'Nothing is indexed yet (503).',
} as const;

const typeOf = (note: keyof typeof problemNotes) => `/docs#${note}`;

/** Answers with a problem (RFC 9457). */
export function answerProblem(c: Context, problem: Problem): Response {
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json; charset=utf-8' };
  if (problem.status === 503 || problem.status === 429) headers['Retry-After'] = RETRY_AFTER_SECONDS;
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, headers);
}

/** Thrown by a handler to answer with a problem. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

export const notReady = (detail: string) =>
  new ProblemError({ type: typeOf('not-ready'), title: 'Nothing indexed yet', status: 503, detail });

export const notFound = (detail: string) =>
  new ProblemError({ type: typeOf('not-found'), title: 'Not found', status: 404, detail });

const unavailable = (detail: string): Problem => ({
  type: typeOf('unavailable'),
  title: 'Search is unavailable',
  status: 503,
  detail,
});

/** An engine that can't answer, with what is wrong in words that strangers may read. */
export function engineTrouble(error: EngineError, detail: string): ProblemError {
  console.error(error.message);
  return new ProblemError(unavailable(detail));
}

/** The first thing that is wrong with the values of a request's parameters. */
export function badParameter(error: z.core.$ZodError): Problem {
  const issue = error.issues[0]!;
  const parameter = String(issue.path[0] ?? 'request');
  return {
    type: typeOf('bad-parameter'),
    title: 'Bad parameter',
    status: 400,
    detail: `${parameter}: ${issue.message}`,
    parameter,
  };
}

/** A parameter that doesn't exist, with the one that was probably meant. */
export function unknownParameter(parameter: string, known: readonly string[]): Problem {
  const suggestion = closest(parameter, known);
  const way = suggestion
    ? `Did you mean ${suggestion}?`
    : `This address knows ${known.join(', ') || 'no parameters'}.`;
  return {
    type: typeOf('unknown-parameter'),
    title: 'Unknown parameter',
    status: 400,
    detail: `There is no parameter ${parameter}. ${way}`,
    parameter,
    ...(suggestion && { suggestion }),
  };
}

/** The known name that is at most two typos away, or that begins alike (`persons` is `person`). */
function closest(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, distance: typos(name.toLowerCase(), candidate.toLowerCase(), 2) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate ?? known.find((candidate) => name.startsWith(candidate));
}

/** What a stranger may know of an engine's error; what to do about it stands in the log. */
const detailOf = (error: EngineError): string =>
  error instanceof EngineUnavailableError
    ? 'The search engine does not answer right now. Try again in a few seconds.'
    : 'The search can not be used until somebody looks after it. The log of the server says why, and what to do.';

/** Whatever a handler throws, as a problem: an engine that can't answer is 503, the rest is ours and logged. */
export const onError: ErrorHandler = (error, c) => {
  if (error instanceof EngineError) {
    console.error(error.message);
    return answerProblem(c, unavailable(detailOf(error)));
  }
  if (error instanceof ProblemError) return answerProblem(c, error.problem);
  if (error instanceof HTTPException) {
    return answerProblem(c, {
      type: 'about:blank',
      title: error.message,
      status: error.status,
      detail: error.message,
    });
  }
  console.error(error);
  const detail = 'Dateline failed to answer. The log of the server says more.';
  return answerProblem(c, { type: typeOf('internal'), title: 'Internal error', status: 500, detail });
};
