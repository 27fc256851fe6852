import { describe } from 'vitest';
import { each } from './speaker-cases.ts';

describe('a title that somebody made', () =>
  each([
    [
      'Tom Reed came. Reed, the co-author of "Roads and Rain," about the spread of towns, said the days when they had "one road" are gone.',
      '-',
      'Tom Reed',
    ],
    ['Ann Quill, the director of "Night Rain," told them it was "over".', '-', 'Ann Quill'],
    ['Ann Quill, host of "Night Rain" on the radio, flatly called it "a folly".', '-', 'Ann Quill'],
    ['Ann Quill, who wrote the book "Night Rain," about floods, said it was "over".', '-', 'Ann Quill'],
    ['Ann Quill, author of the novel “Night Rain”, which sold well, called it "a folly".', '-', 'Ann Quill'],
    ['The author of "Night Rain," Ann Quill, said it was "over".', '-', 'Ann Quill'],
    ['It is by Ann Quill, the author of "Night Rain." Tom Reed said it was "late".', '-', 'Tom Reed'],
    ['Ann Quill told the hosts of "Night Rain" that she was tired.', '-'],
    ['A fan of "Night Rain," the mayor, said it was "over".', '-', '-'],
    ['Ann Quill was the author of "many great ideas," Tom Reed said.', 'Tom Reed'],
  ]));
