import { readJson } from './shape.ts';
import type { Source } from './source.ts';

const JSON_START = /^\uFEFF?\s*(?:\{\s*["}]|\[\s*[[{"\]])/;
const XML_START = /^\uFEFF?\s*<\?xml\b/;

/** JSON and XML that no format knows, or that is cut off: a problem, because read as text it would be rubbish. */
export const unsupported: Source = {
  name: 'unsupported',
  recognizes: ({ path, text }) =>
    /\.(?:json|xml|rss|atom)$/i.test(path) || JSON_START.test(text) || XML_START.test(text),
  *parse(input) {
    const isXml = /^\uFEFF?\s*</.test(input.text);
    const json = readJson(input);
    const broken = !isXml && 'error' in json ? `is no JSON: ${json.error}` : undefined;
    yield {
      problems: [{ message: broken ?? `is ${isXml ? 'XML' : 'JSON'} of a shape that no format knows` }],
    };
  },
};
