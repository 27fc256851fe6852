import type { NameSpan } from '../../indexer/enrich/tagger/labels.ts';
import type { Lexicon } from '../../indexer/enrich/tagger/lexicon.ts';
import type { Model } from '../../indexer/enrich/tagger/model.ts';
import { tag } from '../../indexer/enrich/tagger/tag.ts';
import type { TaggedName } from '../../indexer/enrich/tagger/tagged-name.ts';
import type { LabelledDocument } from './corpus.ts';

type Judged = TaggedName & { isRight: boolean };

/** Precision, recall and F1 of whole names with their type, in the sentences whose names are known. */
export function measure(documents: readonly LabelledDocument[], model: Model, lexicon: Lexicon): string {
  const sentences = documents.flatMap((document) => document.flatMap((text) => text.sentences));
  const wanted = sentences.reduce((sum, { names }) => sum + names.length, 0);
  const found = judgedNames(documents, model, lexicon);
  const hits = found.filter(({ isRight }) => isRight).length;
  const [precision, recall] = [hits / found.length, hits / wanted];
  const f1 = (2 * precision * recall) / (precision + recall);
  return `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)} of ${wanted} names`;
}

/** The scale that makes scores the best guess of how often a name is right (maximum likelihood). */
export function bestMarginScale(
  documents: readonly LabelledDocument[],
  model: Model,
  lexicon: Lexicon,
): number {
  const found = judgedNames(documents, model, lexicon);
  const logLikelihood = (scale: number) =>
    found.reduce(
      (sum, { margin, isRight }) => sum - Math.log1p(Math.exp(((isRight ? -1 : 1) * margin) / scale)),
      0,
    );
  const scales = Array.from({ length: 60 }, (_, i) => 2 * 1.1 ** i);
  return scales.reduce((best, scale) => (logLikelihood(scale) > logLikelihood(best) ? scale : best));
}

function judgedNames(documents: readonly LabelledDocument[], model: Model, lexicon: Lexicon): Judged[] {
  return documents.flatMap((document) => {
    const fields = document.map(({ field }) => field);
    return tag(fields, model, lexicon).flatMap((found, t) => {
      const { sentences } = document[t]!;
      const right = new Set(sentences.flatMap(({ names }) => names.map(keyOf)));
      return found
        .filter(({ source }) => !source) // A second look is no decoding: its scores rest on the scale sought here.
        .filter((name) => sentences.some(({ from, to }) => name.from >= from && name.to <= to))
        .map((name) => ({ ...name, isRight: right.has(keyOf(name)) }));
    });
  });
}

const keyOf = ({ from, to, type }: NameSpan): string => `${from} ${to} ${type}`;
