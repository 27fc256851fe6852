import { describe, expect, test } from 'vitest';
import { each } from './speaker-cases.ts';
import { facets } from './updates.ts';

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
