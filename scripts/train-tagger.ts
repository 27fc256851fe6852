/**
 * `npm run train -- FOLDER NEWS`: learns the weights of the name tagger (data/models/names.gz) from
 * labelled texts and says how well it does on those held out. data/README.md names the texts. The same
 * texts, tables and gazetteer give the same bytes.
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
import { toLabels } from '../indexer/enrich/tagger/labels.ts';
import type { Lexicon } from '../indexer/enrich/tagger/lexicon.ts';
import { packModel, quantize } from '../indexer/enrich/tagger/model.ts';
import { learn, type Sentence } from './tagger/perceptron.ts';
import { documentFeatures } from '../indexer/enrich/tagger/tag.ts';
import { disguise } from './tagger/disguise.ts';
import { readGold, readSilver, type LabelledDocument } from './tagger/corpus.ts';
import { bestMarginScale, measure } from './tagger/quality.ts';

const DATA = join(import.meta.dirname, '..', 'data');
const MODEL = join(DATA, 'models', 'names.gz');
const OPTIONS = { epochs: 6, leastCount: 3, keep: 80_000, seed: 7 };
/** Every twentieth document is held out. */
const HELD_OUT = 20;

function main(): void {
  const [folder, news] = parseArgs({ allowPositionals: true }).positionals;
  if (!folder || !news) throw new Error('Usage: npm run train -- FOLDER NEWS (see data/README.md)');
  const lexicon = {
    names: knownNames(readTables(join(DATA, 'entities')).map(({ entity }) => entity)),
    gazetteer: readGazetteer(join(DATA, 'gazetteer')),
  };
  const corpora = [...readGold(folder), ['silver', readSilver(folder, news)] as const];
  const known = corpora.flatMap(([, documents]) => documents.filter((_, i) => !isHeldOut(i)));
  const held = corpora.map(([name, documents]) => [name, documents.filter((_, i) => isHeldOut(i))] as const);
  held.push(['silver, disguised', disguise(held.at(-1)![1])]);
  const learning = [...known, ...disguise(known)];
  for (const { field } of [...learning, ...held.flatMap(([, documents]) => documents)].flat())
    findKnownNames(field, lexicon.names);

  const learned = learn(
    learning.flatMap((document) => examplesOf(document, lexicon)),
    OPTIONS,
  );
  const model = quantize(learned);
  const all = held.flatMap(([, documents]) => documents);
  model.marginScale = bestMarginScale(all, model, lexicon);
  for (const [name, documents] of held) console.log(name.padEnd(18), measure(documents, model, lexicon));
  const packed = packModel(learned.features, model);
  mkdirSync(dirname(MODEL), { recursive: true });
  writeFileSync(MODEL, packed);
  console.log(`${learned.features.length} features, ${packed.length} bytes`);
}

const isHeldOut = (i: number): boolean => i % HELD_OUT === HELD_OUT - 1;

function examplesOf(document: LabelledDocument, lexicon: Lexicon): Sentence[] {
  const fields = document.map(({ field }) => field);
  const features = documentFeatures(fields, lexicon);
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

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
