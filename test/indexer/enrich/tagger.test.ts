import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fieldsOf } from '../../../indexer/enrich/mention.ts';
import { findKnownNames } from '../../../indexer/enrich/names/known-names.ts';
import { casingOf, lineStyles } from '../../../indexer/enrich/tagger/casing.ts';
import { decode, TRANSITION_COUNT } from '../../../indexer/enrich/tagger/decode.ts';
import { FEATURES_PER_WORD } from '../../../indexer/enrich/tagger/features.ts';
import {
  LABEL_COUNT,
  mayFollow,
  NAME_TYPES,
  toLabels,
  toSpans,
  type NameSpan,
} from '../../../indexer/enrich/tagger/labels.ts';
import { packModel, quantize, readModel } from '../../../indexer/enrich/tagger/model.ts';
import { learn } from '../../../scripts/tagger/perceptron.ts';
import { documentFeatures, tag } from '../../../indexer/enrich/tagger/tag.ts';
import { openPipeline } from '../../../indexer/open-pipeline.ts';

const known = openPipeline('UTC').pipeline.knowledge();
const knowledge = { ...known, gazetteer: known.atlas.gazetteer };

const textField = (text: string) => fieldsOf({ text, media: [] })[0]!;

/** What the tagger sees in a document of these texts, as `surface/type`. */
function tagged(...texts: string[]): string[] {
  const fields = texts.map(textField);
  for (const field of fields) findKnownNames(field, knowledge.names);
  return tag(fields, knowledge.tagger, knowledge).flatMap((found, f) =>
    found.map(({ from, to, type }) => {
      const { text, tokens } = fields[f]!;
      return `${text.slice(tokens[from]!.start, tokens[to - 1]!.end)}/${type}`;
    }),
  );
}

describe('what the tagger has learned', () => {
  test('people, organizations and places that no table has', () => {
    expect(
      tagged(
        'Lena Marlow of the Harbour Workers Union said on Monday that police in Oakmere County were told.',
      ),
    ).toEqual(['Lena Marlow/person', 'Harbour Workers Union/organization', 'Oakmere County/location']);
  });
  test('a headline In Title Case is not all names', () => {
    expect(tagged('Storm Hits Empty Beaches While Rescuers Search For Missing Boats')).toEqual([]);
  });
  test('a name ends at a comma', () => {
    const found = tagged('Witnesses named Lena Marlow, Peter Quill and Anna Brandt.');
    expect(found).toEqual(['Lena Marlow/person', 'Peter Quill/person', 'Anna Brandt/person']);
  });
});

describe('how a document writes its words', () => {
  const styles = (text: string) => new Set(lineStyles(textField(text)));
  test('lines in title case, in capitals, and plain ones', () => {
    expect(styles('Rescuers Reach the Flooded Valley at Last')).toEqual(new Set(['title case']));
    expect(styles('RESCUERS REACH THE VALLEY')).toEqual(new Set(['capitals']));
    expect(styles('Rescuers reach the valley. BREAKING')).toEqual(new Set(['plain']));
  });
  test('capitals count only where nothing but a name asks for one', () => {
    const fields = ['Rescuers Reach the Flooded Valley', 'Rescuers saw Mira. The valley is flooded.'].map(
      textField,
    );
    const { capital, small } = casingOf(fields, fields.map(lineStyles));
    expect([...capital]).toEqual([['mira', 1]]);
    expect(small.has('valley')).toBe(true);
  });
});

describe('labels', () => {
  const spans = fc
    .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 }), fc.constantFrom(...NAME_TYPES)))
    .map((parts) => {
      let at = 0;
      return parts.map(([gap, length, type]): NameSpan => {
        const from = at + gap;
        at = from + length;
        return { from, to: at, type };
      });
    });
  test('names survive as labels', () => {
    fc.assert(
      fc.property(spans, (names) => {
        expect(toSpans(toLabels((names.at(-1)?.to ?? 0) + 2, names))).toEqual(names);
      }),
    );
  });
  test('the best sequence is the best of all, and keeps the order of labels', () => {
    const scores = fc.array(fc.integer({ min: -9, max: 9 }), {
      minLength: LABEL_COUNT * 3,
      maxLength: LABEL_COUNT * 3,
    });
    const transitions = fc.array(fc.integer({ min: -5, max: 5 }), {
      minLength: TRANSITION_COUNT,
      maxLength: TRANSITION_COUNT,
    });
    fc.assert(
      fc.property(scores, transitions, (s, t) => {
        const { labels, margins } = decode(Float32Array.from(s), Float32Array.from(t));
        const [best, second] = bestByTrying(s, t);
        expect(scoreOf([...labels], s, t)).toBe(best);
        expect(Math.min(...margins)).toBe(best! - second!);
      }),
    );
  });

  function scoreOf(labels: number[], scores: number[], transitions: number[]): number {
    const before = [LABEL_COUNT, ...labels];
    if (!labels.every((label, i) => mayFollow(before[i]!, label))) return -Infinity;
    return labels.reduce(
      (sum, label, i) =>
        sum + scores[i * LABEL_COUNT + label]! + transitions[before[i]! * LABEL_COUNT + label]!,
      0,
    );
  }
  function bestByTrying(scores: number[], transitions: number[]): number[] {
    const all = Array.from({ length: LABEL_COUNT ** 3 }, (_, n) => [
      Math.floor(n / LABEL_COUNT ** 2),
      Math.floor(n / LABEL_COUNT) % LABEL_COUNT,
      n % LABEL_COUNT,
    ]);
    return all.map((labels) => scoreOf(labels, scores, transitions)).sort((a, b) => b - a);
  }
});

describe('learning', () => {
  const corpus: [text: string, names: NameSpan[]][] = [
    ['Mira Sands met the mayor in Eastport on Sunday', [person(0, 2), { from: 6, to: 7, type: 'location' }]],
    ['The mayor of Westhaven thanked Tom Reed', [{ from: 3, to: 4, type: 'location' }, person(5, 7)]],
    ['In the north it rained', []],
    ['Ada Finch works in Northby', [person(0, 2), { from: 4, to: 5, type: 'location' }]],
  ];
  function person(from: number, to: number): NameSpan {
    return { from, to, type: 'person' };
  }
  const sentences = corpus.map(([text, names]) => {
    const field = textField(text);
    return {
      features: documentFeatures([field], knowledge)[0]!,
      labels: toLabels(field.tokens.length, names),
    };
  });
  const options = { epochs: 20, leastCount: 1, keep: 5000, seed: 1 };

  test('knows what it was taught, and the same sentences give the same bytes', () => {
    const learned = learn(sentences, options);
    const model = quantize(learned);
    for (const [text, names] of corpus) {
      const [found] = tag([textField(text)], model, knowledge);
      expect(found!.map(({ from, to, type }) => ({ from, to, type }))).toEqual(names);
    }
    const again = learn(sentences, options);
    expect(packModel(again.features, quantize(again))).toEqual(packModel(learned.features, model));
    expect(learn(sentences, { ...options, keep: 50 }).features).toHaveLength(50);
  });
  test('a model reads back as it was written', () => {
    const learned = learn(sentences, options);
    const model = { ...quantize(learned), marginScale: 3 };
    const folder = mkdtempSync(join(tmpdir(), 'dateline-model-'));
    try {
      const file = join(folder, 'names.gz');
      writeFileSync(file, packModel(learned.features, model));
      const read = readModel(file);
      expect({ ...read, index: 0 }).toEqual({ ...model, index: 0 });
      for (const feature of learned.features)
        expect(read.index.find(feature)).toBe(model.index.find(feature));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  test('every word has its features', () => {
    expect(sentences[2]!.features).toHaveLength(5 * FEATURES_PER_WORD);
  });
});
