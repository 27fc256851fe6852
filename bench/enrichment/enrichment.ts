/**
 * How right and how fast enrichment is: `node --expose-gc bench/enrichment/enrichment.ts`, with ../shared beside
 * the checkout. One table: each measure for the documents that were looked at while tuning, for the others,
 * and for all, then what is asked at least and what others reach on the same texts.
 */
import { inputOf, PARTS, recordsOf, scored, shared, type Part } from './scores.ts';
import { enrichmentSpeed } from './speed.ts';
import { chronoRecords, compromiseRecords, compromiseSpeed } from './yardstick.ts';

interface Measure {
  name: string;
  /** Where the scorer's output has the figure. */
  figure: RegExp;
  least: number;
  /** Measured on the same texts, outside this bench. */
  others: string;
}
interface Truth {
  truth: string;
  scorer: string;
  measures: Measure[];
}

const F1 = (line: string, after = '') => new RegExp(`^${line}.*?${after}.*?F1 ([\\d.]+)`, 'm');
const WITHIN: Measure = {
  name: 'found as a city: within 25 km',
  figure: /city, ([\d.]+) within/,
  least: 0.85,
  others: 'CoreNLP + most populous .68 / .74',
};

const TRUTHS: Truth[] = [
  {
    truth: 'entities/msnbc-updated.jsonl',
    scorer: 'entities.mjs',
    measures: [
      { name: 'surface F1', figure: F1('all', 'surface'), least: 0.7, others: 'CoreNLP .743, spaCy .67' },
      { name: 'canonical F1', figure: F1('all', 'canonical'), least: 0.6, others: 'CoreNLP .476' },
    ],
  },
  {
    truth: 'entities/re3d-bbc.jsonl',
    scorer: 'entities.mjs',
    measures: [
      { name: 'surface F1', figure: F1('all', 'surface'), least: 0.46, others: 'CoreNLP .482, spaCy .42' },
    ],
  },
  {
    truth: 'places/tr-news.jsonl',
    scorer: 'places.mjs',
    measures: [
      {
        name: 'recognized F1',
        figure: F1('recognized'),
        least: 0.82,
        others: 'CoreNLP .838, Mordecai 3 .75',
      },
      {
        name: 'right place F1',
        figure: F1('right place'),
        least: 0.68,
        others: 'Mordecai 3 .64, most populous .558',
      },
      WITHIN,
    ],
  },
  {
    truth: 'places/geovirus.jsonl',
    scorer: 'places.mjs',
    measures: [
      { name: 'recognized F1', figure: F1('recognized'), least: 0.91, others: 'CoreNLP .930' },
      { name: 'right place F1', figure: F1('right place'), least: 0.8, others: 'most populous .720' },
      WITHIN,
    ],
  },
  {
    truth: 'dates/meantime.jsonl',
    scorer: 'days.mjs',
    measures: [
      {
        name: 'exact days F1',
        figure: F1('exact days'),
        least: 0.91,
        others: 'SUTime .835',
      },
    ],
  },
  {
    truth: 'quotes/polnear.jsonl',
    scorer: 'quotes.mjs',
    measures: [
      { name: 'speaker precision', figure: /speaker precision ([\d.]+)/, least: 0.9, others: 'CoreNLP .49' },
      { name: 'speaker recall', figure: /recall ([\d.]+)/, least: 0.83, others: 'CoreNLP .59' },
    ],
  },
];

/** What runs here beside Dateline, by the scorer of what it finds. */
const YARDSTICKS: Record<string, { name: string; records: (input: string) => string }> = {
  'entities.mjs': { name: 'compromise', records: compromiseRecords },
  'days.mjs': { name: 'chrono-node', records: chronoRecords },
};

const row = (...cells: string[]) =>
  console.log(cells.map((cell, i) => (i < 2 ? cell.padEnd([26, 30][i]!) : cell.padEnd(8))).join(' '));

function figureOf(output: string, { figure, name }: Measure): string {
  const found = figure.exec(output)?.[1];
  if (found === undefined) throw new Error(`the scorer printed no ${name}: ${output}`);
  return Number(found).toFixed(3);
}

function scoreTruth({ truth, scorer, measures }: Truth, records: string, who: string): void {
  const outputs = new Map<Part, string>(PARTS.map((part) => [part, scored(scorer, records, truth, part)]));
  for (const measure of measures) {
    const figures = PARTS.map((part) => figureOf(outputs.get(part)!, measure));
    const aims = who === 'Dateline' ? [`≥ ${measure.least}`, measure.others] : ['', ''];
    row(truth, `${measure.name}${who === 'Dateline' ? '' : `, ${who}`}`, ...figures, ...aims);
  }
}

function scoreSeed(): void {
  const gold = 'entities/seed-000-gold.json';
  const records = recordsOf({ path: shared('seeds/000_59c31a56df78a733.txt') });
  const output = scored('seed-000.mjs', records, gold, 'all');
  const measure = { name: 'canonical F1', figure: F1('all'), least: 0.96, others: '' };
  row(gold, measure.name, '', '', figureOf(output, measure), `≥ ${measure.least}`, 'tables tuned on it');
}

row('truth', 'measure', ...PARTS, 'asked', 'others on the same texts');
scoreSeed();
for (const truth of TRUTHS) {
  const input = inputOf(truth.truth);
  scoreTruth(truth, recordsOf({ text: input }), 'Dateline');
  const beside = YARDSTICKS[truth.scorer];
  if (beside)
    scoreTruth({ ...truth, measures: truth.measures.slice(0, 1) }, beside.records(input), beside.name);
}

const { millisecondsPer1000Words: own, megabytes, texts } = await enrichmentSpeed();
const yardstick = compromiseSpeed(texts);
row('60,000 news items', 'ms per 1,000 words', '', '', own.toFixed(1), '≤ 20', 'spaCy 240, CoreNLP 500+');
row(
  '',
  'the same, compromise',
  '',
  '',
  yardstick.toFixed(1),
  '',
  `${(yardstick / own).toFixed(1)} times as long`,
);
row('', 'megabytes, each tenth', megabytes.join(' '));
