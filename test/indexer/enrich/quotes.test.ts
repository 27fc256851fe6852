import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enrich, type Enrichment } from '../../../indexer/enrich/enrich.ts';
import { findPassages } from '../../../indexer/enrich/quotes/passages.ts';
import { knowledge, update } from './updates.ts';

const enriched = (text: string, english = true): Enrichment =>
  enrich([update(text)], knowledge, english ? 'en' : 'de')[0]!;

/** Each quoted passage of a text with its speaker, `-` for none. */
const said = (text: string, english = true): string[] =>
  (enriched(text, english).quotes ?? []).map(
    ({ start, end, speaker }) => `${speaker ?? '-'}: ${text.slice(start, end)}`,
  );
/** The speakers alone. */
const speakers = (text: string): string[] => said(text).map((line) => line.slice(0, line.indexOf(':')));

describe('passages', () => {
  const passages = (text: string) => findPassages(text).map(({ start, end }) => text.slice(start, end));
  test.each([
    ['straight and curly marks', '"One," “two”', ['One,', 'two']],
    [
      'a quote in a quote belongs to it',
      '“She said ‘no’ and “yes” to it”',
      ['She said ‘no’ and “yes” to it'],
    ],
    [
      'British marks, with apostrophes',
      "'We don't know the minister's plan,' she said",
      ["We don't know the minister's plan,"],
    ],
    [
      'plural possessives in British marks',
      '‘It is the farmers’ choice, not ours,’ he said.',
      ['It is the farmers’ choice, not ours,'],
    ],
    ['a British quote in a quote', '‘They shouted “out” at us,’ he said', ['They shouted “out” at us,']],
    ['apostrophes and inches are no marks', "It's 6' 2\" in the '90s, the workers' rock 'n' roll 'em", []],
    [
      'paragraphs that open anew are one passage',
      '“One.\n\n“Two.\n\n“Three,” she said.',
      ['One.\n\n“Two.\n\n“Three,'],
    ],
    ['what is never closed ends with its paragraph', '“One\n\nTwo “three”', ['One', 'three']],
    ['a missing mark spoils its own line only', '“One\nTwo “three” four', ['One', 'three']],
    ['a quote over lines that are no paragraphs', '“One\ntwo,” she said', ['One\ntwo,']],
    ['an opening mark that closes', 'She called it “fine.“ So they left.', ['fine.']],
    [
      'German, French and Nordic marks',
      '„Ja“, »nein«, « peut-être », ”kanske”',
      ['Ja', 'nein', 'peut-être', 'kanske'],
    ],
    ['nothing between the marks', '"" “ ” “…”', []],
    [
      'a table’s doubled marks, with those around its fields',
      '"They said it was ""over"" now."\n"""One,"" said Ann Quill. ""Two."""',
      ['over', 'One,', 'Two.'],
    ],
    ['an empty one among others', 'The field "" is "empty"', ['empty']],
  ])('%s', (_, text, expected) => expect(passages(text)).toEqual(expected));
});

describe('who says it', () => {
  test.each([
    ['"The road is open," John Kerry said.', 'John Kerry'],
    ['"The road is open," said John Kerry.', 'John Kerry'],
    ['“The road is open”, said John Kerry, who had come by car.', 'John Kerry'],
    ['"Is the road open?" asked John Kerry.', 'John Kerry'],
    ['"Open the road!" John Kerry shouted.', 'John Kerry'],
    ['"The road is open," Secretary of State John Kerry told reporters on Monday.', 'John Kerry'],
    ['"The road is open," the secretary of state, John Kerry, told reporters.', 'John Kerry'],
    ['"The road is open," John Kerry, the secretary of state, said.', 'John Kerry'],
    ['"The road is open," John Kerry, who flew in from Berlin, later added.', 'John Kerry'],
    ['"The road is open," John Kerry (D-Mass.) said.', 'John Kerry'],
    ['"The road is open" at least in the north, said John Kerry.', 'John Kerry'],
    ['"The road is open" at least in the north, John Kerry said.', 'John Kerry'],
    ['The road, said John Kerry, is "wide open".', 'John Kerry'],
    ['John Kerry said that "the road is open".', 'John Kerry'],
    ['John Kerry said the road was "open" again.', 'John Kerry'],
    ['John Kerry has repeatedly said the road is "open".', 'John Kerry'],
    ['John Kerry on Tuesday described the road as "a joke".', 'John Kerry'],
    ['John Kerry told a conference in Geneva that the road was "a joke".', 'John Kerry'],
    ['John Kerry, speaking in Geneva, dismissed the plan as "a joke".', 'John Kerry'],
    ['John Kerry left Geneva in haste, calling the plan "a joke".', 'John Kerry'],
    ['John Kerry shook his head and called the plan "a joke".', 'John Kerry'],
    ['Calling the plan "a joke", John Kerry left.', 'John Kerry'],
    ['In Geneva, John Kerry vowed to "rebuild the road".', 'John Kerry'],
    ['John Kerry tweeted: "The road is open."', 'John Kerry'],
    ['John Kerry: "The road is open."', 'John Kerry'],
    ['John Kerry had a message for drivers: "The road is open."', 'John Kerry'],
    ['John Kerry was quoted as saying that the road is "open".', 'John Kerry'],
    ['The agency quoted John Kerry as saying "the road is open".', 'John Kerry'],
    ['According to John Kerry, the road is "open".', 'John Kerry'],
    ['The road is "open", according to John Kerry.', 'John Kerry'],
    ['Few believed John Kerry’s claim that "the road is open".', 'John Kerry'],
    ['The plan was called "a joke" by John Kerry.', 'John Kerry'],
    ['John Kerry was heard calling the road "a joke".', 'John Kerry'],
    ['It was a road John Kerry called "a joke".', 'John Kerry'],
    ['They met on a road that John Kerry, the new envoy, calls "a joke".', 'John Kerry'],
    ['John Kerry said drivers would be asked to "wait in line".', 'John Kerry'],
    ['John Kerry said those doubting the plan were "not wrong".', 'John Kerry'],
    ['John Kerry gave a speech in which he called the road "a joke".', 'John Kerry'],
    ['"The road is open," and wide, John Kerry wrote, according to a court file.', 'John Kerry'],
    ['John Kerry – the new envoy – said the road was "open".', 'John Kerry'],
    ['"The Road," as John Kerry calls it, is closed.', 'John Kerry'],
    ['They heard what John Kerry called "a joke" about roads.', 'John Kerry'],
    ['In the words of John Kerry, the road is "open".', 'John Kerry'],
    ['John Kerry’s letter read: "The road is open."', 'John Kerry'],
    ['Senator John Kerry of Massachusetts said the road was "open".', 'John Kerry'],
    ['When John Kerry called the plan "a joke", Sergei Lavrov laughed.', 'John Kerry'],
    ['John Kerry said he thinks the road is "a joke".', 'John Kerry'],
    ['But John Kerry, his voice hoarse, warned that the road "may never open".', 'John Kerry'],
    ['The State Department said the road was "open".', 'United States Department of State'],
    ['"The road is open," State Department spokeswoman Jen Psaki said.', 'Jen Psaki'],
    ['"The road is open," Obama’s spokesman, Jay Carney, said.', 'Jay Carney'],
    ['The mayor of Geneva, John Kerry, on Tuesday called the road "a joke".', 'John Kerry'],
    ['John Kerry, who had come by car, on Tuesday called the road "a joke".', 'John Kerry'],
    ['Florida governor John Kerry in a speech called the road "a joke".', 'John Kerry'],
    ['Drivers, as John Kerry put it, "take what they get".', 'John Kerry'],
    ['John Kerry made it clear that the road was "a joke".', 'John Kerry'],
    ['John Kerry kept saying that the road was "a joke".', 'John Kerry'],
    ['John Kerry issued a statement calling the road "a joke".', 'John Kerry'],
    ['"The road is open," John Kerry fired back.', 'John Kerry'],
    ['"The road is open," said Columbus, Ohio resident John Kerry.', 'John Kerry'],
    ['John Kerry knocked Sergei Lavrov, saying the road was "open".', 'John Kerry'],
    ['John Kerry said the trouble with Sergei Lavrov is that he is "slow".', 'John Kerry'],
    ['The plan drew fire from John Kerry, who called it "a joke".', 'John Kerry'],
    ['Nevertheless, exactly a week ago, John Kerry had a message: "The road is open."', 'John Kerry'],
    ['"The road is open," Marlow said.', 'Marlow'],
    ['"The road is open," said Sen. Marlow.', 'Marlow'],
  ])('%s', (text, speaker) => expect(speakers(text)).toEqual([speaker]));
});

describe('nobody is said to say it', () => {
  test.each([
    ['nor who denies it', 'John Kerry denied saying "sorry".'],
    ['nor who quotes somebody', '"The town has fallen," Reuters reported, quoting a rebel commander.'],
    [
      'a spokeswoman is not her master',
      '"The road is open," Lavrov’s spokeswoman said. Sergei Lavrov slept.',
    ],
    ['nor a spokesman for somebody', '"The road is open," a spokesman for Sergei Lavrov said.'],
    ['in either order', '"The road is open," said a spokesman for Sergei Lavrov.'],
    ['nor somebody near the president', 'An aide to President Barack Obama said the road was "open".'],
    ['nor her aides', 'The road is "open", according to Angela Merkel aides.'],
    ['a role', '"The road is open," the mayor said. John Kerry was there.'],
    ['several people', '"The road is open," John Kerry and Sergei Lavrov said.'],
    ['a country', 'Russia said the road was "open".'],
    ['what is not said', 'John Kerry did not say the road was "open".'],
    ['a scare quote', 'The "road" was closed when John Kerry arrived.'],
    ['a title', 'John Kerry has seen "The Road" twice.'],
    ['a nickname', 'Crowds met John "Long Road" Miller in Geneva.'],
    ['nor whose aide speaks', 'They met an aide to John Kerry, who called the road "open".'],
    ['a letter that somebody got', 'John Kerry received a letter calling the road "a joke".'],
    ['who is named by place and office', 'A road built by US president Joe Biden in Ohio is "open".'],
    [
      'whose supporter somebody is',
      'A soldier loyal to the Syrian president Bashar al-Assad called the road "open".',
    ],
    ['a passive', 'The road has been called "a joke".'],
    ['after who is unnamed, a pronoun', '"The road is open," the driver said. "It is," she added.'],
  ])('%s', (_, text) => expect(new Set(speakers(text))).toEqual(new Set(['-'])));
});

describe('from sentence to sentence', () => {
  test.each<[string, string, string[]]>([
    ['a quote goes on', '"I came," Angela Merkel said. "I saw."', ['Angela Merkel', 'Angela Merkel']],
    [
      'a quote goes on in its sentence',
      '"I came," Angela Merkel said, "and saw."',
      ['Angela Merkel', 'Angela Merkel'],
    ],
    [
      'a paragraph of a quote alone goes on',
      '"I came," Angela Merkel said.\n\n"I saw."',
      ['Angela Merkel', 'Angela Merkel'],
    ],
    [
      'a quote alone after a report',
      'Angela Merkel said she would stay.\n\n"I am not tired."\n\nIt rains.\n\n"Rain."',
      ['Angela Merkel', '-'],
    ],
    [
      'but not in another sentence after a report',
      'Angela Merkel said she would stay. "The Road" is a film.',
      ['-'],
    ],
    [
      'a pronoun is who spoke before',
      'Angela Merkel said it was late. "I am tired," she said.',
      ['Angela Merkel'],
    ],
    [
      'a pronoun is whom the sentence before is about',
      'Angela Merkel arrived. "I am tired," she said.',
      ['Angela Merkel'],
    ],
    ['of the right gender only', 'Angela Merkel arrived. "I am tired," he said.', ['-']],
    [
      'or who spoke in the same sentence',
      'Sergei Lavrov left. Angela Merkel said she thinks it "odd".',
      ['Angela Merkel'],
    ],
    [
      'or who its sentence begins with',
      'Sergei Lavrov left. When Angela Merkel came, she called it "odd".',
      ['Angela Merkel'],
    ],
    [
      'or the subject of the sentence before, whom its own pronoun means',
      'Sergei Lavrov left. John Kerry said he liked it. "It is fine," he said.',
      ['John Kerry'],
    ],
    [
      'or the only person whom the sentence before names',
      'It was here that Angela Merkel learned to row. "I was slow," she said.',
      ['Angela Merkel'],
    ],
    [
      'but not whom it names by the way only',
      'The song of Angela Merkel was heard, and a nurse slept. "It rains," she said.',
      ['-'],
    ],
    [
      'the show in which it is said',
      'On CNN’s "Night Talk," John Kerry said the road was "open".',
      ['-', 'John Kerry'],
    ],
    [
      'a title before the subject is no quote with its tag',
      'In a post called "Our Roads," John Kerry dubbed the plan "a joke".',
      ['-', 'John Kerry'],
    ],
    [
      'each speaks for himself',
      '"I came," said Angela Merkel. "I left," said John Kerry.',
      ['Angela Merkel', 'John Kerry'],
    ],
    [
      'two quotes in a sentence',
      'John Kerry called it "odd" and said it "must end".',
      ['John Kerry', 'John Kerry'],
    ],
    [
      'titles after a tag',
      '"I came," Angela Merkel said in the studio of "News Tonight".',
      ['Angela Merkel', '-'],
    ],
    [
      'a relative clause',
      'John Kerry, who called the talks "tough", said Sergei Lavrov was kind.',
      ['John Kerry'],
    ],
  ])('%s', (_, text, expected) => expect(speakers(text)).toEqual(expected));

  test('after a line that ends with a colon', () => {
    expect(speakers('Angela Merkel wrote:\n\n"We came."\n\n"We saw."')).toEqual([
      'Angela Merkel',
      'Angela Merkel',
    ]);
    expect(speakers('The paper wrote:\n\n"We came."')).toEqual(['-']);
  });
  test('a pronoun is not who was heard long before', () => {
    expect(speakers('Angela Merkel came.\n\nIt rains.\n\nStill.\n\nStill.\n\n"It rains," she said.')).toEqual(
      ['-'],
    );
    expect(speakers('Angela Merkel came. A nurse slept. "It rains," she said.')).toEqual(['-']);
  });
  test('a block without marks after who says it', () => {
    const block = 'We will open the road.\n\nI promise that.';
    const text = `At noon, Sergei Lavrov said:\n\n${block}\n\nThe road stayed closed.`;
    expect(said(text)).toEqual(['Sergei Lavrov: We will open the road.', 'Sergei Lavrov: I promise that.']);
  });
  test('what an agency reports in its own words is no quote', () => {
    expect(said('Reuters reports:\n\nThe road is open.')).toEqual([]);
  });
});

describe('records', () => {
  test('the facet and its evidence: the canonical name, once, with the name that makes the speaker', () => {
    const text = '"I came," Sergey Lavrov said. "I saw," he said.';
    const { speakers: facet, persons, evidence } = enriched(text);
    expect(facet).toEqual(['Sergei Lavrov']);
    expect(persons).toEqual(facet);
    expect(evidence?.filter((one) => one.facet === 'speakers')).toEqual([
      expect.objectContaining({
        value: 'Sergei Lavrov',
        surface: 'Sergey Lavrov',
        start: 10,
        end: 23,
        by: 'verb after quote',
      }),
    ]);
  });
  test('another language has passages, but English rules name no speaker', () => {
    expect(said('„Die Straße ist frei“, said John Kerry.', false)).toEqual(['-: Die Straße ist frei']);
  });
  test('a post that is embedded is no text', () => {
    const media = [{ type: 'post' as const, text: '"I came," John Kerry said.', author: 'Jo' }];
    expect(enrich([update('Look:', { media })], knowledge)[0]?.quotes).toBeUndefined();
  });
});

describe('for any text', () => {
  const piece = fc.constantFrom(
    '"',
    '“',
    '”',
    '‘',
    '’',
    "'",
    '«',
    '»',
    '„',
    ' ',
    ' ',
    '\n',
    '\n\n',
    ',',
    '.',
    '?',
    ':',
    '(',
    ')',
    ' said ',
    ' says ',
    'told',
    ' quoted ',
    ' as saying ',
    ' according to ',
    'John Kerry',
    'Angela Merkel',
    'Lavrov',
    'Reuters',
    ' he ',
    ' she ',
    ' who ',
    ' was called ',
    ' by ',
    ' to ',
    ' a spokesman for ',
    ' about ',
    ' in which ',
    ' that ',
    ' sent a memo ',
    ' from ',
    ' motto was ',
    ' author of "Night Rain," ',
    'According to ',
    'NewsPoint',
    "'s ",
    ' claim ',
    ' the road ',
    'is open',
    'Calling ',
    '-',
    '–',
    '…',
    '😀',
    '\u0000',
  );
  const texts = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' }),
  );
  test('quotes are sorted, inside the text, and apart; speakers are in the facet, evidence shows its words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { quotes = [], speakers: facet = [], evidence = [] } = enriched(text);
        let last = 0;
        for (const { start, end, speaker } of quotes) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
          if (speaker) expect(facet).toContain(speaker);
        }
        expect(last).toBeLessThanOrEqual(text.length);
        for (const { surface, start, end } of evidence) expect(text.slice(start, end)).toBe(surface);
        expect(new Set(quotes.flatMap(({ speaker }) => speaker ?? []))).toEqual(new Set(facet));
      }),
      { numRuns: 500 },
    );
  });
});
