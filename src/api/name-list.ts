import { z } from '@hono/zod-openapi';

/** Names with commas between, each once. */
export const nameList = z.string().transform((names) => [...new Set(names.split(',').filter(Boolean))]);
