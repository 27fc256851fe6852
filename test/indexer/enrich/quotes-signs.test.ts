import { describe, expect, test } from 'vitest';
import { facets, speakersIn } from './updates.ts';

const each = (cases: [string, ...string[]][]) =>
  test.each(cases)('%s', (text, ...expected) => expect(speakersIn(text)).toEqual(expected));

describe('a sign that somebody tells of', () =>
  each([
    ['According to NewsPoint, one sign read, "Go home."', 'NewsPoint'],
    ['According to Channel 4, one sign read, "Go home."', 'Channel 4'],
    ['According to TV 9, a large banner said in red letters, "Go home."', 'TV 9'],
    ['According to Ann Quill, one sign read, "Go home."', 'Ann Quill'],
    ['According to NewsPoint, one sign read, "Go home." Another advised, "Stay."', 'NewsPoint', '-'],
    ['According to NewsPoint, one sign read, "Go home." "Stay," it added.', 'NewsPoint', 'NewsPoint'],
    ['According to NewsPoint, a witness said, "Go home."', '-'],
    ['According to eyewitnesses, one sign read, "Go home."', '-'],
    ['According to Phase 2, one sign read, "Go home."', '-'],
  ]));

describe('a site or broadcaster that no table has', () => {
  test.each([
    ['It rained, according to WeatherHub, on Monday.', ['WeatherHub']],
    ['According to KXTV 7, it rained.', ['KXTV 7']],
    ['It rained, according to Phase 2 of the plan.', undefined],
  ])('%s', (text, expected) => expect(facets(text)[0]!.organizations).toEqual(expected));
});
