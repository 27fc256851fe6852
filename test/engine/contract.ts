import { describe } from 'vitest';
import { bruteForceContract } from './contract/brute-force.ts';
import { documentsContract } from './contract/documents.ts';
import { emptyIndexContract } from './contract/empty.ts';
import { entitiesContract } from './contract/entities.ts';
import { facetsContract } from './contract/facets.ts';
import { highlightsContract } from './contract/highlights.ts';
import { orderContract } from './contract/order.ts';
import { relaxingContract } from './contract/relaxing.ts';
import { similarContract } from './contract/similar.ts';
import { spellingsContract } from './contract/spellings.ts';
import { subjectOf, type EngineUnderTest } from './contract/subject.ts';
import { typosContract } from './contract/typos.ts';
import { wordsContract } from './contract/words.ts';
import { writingContract } from './contract/writing.ts';

/** What every engine promises; each adapter runs it. `open` gives an empty engine of its own. */
export function engineContract(name: string, open: () => Promise<EngineUnderTest>, runs = 60): void {
  describe(`engine contract: ${name}`, () => {
    const subject = subjectOf(open);
    emptyIndexContract(subject);
    wordsContract(subject);
    spellingsContract(subject);
    typosContract(subject);
    relaxingContract(subject);
    highlightsContract(subject);
    orderContract(subject);
    facetsContract(subject);
    documentsContract(subject);
    entitiesContract(subject);
    similarContract(subject);
    writingContract(subject);
    bruteForceContract(subject, runs);
  });
}
