import type { DocumentHints, Problem, SourceDocument } from '../document.ts';

/** What is known of a file, a stream or an address before it is read. */
export interface NamedInput {
  /** As the person who runs the indexer named it; `-` is standard input. */
  path: string;
  /** Side file and command line, the latter first. */
  hints: DocumentHints;
}

/** An input that was read whole. */
export interface Input extends NamedInput {
  text: string;
}

/** An input of any length, read line by line. */
export interface LineInput extends NamedInput {
  lines: AsyncIterable<TextLine>;
}

export interface TextLine {
  /** From 1. */
  number: number;
  text: string;
  /** What it was read as, where that is not what the input is read as. */
  encoding?: string;
}

/** A document, or what was wrong with the input at that place. */
export type Parsed = (
  { document: SourceDocument; problems: Problem[] } | { document?: never; problems: Problem[] }
) & {
  /** What a person should know: what was not read, what was left out or repaired. */
  notes?: string[];
  /** The part of the input that it came from, where the input may hold more documents than can be kept. */
  excerpt?: { text: string; firstLine: number };
};

/** One format in which news comes. To add one: a file beside this, a captured input, a line in sources.ts. */
export interface Source {
  name: string;
  /** Does the input look like this format? Asked in the order of the list; the first that says yes reads it. */
  recognizes(input: Input): boolean;
  /** The documents in the input, in its order. Bad content is a problem, never an exception. */
  parse(input: Input): Generator<Parsed>;
}

/** A format whose documents stand one after the other, in lines, so that memory holds one of them at a time. */
export interface LineSource {
  name: string;
  /** Does the input look like this format? `firstLine` is the first that isn't blank. */
  recognizes(path: string, firstLine: string): boolean;
  /** The documents in the input, each as soon as the next one begins. Bad content is a problem, never an exception. */
  parse(input: LineInput): AsyncGenerator<Parsed>;
}
