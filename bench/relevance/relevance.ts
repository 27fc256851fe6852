/**
 * How well searches are answered: `node bench/relevance/relevance.ts [--unjudged]`. Judged queries over the samples, and
 * over ../shared/seeds where it is, asked on the embedded engine, and with MEILI_URL and MEILI_INDEX_KEY on that
 * Meilisearch too, in indexes of its own that are dropped at the end. One table, then the worst queries of
 * each engine; `--unjudged` lists instead the hits that no judgement knows.
 */
import { ask, type Outcome } from './ask.ts';
import { collections, load } from './collections.ts';
import { engines, type Engine } from './engines.ts';
import { table, twins, unjudged, worst, type ByEngine } from './report.ts';

const WORST = 15;

async function outcomesOn(open: () => Promise<Engine>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const collection of collections()) {
    const engine = await open();
    try {
      const records = await load(collection, engine);
      outcomes.push(...(await ask(engine.reader, collection.queries, records)));
    } finally {
      await engine.dispose();
    }
  }
  return outcomes;
}

const byEngine: ByEngine = new Map();
for (const [name, open] of Object.entries(engines(process.env))) byEngine.set(name, await outcomesOn(open));

console.log(table(byEngine));
if (!byEngine.has('Meilisearch')) console.log('Meilisearch was not asked: MEILI_URL is not set.');
for (const [name, outcomes] of byEngine) {
  if (process.argv.includes('--unjudged')) {
    console.log(`\nUnjudged on ${name}:\n${unjudged(outcomes)}`);
    continue;
  }
  const { misspelt, right } = twins(outcomes);
  console.log(
    `\n${name}: misspelt ${misspelt.toFixed(3)}, the same spelt right ${right.toFixed(3)}; the worst:`,
  );
  console.log(worst(outcomes, WORST));
}
