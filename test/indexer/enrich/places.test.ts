import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facets, knowledge } from './updates.ts';

describe('places', () => {
  test('a town needs its country, or that something happens in it', () => {
    expect(facets('Talks in Montreux, Switzerland.')[0]).toMatchObject({
      places: ['Montreux'],
      countries: ['Switzerland'],
    });
    expect(facets('The launch in Kourou went well.')[0]).toMatchObject({
      places: ['Kourou'],
      countries: ['French Guiana'],
    });
    expect(facets('Kourou it is.')[0]?.places).toBeUndefined();
  });
  test('an alternate name is trusted in its country only', () => {
    expect(facets('Clashes in Deraa, in the south of Syria.')[0]?.places).toEqual(['Daraa']);
    expect(facets('Deraa is a name.')[0]?.places).toBeUndefined();
  });
  test('the document’s country decides between namesakes', () => {
    expect(facets('Rescuers reached Tripoli.', 'Lebanon mourns.')[0]?.countries).toEqual(['Lebanon']);
    expect(facets('Rescuers reached Tripoli.', 'Libya mourns.')[0]?.countries).toEqual(['Libya']);
  });
  test.each([
    'Geneva II begins.',
    'The Geneva 2 talks',
    'The Geneva Conventions hold.',
    'The Kyoto Protocol',
  ])('an event or paper is no place: %s', (text) => {
    expect(facets(text)[0]?.places).toBeUndefined();
  });
  test('a region after a comma decides between namesakes', () => {
    expect(facets('A fire in Moscow, Idaho, and one in Paris, Texas.')[0]?.countries).toEqual([
      'United States',
    ]);
  });
  test('nor is a piece of a longer name', () => {
    expect(
      facets('Martin Chulov and Jack London of the University of Aleppo read the Boston Globe.')[0]?.places,
    ).toBeUndefined();
  });
  test('a country is no pronoun, and nationality adjectives are no countries', () => {
    expect(facets('Tell us what Syrian and Swiss officials said.')[0]?.countries).toBeUndefined();
    expect(facets('The U.S. envoy')[0]?.countries).toEqual(['United States']);
  });
  test('points: the most precise place first; a country that follows from a place is derived', () => {
    const [only] = facets('Syria: shells fell on Aleppo. Aleppo is dark. Homs too, in the Middle East.');
    expect(only?.points?.map(({ name, precision }) => [name, precision])).toEqual([
      ['Aleppo', 'city'],
      ['Homs', 'city'],
      ['Middle East', 'region'],
      ['Syria', 'country'],
    ]);
    const derived = only?.evidence?.filter(({ by }) => by === 'derived');
    expect(derived?.map(({ value, surface }) => [value, surface])).toEqual([
      ['Syria', 'Aleppo'],
      ['Syria', 'Aleppo'],
      ['Syria', 'Homs'],
    ]);
  });
});

/** The places that one text means, as `value (country)`. */
const meant = (text: string): string[] => {
  const evidence = facets(text)[0]?.evidence ?? [];
  return evidence
    .filter(({ facet }) => facet === 'places')
    .map(({ value, start }) => {
      const derived = evidence.find((one) => one.by === 'derived' && one.start === start);
      return `${value} (${derived?.value})`;
    });
};

describe('which of the namesakes', () => {
  test.each([
    ['Moscow, Idaho, voted.', 'Moscow (United States)'],
    ['Snow fell on London, Ontario.', 'London (Canada)'],
    ['PARIS, Tenn. (AP) — A barn burned down.', 'Paris (United States)'],
    ['He was held in Hull, Que., overnight.', 'Hull (Canada)'],
  ])('the area that it is given with decides: %s', (text, place) => {
    expect(meant(text)).toContain(place);
  });
  test('given once, the name means the same in the whole document', () => {
    const [, second] = facets('A fire in Paris, Texas, spread.', 'Paris was evacuated.');
    expect(second?.countries).toEqual(['United States']);
  });
  test('what it was given with is a mention only where it stands', () => {
    const [first, second] = facets('Rain fell on Paris', 'A fire in Paris, Texas, spread.');
    expect(first?.evidence?.map(({ surface }) => surface)).toEqual(['Paris', 'Paris']);
    expect(second?.places).toEqual(['Paris', 'Texas']);
  });
  test('what is near decides where nothing else does', () => {
    expect(meant('Floods cut the road from Cairns to Edmonton, and rain fell in Cairns.')).toContain(
      'Edmonton (Australia)',
    );
    expect(meant('The road to Edmonton is long.')).toEqual(['Edmonton (Canada)']);
  });
  test('a nationality says which country a text is about, and is no place itself', () => {
    expect(meant('The Lebanese army reached Tripoli.')).toEqual(['Tripoli (Lebanon)']);
    expect(meant('The Libyan army reached Tripoli.')).toEqual(['Tripoli (Libya)']);
  });
  test('a place known all over the world wins over a namesake in a state that is named in passing', () => {
    expect(
      meant('Kerry flew from New York to Geneva; the United States and Russia will meet Syria there.'),
    ).toContain('Geneva (Switzerland)');
  });
  test('a country that shares its name with a state means the state after a city or among states', () => {
    expect(facets('A storm hit Atlanta, Georgia.')[0]?.countries).toEqual(['United States']);
    expect(facets('Troops left Georgia for Armenia.')[0]?.countries).toEqual(['Georgia', 'Armenia']);
  });
  test('a list of countries gives none of them as the area of another', () => {
    expect(facets('Ministers from Mexico, China, Japan and Niger met.')[0]?.places).toBeUndefined();
  });
  test('called a province, a name means the province', () => {
    expect(facets('Shells fell across Homs province in Syria.')[0]?.places).toEqual(['Homs Governorate']);
    expect(facets('Shells fell on Homs, Syria.')[0]?.places).toEqual(['Homs']);
  });
  test('in a list of states every name is a state', () => {
    expect(facets('Polls opened in Ohio, New York and Texas.')[0]?.places).toEqual([
      'Ohio',
      'New York (state)',
      'Texas',
    ]);
  });
  test('the score says how sure the choice is', () => {
    const scores = facets('Rain in Springfield and in Nairobi.')[0]?.evidence ?? [];
    const of = (value: string) => scores.find((one) => one.value === value)?.score ?? 0;
    expect(of('Nairobi')).toBeGreaterThan(0.99);
    expect(of('Springfield')).toBeLessThan(of('Nairobi'));
  });
});

describe('what is no place', () => {
  test.each([
    'The fine was US$5 million.',
    'She studied at the University of California.',
    'Western and Eastern critics disagree.',
  ])('%s', (text) => {
    const [only] = facets(text);
    expect([...(only?.places ?? []), ...(only?.countries ?? [])]).toEqual([]);
  });
});

describe('datelines', () => {
  test.each([
    ['GENEVA (AP) — Diplomats came and went.', 'Geneva'],
    ['BEIRUT, Lebanon (Reuters) - Fighting went on in Homs and in Aleppo.', 'Beirut'],
    ['DALLAS — The trial began.', 'Dallas'],
  ])('where the story was filed is the main place: %s', (text, place) => {
    expect(facets(text)[0]?.points?.[0]).toMatchObject({ name: place, precision: 'city' });
  });
});

describe('a dateline below a headline', () => {
  test.each([
    ['Ministers meet again\nAMMAN, Jordan - Two envoys arrived.', ['Amman'], ['Jordan']],
    ['Blaze spreads\nFRESNO, Calif. — Crews fought on.', ['Fresno', 'California'], ['United States']],
    [
      'Court rules\n\nBIRMINGHAM, Ala. (Reuters) - The jury left.',
      ['Birmingham', 'Alabama'],
      ['United States'],
    ],
    ['First item\nDENVER – A bus stopped.\nTULSA – A train left.', ['Denver', 'Tulsa'], ['United States']],
  ])('is read as one: %s', (text, places, countries) => {
    expect(facets(text)[0]).toMatchObject({ places, countries });
  });
  test('a country in capitals is none of its namesakes', () => {
    expect(facets('Votes are counted\nLEBANON — The polls closed.')[0]?.countries).toBeUndefined();
  });
});

describe('a division', () => {
  test('has its own name where it is abbreviated, also after a town that nobody knows', () => {
    expect(facets('They live in Huntsville, Ala., and near Old Quarry, Wyo., in winter.')[0]?.places).toEqual(
      expect.arrayContaining(['Huntsville', 'Alabama', 'Wyoming']),
    );
    expect(facets('Well, OK, she said.')[0]?.places).toBeUndefined();
    expect(facets('Ada Example, M.D., examined him.')[0]?.places).toBeUndefined();
  });
  test('has its plain name unless a city of weight shares it', () => {
    const name = (code: string) => knowledge.atlas.gazetteer.divisions.get(code)?.name;
    expect(['US.AL', 'MX.23', 'SY.09', 'CH.GE', 'ZA.03', 'MW.S'].map(name)).toEqual([
      'Alabama',
      'Quintana Roo',
      'Aleppo (region)',
      'Geneva (region)',
      'Free State',
      'Southern Region',
    ]);
  });
  test('a word of its name alone is no place', () => {
    expect(
      facets('Free buses ran in South Africa, and Southern dishes were served.')[0]?.places,
    ).toBeUndefined();
  });
});

describe('cities have the names that newspapers print', () => {
  test.each([
    ['The bank has its seat in Frankfurt, Germany.', 'Frankfurt'],
    ['The mayor of Kiev spoke.', 'Kyiv'],
    ['A tram stopped in Montréal.', 'Montreal'],
    ['Fans came from Hull, in England.', 'Hull'],
  ])('%s', (text, city) => {
    expect(facets(text)[0]?.places).toContain(city);
  });
});

describe('small namesakes', () => {
  const aboutFrance = 'France and Spain asked Italy, Portugal and France for help; Spain and France agreed.';
  test('need more than a country mentioned in passing', () => {
    const passing = `${aboutFrance} Italy, Spain and France thanked the United States. Evergreen declined.`;
    expect(facets(passing)[0]?.places).toBeUndefined();
    expect(
      facets('Snow fell in Colorado, in the United States, and Evergreen lost power.')[0]?.places,
    ).toContain('Evergreen');
  });
  test('lie in no country that a text about other countries never names, unless known abroad', () => {
    expect(facets(`${aboutFrance} They met in Limbe.`)[0]?.countries).not.toContain('Cameroon');
    expect(facets(`${aboutFrance} They met in Geneva.`)[0]?.countries).toContain('Switzerland');
  });
  test('of ships, spacecraft and storms are no places anywhere in the document', () => {
    const updates = facets('The lunar module Columbia left its orbit.', 'Two men slept in Columbia.');
    expect(updates.map(({ places }) => places)).toEqual([undefined, undefined]);
    expect(facets('Nigeria sent help after the storms Ana and Gombe.')[0]?.places).toBeUndefined();
    expect(facets('Rebels stormed Aleppo, Syria.')[0]?.places).toEqual(['Aleppo']);
  });
  test('of ships are nobody’s either, but for those who bear them, too', () => {
    const [, later] = facets('The container ship Ann Quill ran aground.', 'Tugs reached Ann Quill.');
    expect(later?.persons).toBeUndefined();
    expect(facets('The film Asteroid City and Ann Quill’s play won.')[0]?.persons).toEqual(['Ann Quill']);
    expect(facets('John Kerry boarded the destroyer Bulkeley.')[0]?.persons).toEqual(['John Kerry']);
    expect(facets('Senate probe begins, Senate aides say.')[0]?.organizations).toBeDefined();
  });
});

describe('the main place', () => {
  test('is where it happens rather than what is merely named', () => {
    expect(facets('Moscow and Paris condemned the blast in Aleppo.')[0]?.points?.[0]?.name).toBe('Aleppo');
  });
});

describe('placePaths', () => {
  test('lead from the country down, each once', () => {
    expect(facets('Shells fell on Azaz and Aleppo in Syria. Aleppo is dark.')[0]?.placePaths).toEqual({
      lvl0: ['Syria'],
      lvl1: ['Syria > Aleppo'],
      lvl2: ['Syria > Aleppo > Azaz', 'Syria > Aleppo > Aleppo'],
    });
  });
  test('a country or division named has the path of what lies in it', () => {
    expect(facets('Aleppo province, Syria')[0]?.placePaths).toEqual({
      lvl0: ['Syria'],
      lvl1: ['Syria > Aleppo'],
    });
    expect(facets('Switzerland voted.')[0]?.placePaths).toEqual({ lvl0: ['Switzerland'] });
  });
  test('what lies in several countries has none', () => {
    expect(facets('Across the Middle East and the Black Sea')[0]?.placePaths).toBeUndefined();
  });
  test('every path is a path of the level above and one name more', () => {
    const names = fc.constantFrom(
      'Aleppo',
      'Syria',
      'Bavaria',
      'London',
      'Ghouta',
      'Ontario',
      'Lake Victoria',
    );
    const text = fc.array(names, { minLength: 1 }).map((list) => `They went to ${list.join('. Then to ')}.`);
    fc.assert(
      fc.property(text, (written) => {
        const { lvl0 = [], lvl1 = [], lvl2 = [] } = facets(written)[0]?.placePaths ?? {};
        for (const [paths, above] of [
          [lvl1, lvl0],
          [lvl2, lvl1],
        ] as const) {
          expect(new Set(paths).size).toBe(paths.length);
          for (const path of paths) expect(above).toContain(path.slice(0, path.lastIndexOf(' > ')));
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('any text', () => {
  test('has places whose surface stands where the evidence says', () => {
    const word = fc.constantFrom(
      ...'in the GENEVA Geneva Paris, Texas. Ky. – (AP) New York state St. Homs US$ Lake of and County'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (words) => {
        const text = words.join(' ');
        for (const { surface, start, end, score = 1 } of facets(text)[0]?.evidence ?? []) {
          expect(text.slice(start, end)).toBe(surface);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
