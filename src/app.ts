import { OpenAPIHono } from '@hono/zod-openapi';
import { secureHeaders } from 'hono/secure-headers';
import { api } from './api/api.ts';
import { answerProblem, notFound, onError } from './api/errors.ts';
import type { EngineReader } from './engine/engine.ts';
import { site } from './site/site.ts';

/** Pages load their own style and script and nothing else; no inline code runs. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

export interface AppParts {
  reader: EngineReader;
  /** As the footer names it. */
  engineName: string;
}

/** The whole service, API and pages, as a function of requests: tests call `app.request()`. */
export function createApp({ reader, engineName }: AppParts): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: CONTENT_SECURITY_POLICY,
      // Newsrooms load the API and the search box into pages of their own.
      crossOriginResourcePolicy: 'cross-origin',
    }),
  );
  app.route('/', api(reader));
  app.route('/', site({ reader, engineName }));
  app.onError(onError);
  app.notFound((c) => answerProblem(c, notFound(`There is no page ${c.req.path}.`).problem));
  return app;
}
