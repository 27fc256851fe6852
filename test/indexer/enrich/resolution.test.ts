import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enrich } from '../../../indexer/enrich/enrich.ts';
import { knowledge, update } from './updates.ts';

const enriched = (texts: string[], language = 'en') =>
  enrich(
    texts.map((text) => update(text)),
    knowledge,
    language,
  );
/** The names of all updates of a document, in order, as `surface = value`. */
const named = (facet: string, ...texts: string[]): string[] =>
  enriched(texts).flatMap(({ evidence = [] }) =>
    evidence.filter((entry) => entry.facet === facet).map(({ surface, value }) => `${surface} = ${value}`),
  );

describe('people whom no table has', () => {
  test('a surname means the person whom the document names in full, without title', () => {
    expect(
      named(
        'persons',
        'Police said Inspector Helen Marlow had arrived in London.',
        'Marlow said the road was closed. Mr Marlow had no comment.',
      ),
    ).toEqual(['Helen Marlow = Helen Marlow', 'Marlow = Helen Marlow', 'Marlow = Helen Marlow']);
  });
  test('of two with one surname it is the one named last before', () => {
    expect(
      named(
        'persons',
        'John Marlow said the boat was late. "It was late," Marlow said.',
        'His sister, Helen Marlow, said it was lost. "It was lost," Marlow said.',
      ).map((name) => name.split(' = ')[1]),
    ).toEqual(['John Marlow', 'John Marlow', 'Helen Marlow', 'Helen Marlow']);
  });
  test('or whom Mr, Mrs or Ms can mean', () => {
    expect(
      named(
        'persons',
        'Helen Marlow met Peter Marlow. "It was late," Ms. Marlow said. "It was lost," Mr Marlow said.',
        'Bill Clinton met Hillary Clinton. "It was late," Mr. Clinton said.',
      ).map((name) => name.split(' = ')[1]),
    ).toEqual([
      'Helen Marlow',
      'Peter Marlow',
      'Helen Marlow',
      'Peter Marlow',
      'Bill Clinton',
      'Hillary Clinton',
      'Bill Clinton',
    ]);
  });
  test('neither title, day, possessive nor the first word of a sentence belongs to the name', () => {
    expect(
      new Set(
        named(
          'persons',
          'On Monday Sgt Helen Marlow’s lawyer, Peter Quill, said she had left.',
          'Unlike Helen Marlow, Peter Quill said he would stay.',
        ),
      ),
    ).toEqual(new Set(['Helen Marlow = Helen Marlow', 'Peter Quill = Peter Quill']));
  });
  test('spellings of one name are one person, different first names are two', () => {
    expect(
      new Set(
        named(
          'persons',
          'The minister, Sergey Brankov, said talks went on. Later Sergei Brankov said they had ended.',
          'Daniel Brankov said he agreed, and Daniela Brankov said she did not.',
        ).map((name) => name.split(' = ')[1]),
      ),
    ).toEqual(new Set(['Sergey Brankov', 'Daniel Brankov', 'Daniela Brankov']));
  });
  test('a rank, an office or a sport’s position belongs to no name', () => {
    expect(
      new Set(
        named(
          'persons',
          'Firefighters thanked Captain Helen Marlow, and Quarterback Peter Quill said he was glad.',
          'Police Constable Anna Feld said the road was closed. Bishop John Harrow said a prayer.',
        ),
      ),
    ).toEqual(
      new Set([
        'Helen Marlow = Helen Marlow',
        'Peter Quill = Peter Quill',
        'Anna Feld = Anna Feld',
        'John Harrow = John Harrow',
      ]),
    );
  });
  test('short first names are the full ones', () => {
    expect(
      named('persons', 'A spokesman, Tom Marlow, said it was late.', 'Thomas Marlow said it was lost.').map(
        (name) => name.split(' = ')[1],
      ),
    ).toEqual(['Tom Marlow', 'Tom Marlow']);
    expect(
      named('persons', 'Joseph Biden spoke.', 'Joe Biden left.').map((name) => name.split(' = ')[1]),
    ).toEqual(['Joe Biden', 'Joe Biden']);
  });
  test('a lone first name is nobody to list, a surname with a title is', () => {
    expect(named('persons', 'Her son, Kyle, said he was glad that Dr. Marlow had called.')).toEqual([
      'Marlow = Marlow',
    ]);
  });
  test('a title or what he says tells a man from the company of his name', () => {
    expect(named('persons', 'On Monday Mayor Bloomberg opened the bridge.')).toEqual([
      'Bloomberg = Michael Bloomberg',
    ]);
    const texts = [
      'Michael Bloomberg opened the bridge. “It is open,” Bloomberg said.',
      'Bloomberg reported a loss.',
    ];
    expect(named('persons', ...texts).at(-1)).toBe('Bloomberg = Michael Bloomberg');
    expect(named('credits', ...texts)).toEqual(['Bloomberg = Bloomberg News']);
    expect(named('credits', 'On Monday Bloomberg reported a loss.')).toEqual(['Bloomberg = Bloomberg News']);
  });
  test('a bare surname that a table knows is somebody else’s where the document says so', () => {
    const [before, , after] = named(
      'persons',
      'Lavrov arrived in Geneva.',
      'The pianist Igor Lavrov said he was tired.',
      'Lavrov said he would play.',
    );
    expect([before, after]).toEqual(['Lavrov = Sergei Lavrov', 'Lavrov = Igor Lavrov']);
  });
});

describe('organizations that no table has', () => {
  test('an acronym means the long form that explains it', () => {
    expect(
      named(
        'organizations',
        'The Harbour Workers Union (HWU) said on Tuesday that it would strike.',
        'A spokesman for the HWU said talks had failed.',
      ),
    ).toEqual([
      'Harbour Workers Union = Harbour Workers Union',
      'HWU = Harbour Workers Union',
      'HWU = Harbour Workers Union',
    ]);
  });
  test('a name is one kind of thing throughout', () => {
    const texts = [
      'Shares of Norbrook Airlines Inc. fell.',
      'Norbrook Airlines said it would close an office.',
    ];
    expect(named('organizations', ...texts)).toHaveLength(2);
    expect(named('persons', ...texts)).toEqual([]);
  });
  test('an article does not make a paper of the first half of a name', () => {
    expect(named('organizations', 'Pilots wrote to the National Transportation Safety Board.')).toEqual([
      'National Transportation Safety Board = National Transportation Safety Board',
    ]);
  });
  test('a longer name keeps the place inside it', () => {
    const [only] = enriched(['Researchers at the University of Missouri said the results were clear.']);
    expect(only?.organizations).toEqual(['University of Missouri']);
    expect(only?.places).toBeUndefined();
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...'Kerry John Helen Marlow Syria Aleppo said in the al- UN Reuters ( ) , . : “ ’s \n\n — Dr. I II'.split(
      / /,
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.array(words).map((parts) => parts.join(' ')),
  );
  test('is enriched without failing, and evidence stands where it says', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('en', 'de'),
        (texts, language) => {
          for (const [i, { evidence = [] }] of enriched(texts, language).entries()) {
            for (const { surface, start, end, value, score } of evidence) {
              expect(texts[i]!.slice(start, end)).toBe(surface);
              expect(value).not.toBe('');
              expect(score ?? 0).toBeLessThanOrEqual(1);
            }
          }
        },
      ),
    );
  });
  test('that is not English has only the tables’ names', () => {
    const [only] = enriched(['Gestern sprach Lena Marlow in Berlin, Deutschland, mit Angela Merkel.'], 'de');
    expect(only?.evidence?.every(({ by }) => by !== 'tagger')).toBe(true);
    expect(only?.persons).toEqual(['Angela Merkel']);
  });
});
