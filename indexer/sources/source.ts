import type { DocumentHints, Problem, SourceDocument } from '../document.ts';

/** A file, a stream or an address, read. */
export interface Input {
  /** As the person who runs the indexer named it; `-` is standard input. */
  path: string;
  text: string;
  /** Side file and command line, the latter first. */
  hints: DocumentHints;
}

/** A document, or what was wrong with the input at that place. */
export type Parsed = (
  { document: SourceDocument; problems: Problem[] } | { document?: never; problems: Problem[] }
) & {
  /** What a person should know: what was not read, what was left out or repaired. */
  notes?: string[];
};

/** One format in which news comes. To add one: a file beside this, a captured input, a line in sources.ts. */
export interface Source {
  name: string;
  /** Does the input look like this format? Asked in the order of the list; the first that says yes reads it. */
  recognizes(input: Input): boolean;
  /** The documents in the input, in its order. Bad content is a problem, never an exception. */
  parse(input: Input): Generator<Parsed>;
}
