import { createHash } from 'node:crypto';
import { load } from 'cheerio/slim';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../../indexer/explain/explain.ts';
import { piecesOf } from '../../../indexer/explain/marks.ts';
import type { Evidence, UpdateRecord } from '../../../src/record.ts';
import { record } from '../../engine/records.ts';

const evidence = (
  facet: Evidence['facet'],
  value: string,
  text: string,
  surface: string,
  by = 'table',
): Evidence => {
  const start = text.indexOf(surface);
  return { facet, value, surface, field: 'text', start, end: start + surface.length, by };
};
const TEXT = 'Lavrov said "we are ready" in Geneva <b>today</b>.';
const update: UpdateRecord = record('a', {
  text: TEXT,
  title: 'Ready',
  persons: ['Sergei Lavrov'],
  quotes: [{ start: 13, end: 25, speaker: 'Sergei Lavrov' }],
  evidence: [
    { ...evidence('persons', 'Sergei Lavrov', TEXT, 'Lavrov', 'surname'), score: 0.9 },
    evidence('places', 'Geneva', TEXT, 'Geneva', 'gazetteer'),
    evidence('countries', 'Switzerland', TEXT, 'Geneva', 'derived'),
    evidence('mentionedDays', '2014-01-22', TEXT, 'today', 'today'),
  ],
});

test('the pieces of a text are the text, and those of an evidence are its surface', () => {
  const span = fc
    .tuple(fc.nat(60), fc.nat(60))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
  fc.assert(
    fc.property(fc.string({ minLength: 61, maxLength: 80 }), fc.array(span), (text, spans) => {
      const entries = spans.map(({ start, end }, i): Evidence => {
        return {
          facet: 'persons',
          value: `${i}`,
          surface: text.slice(start, end),
          field: 'text',
          start,
          end,
          by: 'x',
        };
      });
      const pieces = piecesOf(record('a', { text, evidence: entries }), 'text', text);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const entry of entries) {
        const own = pieces.filter((piece) => piece.evidence.includes(entry)).map((piece) => piece.text);
        expect(own.join('')).toBe(entry.surface);
      }
    }),
  );
});

describe('as text', () => {
  test('marks stand in brackets, and every value has its reasons', async () => {
    const text = await explain([update], { html: false, colours: false });
    expect(text).toContain('[Lavrov] said "we are ready" in [Geneva] <b>[today]</b>.');
    expect(text).toMatch(/People +Sergei Lavrov ← “Lavrov” in text, surname 0\.90/);
    expect(text).toMatch(/Countries +Switzerland ← “Geneva” in text, derived/);
    expect(text).toMatch(/Days spoken of +2014-01-22/);
    expect(text).toContain('“we are ready” — Sergei Lavrov');
  });
  test('colours instead of brackets', async () => {
    const text = await explain([update], { html: false, colours: true });
    expect(text).toContain('\u001b[36mLavrov\u001b[39m');
    expect(text).not.toContain('[Lavrov]');
  });
});

test('nothing in a text reaches the terminal as a command', async () => {
  const text = await explain([record('a', { text: 'a\u001b]0;owned\u0007b' })], {
    html: false,
    colours: true,
  });
  expect(text).toContain('a\ufffd]0;owned\ufffdb');
});

describe('as a page', () => {
  test('marks say why; nothing of the text is markup', async () => {
    const $ = load(await explain([update], { html: true, colours: false }));
    const passage = $('.passage').first();
    expect(passage.text()).toBe(TEXT);
    expect(passage.find('b')).toHaveLength(0);
    expect(passage.find('mark.places').attr('title')).toBe(
      'Places: Geneva (gazetteer)\nCountries: Switzerland (derived)',
    );
    expect(passage.find('q').attr('title')).toBe('Sergei Lavrov');
    expect($('script')).toHaveLength(0);
  });
  test('its policy allows its own style and nothing else', async () => {
    const $ = load(await explain([update], { html: true, colours: false }));
    const hash = createHash('sha256').update($('style').text()).digest('base64');
    expect($('meta[http-equiv]').attr('content')).toBe(`default-src 'none'; style-src 'sha256-${hash}'`);
  });
});
