import { describe, expect, test } from 'vitest';
import { split } from '../../../indexer/split/split.ts';
import { fixture, read, readOne } from './reading.ts';

const { source, parsed } = read('ninjs.json', fixture('ninjs.json'));
const updates = parsed.flatMap(({ document }) => (document ? split(document, 'UTC').updates : []));

describe('ninjs', () => {
  test('each item is a document of its own, in the members of any version', () => {
    expect(source).toBe('ninjs');
    expect(parsed.map(({ document }) => document?.id)).toEqual([
      'urn-wire-7',
      'urn-wire-8',
      undefined,
      undefined,
    ]);
    expect(updates).toEqual([
      expect.objectContaining({
        title: 'Buoy found',
        text: 'It drifted for a year.\n\nNobody missed it.',
        publishedAt: '2031-08-09T10:00:00+02:00',
        more: expect.objectContaining({
          authors: ['Kit Shoal', 'Lou Sandbar'],
          modifiedAt: '2031-08-09T10:30:00+02:00',
          language: 'en',
        }),
      }),
      expect.objectContaining({
        title: 'Anchor found, too',
        text: 'It is old.',
        media: [{ type: 'image', text: 'The anchor.', credit: 'Moe Keel' }],
        more: { language: 'en-GB', links: [{ url: 'https://wire.example/old', text: 'old' }] },
      }),
    ]);
  });
  test('a withdrawn item and a misfit are told apart', () => {
    expect(parsed[2]?.problems).toEqual([
      { message: '$.items[2] (urn:wire:9) is "canceled": there is nothing in it to index' },
    ]);
    expect(parsed[2]?.notes).toEqual([expect.stringMatching(/is "canceled": not indexed\..*to remove it/)]);
    expect(parsed[3]?.problems).toEqual([{ message: expect.stringMatching(/^\$\.items\[3\]\.headline: /) }]);
  });
  test.each([
    ['pubstatus', 'withheld'],
    ['pubStatus', 'withheld'],
    ['pubStatus', 'Withheld '],
    ['pubstatus', 'cancelled'],
    ['pubstatus', 'someday'],
    ['pubstatus', 7],
  ])('%s %j is never indexed', (name, status) => {
    const secret = { uri: 'u:1', headline: 'Secret', body_text: 'Not yet.', [name]: status };
    const free = { uri: 'u:2', headline: 'Open', versioncreated: '2031-08-09T10:00:00Z', [name]: 'usable' };
    const [alone] = read('-', JSON.stringify(secret)).parsed;
    expect(alone?.document).toBeUndefined();
    expect(alone?.problems[0]?.message).toEqual(
      expect.stringMatching(/\$.* is ".*: there is nothing|pubstatus/),
    );
    const together = readOne('x.json', JSON.stringify([secret, free]), { id: 'wire' });
    expect(together.updates.map(({ title }) => title)).toEqual(['Open']);
  });
  const item = (given: object) => ({
    uri: 'u:1',
    headline: 'Tide',
    body_text: 'High at noon.',
    versioncreated: '2021-08-09T10:00:00Z',
    ...given,
  });
  test.each([
    ['embargoed', '2239-01-01T06:00:00Z'],
    ['embargoed', '2239-01-01'],
    ['Embargoed', 'until the speech'],
  ])('%s %j: out until then', (name, until) => {
    const held = item({ uri: 'u:2', headline: 'Secret', [name]: until });
    const [alone] = read('-', JSON.stringify(held)).parsed;
    expect(alone?.problems[0]?.message).toMatch(`$ (u:2) is under embargo until ${until}: there is nothing`);
    const { updates: out, notes } = readOne('x.json', JSON.stringify([item({}), held]), { id: 'wire' });
    expect(out.map(({ title }) => title)).toEqual(['Tide']);
    expect(notes).toEqual([
      `$[1] (u:2) is under embargo until ${until}: not indexed. Index it again after that`,
    ]);
  });
  test.each(['2021-08-09T12:00:00Z', '2021-08-09', null, ''])('an embargo of %j is over', (embargoed) =>
    expect(readOne('x.json', JSON.stringify(item({ embargoed }))).updates).toHaveLength(1),
  );
  const later = { versioncreated: '2021-08-09T11:00:00Z', headline: 'Tide, corrected' };
  test.each([
    ['the one made later', [item(later), item({})], ['Tide, corrected']],
    [
      'at one moment the higher number',
      [item({ version: '9' }), item({ ...later, versioncreated: '2021-08-09T10:00:00Z', version: '10' })],
      ['Tide, corrected'],
    ],
    ['of the same one', [item({}), item({})], ['Tide']],
    [
      'the one without an embargo',
      [item({}), item({ ...later, embargoed: '2239-01-01T06:00:00Z' })],
      ['Tide'],
    ],
  ])('of the versions of an item one counts: %s', (_, items, titles) => {
    for (const hints of [{}, { id: 'wire' }]) {
      const { updates: kept, notes } = readOne('x.json', JSON.stringify(items), hints);
      expect(kept.map(({ title }) => title)).toEqual(titles);
      expect(notes).toEqual([
        expect.stringMatching(
          /^left out: 1 that a newer or the same version|^\$\[1\], another version, is under embargo until 2239/,
        ),
      ]);
    }
  });
  test('a canceled version takes back the one before; different ones without an order both stay', () => {
    const canceled = item({ ...later, pubstatus: 'canceled' });
    expect(read('x.json', JSON.stringify([item({}), canceled])).parsed).toEqual([
      expect.objectContaining({ problems: [{ message: expect.stringMatching(/is "canceled"/) }] }),
    ]);
    expect(read('x.json', JSON.stringify([item({}), item({ headline: 'Ebb' })])).parsed).toHaveLength(2);
  });
  test('a byline of another type doesn’t cost the item', () => {
    const { updates: kept, notes } = readOne('x.json', JSON.stringify(item({ byline: { name: 'Kit' } })));
    expect(kept).toHaveLength(1);
    expect(notes).toEqual([expect.stringMatching(/another type than expected: 1, like \$\.byline/)]);
  });
  test('given one id, the items are updates of one document', () => {
    expect(readOne('ninjs.json', fixture('ninjs.json'), { id: 'finds' }).updates).toHaveLength(2);
  });
});
