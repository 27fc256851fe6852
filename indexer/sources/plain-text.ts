import { documentId } from './document-id.ts';
import type { Source } from './source.ts';

/** Text without markup, one paragraph per line. Its dialect, and so its updates, are found by splitting. */
export const plainText: Source = {
  name: 'plain-text',
  recognizes: () => true,
  *parse({ path, text, hints }) {
    const id = documentId(path, hints);
    if (!id) {
      yield {
        problems: [
          { message: 'text on standard input needs an address to be known by: add --url https://…' },
        ],
      };
      return;
    }
    yield { document: { id, path, hints, complete: true, content: { text } }, problems: [] };
  },
};
