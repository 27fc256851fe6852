import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { problem } from './contract.ts';
import { answerProblem, badParameter, unknownParameter } from './errors.ts';

/** A router whose parameters are checked: a value that doesn't fit is answered with a problem that names it. */
export function router(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result, c) => (result.success ? undefined : answerProblem(c, badParameter(result.error))),
  });
}

/** Refuses parameters that the schema doesn't know, so that a slip of the pen never widens a search. */
export function onlyKnown(parameters: z.ZodObject): MiddlewareHandler {
  const known = Object.keys(parameters.shape);
  return async (c, next) => {
    const stranger = Object.keys(c.req.queries()).find((name) => !known.includes(name));
    return stranger === undefined ? next() : answerProblem(c, unknownParameter(stranger, known));
  };
}

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

/** The answers of a reading route: its own at 200, problems for the rest. */
export const answers = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
  400: problemAnswer('A parameter is unknown or has a value that it cannot have'),
  404: problemAnswer('There is nothing under this id'),
  503: problemAnswer('The search engine does not answer; see Retry-After'),
});
