/**
 * `npm run train -- FOLDER NEWS`: learns the weights of the name tagger (data/models/names.gz) from
 * labelled texts and says how well it does on those held out. data/README.md names the texts. The same
 * texts and tables give the same bytes.
 *
 *   FOLDER   wikigold.json, uner-ewt.json, crossner-politics.json, silver-news.ndjson.gz
 *   NEWS     the news items that the last one labels, as .ndjson.gz
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findKnownNames, knownNames } from '../indexer/enrich/names/known-names.ts';
import { readTables } from '../indexer/enrich/names/tables.ts';
import { readGazetteer } from '../indexer/enrich/places/gazetteer.ts';
import { FEATURES_PER_WORD } from '../indexer/enrich/tagger/features.ts';
import { toLabels, type NameSpan } from '../indexer/enrich/tagger/labels.ts';
import type { Lexicon } from '../indexer/enrich/tagger/lexicon.ts';
import { packModel, quantize, type Model } from '../indexer/enrich/tagger/model.ts';
import { learn, type Sentence } from '../indexer/enrich/tagger/perceptron.ts';
import { documentFeatures, tag } from '../indexer/enrich/tagger/tag.ts';
import { readGold, readSilver, type LabelledDocument } from './tagger-corpus.ts';

const DATA = join(import.meta.dirname, '..', 'data');
const MODEL = join(DATA, 'models', 'names.gz');
const OPTIONS = { epochs: 6, leastCount: 3, keep: 60_000, seed: 7 };
/** Every so-manieth document is held out. */
const HELD_OUT = 20;

function main(): void {
  const [folder, news] = parseArgs({ allowPositionals: true }).positionals;
  if (!folder || !news) throw new Error('Usage: npm run train -- FOLDER NEWS (see data/README.md)');
  const corpora = new Map([...readGold(folder), ['silver', readSilver(folder, news)] as const]);
  const lexicon = {
    names: knownNames(readTables(join(DATA, 'entities'))),
    gazetteer: readGazetteer(join(DATA, 'gazetteer')),
  };
  for (const { field } of [...corpora.values()].flat(2)) findKnownNames(field, lexicon.names);
  const sentences = [...corpora.values()].flatMap((documents) =>
    documents.filter((_, i) => !isHeldOut(i)).flatMap((document) => examplesOf(document, lexicon)),
  );
  console.log(`${sentences.length} sentences to learn from`);
  const learned = learn(sentences, OPTIONS);
  const model = quantize(learned);
  model.marginScale = bestMarginScale([...corpora.values()].flatMap(heldOut), model, lexicon);
  for (const [name, documents] of corpora)
    console.log(name.padEnd(18), measure(heldOut(documents), model, lexicon));
  const packed = packModel(learned.features, model);
  mkdirSync(dirname(MODEL), { recursive: true });
  writeFileSync(MODEL, packed);
  console.log(`${learned.features.length} features, ${packed.length} bytes`);
}

const isHeldOut = (i: number): boolean => i % HELD_OUT === HELD_OUT - 1;

const heldOut = (documents: readonly LabelledDocument[]): LabelledDocument[] =>
  documents.filter((_, i) => isHeldOut(i));

function examplesOf(document: LabelledDocument, lexicon: Lexicon): Sentence[] {
  const features = documentFeatures(
    document.map(({ field }) => field),
    lexicon,
  );
  return document.flatMap(({ sentences }, t) =>
    sentences.map(({ from, to, names }) => ({
      features: features[t]!.slice(from * FEATURES_PER_WORD, to * FEATURES_PER_WORD),
      labels: toLabels(
        to - from,
        names.map((name) => ({ ...name, from: name.from - from, to: name.to - from })),
      ),
    })),
  );
}

/** Right and found names in those sentences of the documents whose names are known. */
function judged(documents: readonly LabelledDocument[], model: Model, lexicon: Lexicon) {
  return documents.flatMap((document) => {
    const tagged = tag(
      document.map(({ field }) => field),
      model,
      lexicon,
    );
    return document.flatMap(({ sentences }, t) =>
      sentences.map(({ from, to, names }) => {
        const right = new Set(names.map(keyOf));
        const found = tagged[t]!.filter((name) => name.from >= from && name.to <= to);
        return { right, found: found.map((name) => ({ ...name, isRight: right.has(keyOf(name)) })) };
      }),
    );
  });
}

const keyOf = ({ from, to, type }: NameSpan): string => `${from} ${to} ${type}`;

function measure(documents: readonly LabelledDocument[], model: Model, lexicon: Lexicon): string {
  const sentences = judged(documents, model, lexicon);
  const wanted = sentences.reduce((sum, { right }) => sum + right.size, 0);
  const found = sentences.flatMap((sentence) => sentence.found);
  const hits = found.filter(({ isRight }) => isRight).length;
  const [precision, recall] = [hits / found.length, hits / wanted];
  const f1 = (2 * precision * recall) / (precision + recall);
  return `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)} (${wanted} names held out)`;
}

/** The scale that makes scores the best guess of how often a name is right. */
function bestMarginScale(documents: readonly LabelledDocument[], model: Model, lexicon: Lexicon): number {
  const found = judged(documents, { ...model, marginScale: 1 }, lexicon).flatMap(
    (sentence) => sentence.found,
  );
  const scales = Array.from({ length: 60 }, (_, i) => 2 * 1.1 ** i);
  const likelihood = (scale: number) =>
    found.reduce(
      (sum, { margin, isRight }) => sum - Math.log(1 + Math.exp(((isRight ? -1 : 1) * margin) / scale)),
      0,
    );
  return scales.reduce((best, scale) => (likelihood(scale) > likelihood(best) ? scale : best));
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
