/** Opens an index, searches it, and prints the resident memory of the process in MB: `node resident.ts FOLDER`. */
import { memoryUsage } from 'node:process';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { keystrokes, knownItems, toQuery } from './queries.ts';

const reader = createEmbeddedReader(process.argv[2]!);
for (const { q, filter } of knownItems(11, 300)) await reader.search(toQuery(`${q} `, filter));
for (const { q } of knownItems(12, 20)) for (const part of keystrokes(q)) await reader.search(toQuery(part));
console.log(Math.round(memoryUsage.rss() / 1e6));
await reader.close();
