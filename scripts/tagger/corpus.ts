import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { NameSpan, NameType } from '../../indexer/enrich/tagger/labels.ts';
import { fieldsOf, type Field } from '../../indexer/enrich/mention.ts';
import { sentencesOf } from '../../indexer/enrich/tagger/sentences.ts';

/** A text to learn from: its sentences with their names, as token numbers of `field`. */
export interface LabelledText {
  field: Field;
  sentences: { from: number; to: number; names: NameSpan[] }[];
}

/** The texts of one document. */
export type LabelledDocument = LabelledText[];

type Labels = 'PER' | 'ORG' | 'LOC';
type CharacterSpan = [start: number, end: number, label: Labels];
const TYPE_OF: Record<Labels, NameType> = { PER: 'person', ORG: 'organization', LOC: 'location' };

/** Documents, sentences, words with their BIO labels. */
type Gold = [word: string, label: string][][][];

/** The gold corpora in the folder, by name. @throws Error naming a file that is not there */
export function readGold(folder: string): Map<string, LabelledDocument[]> {
  const names = ['wikigold', 'uner-ewt', 'crossner-politics'];
  return new Map(
    names.map((name) => {
      const documents = JSON.parse(readFile(join(folder, `${name}.json`)).toString('utf8')) as Gold;
      return [
        name,
        documents.flatMap(pieces).map((sentences) => [labelledText('text', ...toText(sentences))]),
      ];
    }),
  );
}

/** One corpus strings sentences of many texts together, which say nothing about each other's words. */
const pieces = (sentences: Gold[number]): Gold =>
  sentences.length < 400 ? [sentences] : sentences.map((sentence) => [sentence]);

interface Silver {
  id: string;
  corenlp: CharacterSpan[];
  spacy: CharacterSpan[];
}

interface NewsItem {
  id: string;
  title?: string;
  text?: string;
}

/** News items whose names two taggers marked; only the sentences in which both see the same names. @throws as `readGold` */
export function readSilver(folder: string, news: string): LabelledDocument[] {
  const items = new Map(lines<NewsItem>(news).map((item) => [item.id, item]));
  return lines<Silver>(join(folder, 'silver-news.ndjson.gz')).map((silver) => {
    const { title = '', text = '' } = items.get(silver.id) ?? {};
    return labelledItem(title.trim(), text.trim(), silver);
  });
}

function labelledItem(title: string, text: string, { corenlp, spacy }: Silver): LabelledText[] {
  const shift = title ? title.length + 2 : 0;
  return [
    ...agreed('title', title, corenlp, spacy),
    ...agreed('text', text, moved(corenlp, shift), moved(spacy, shift)),
  ];
}

const moved = (spans: readonly CharacterSpan[], by: number): CharacterSpan[] =>
  spans.flatMap(([start, end, label]) => (start < by ? [] : [[start - by, end - by, label]]));

function agreed(name: string, text: string, one: CharacterSpan[], other: CharacterSpan[]): LabelledText[] {
  if (text === '') return [];
  const [first, second] = [labelledText(name, text, one), labelledText(name, text, other)];
  const same = first.sentences.filter((sentence, i) => sameNames(sentence.names, second.sentences[i]!.names));
  return [{ field: first.field, sentences: same }];
}

const sameNames = (one: readonly NameSpan[], other: readonly NameSpan[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

function labelledText(name: string, text: string, spans: CharacterSpan[]): LabelledText {
  const [field] = fieldsOf({ text, media: [] });
  const { tokens } = field!;
  const names = spans.flatMap(([start, end, label]) => {
    const from = tokens.findIndex((token) => token.end > start);
    let to = from;
    while (to >= 0 && to < tokens.length && tokens[to]!.start < end) to++;
    // One tagger counts the possessive into the name.
    if (to - from > 1 && /^['’]s$/i.test(text.slice(tokens[to - 1]!.start - 1, tokens[to - 1]!.end))) to--;
    return to > from ? [{ from, to, type: TYPE_OF[label] }] : [];
  });
  return {
    field: { ...field!, field: name },
    sentences: sentencesOf(tokens).map(({ from, to }) => ({
      from,
      to,
      names: names.filter((span) => span.from >= from && span.to <= to),
    })),
  };
}

const NO_SPACE_BEFORE = /^(?:[.,;:!?)\]%’”]|['’](?:s|re|ve|ll|d|m)$|n['’]t$|'$)/;
const NO_SPACE_AFTER = /[([$“‘]$/;

/** The words as a text, one sentence on each line, and the names in it by offset. */
function toText(sentences: Gold[number]): [text: string, spans: CharacterSpan[]] {
  let text = '';
  const spans: CharacterSpan[] = [];
  for (const sentence of sentences) {
    for (const [word, label] of sentence) {
      if (text && !text.endsWith('\n') && !NO_SPACE_BEFORE.test(word) && !NO_SPACE_AFTER.test(text))
        text += ' ';
      const start = text.length;
      text += word;
      if (label.startsWith('B-')) spans.push([start, text.length, label.slice(2) as Labels]);
      else if (label.startsWith('I-')) spans.at(-1)![1] = text.length;
    }
    text += '\n';
  }
  return [text, spans];
}

const lines = <T>(file: string): T[] =>
  gunzipSync(readFile(file))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

function readFile(file: string): Buffer {
  if (!existsSync(file)) throw new Error(`${file} is not there; data/README.md says what training needs.`);
  return readFileSync(file);
}
