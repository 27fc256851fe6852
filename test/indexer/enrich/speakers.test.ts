import { describe, expect, test } from 'vitest';
import { speakersIn as speakers } from './updates.ts';

describe('somebody described', () => {
  test.each([
    ['by his age', 'John Kerry was tired. "We will go," the 70-year-old said.', ['John Kerry']],
    ['by age and work', 'John Kerry was tired. "We will go," says the 70-year-old envoy.', ['John Kerry']],
    [
      'by a title that only one has',
      'Mayor Ann Quill met Tom Reed in Leeds. Reed said it rained. "We will go," the mayor said.',
      ['Ann Quill'],
    ],
    [
      'by a title after the name',
      'Ann Quill, a farmer from Leeds, and Tom Reed came. "We will go," the farmer said.',
      ['Ann Quill'],
    ],
    [
      'by the rank behind an abbreviation',
      'Then State Police Lt. Ann Quill saw it. Tom Reed ran. "He ran," the State Police lieutenant added.',
      ['Ann Quill'],
    ],
    [
      'not by a title that two have',
      'Sen. Ann Quill met Sen. Tom Reed. "We will go," the senator said.',
      ['-'],
    ],
    [
      'not by a title of somebody of elsewhere',
      'Leeds mayor Ann Quill came. "We will go," the York mayor said.',
      ['-'],
    ],
    [
      'who goes on',
      '"We will go," said John Kerry. "All of us," the envoy added.',
      ['John Kerry', 'John Kerry'],
    ],
    ['but not several', '"We will go," said John Kerry. "All of us," the envoys added.', ['John Kerry', '-']],
    [
      'by what people of his trade are called',
      'Ann Quill said she was happy. "It was a good game," the striker said.',
      ['Ann Quill'],
    ],
    [
      'but nobody whom the text has not named',
      'Ann Quill said she was happy. "It was a good game," the victim said.',
      ['-'],
    ],
    ['as a company', 'Google said it had found it. "It is fixed," the company said.', ['Google']],
    ['as it', 'Google said it had found it. It added that this was "fixed".', ['Google']],
    [
      'as its kind',
      'The Ministry of Magic said no. "It is late," the ministry added.',
      ['Ministry of Magic'],
    ],
    ['but not a part of it', 'Google said no. "It is late," a member of the company said.', ['-']],
    [
      'nor as it, when somebody else spoke',
      'Google said no. The lawsuit says so too. It says this was "late".',
      ['-'],
    ],
    [
      'by a statement of his',
      'John Kerry gave no reason in a statement. "We will go," the statement said.',
      ['John Kerry'],
    ],
    ['but not by that of others', 'John Kerry read the report. "We will go," the report said.', ['-']],
    ['by what he sent, as it', 'John Kerry sent a memo to his staff. "We will go," it read.', ['John Kerry']],
  ])('%s', (_, text, expected) => expect(speakers(text)).toEqual(expected));
});

describe('around the name', () => {
  test.each([
    ['Ann Quill, 39, of Leeds said, "We will go."', 'Ann Quill'],
    ['Another nurse, Ann Quill, of Marlow Hospital wrote "we will go".', 'Ann Quill'],
    ['Ann Quill, the head of the farmers’ union said, "We will go."', 'Ann Quill'],
    ['Ann Quill, Executive Officer of the union said, "We will go."', 'Ann Quill'],
    ['Ann Quill, the mayor said, would "go at once".', '-'],
    ['Ann Quill, a rancher charged with theft, fired "warning shots".', '-'],
    ['The two lost, with Ann Quill saying she was "not afraid".', 'Ann Quill'],
    ['Tom Reed, the son of the late Ann Quill, the mayor, said it was "late".', 'Tom Reed'],
    ['The artists, Tom Reed, Bob Stone, and Ann Quill, said it was "late".', '-'],
    ['A juror in a case involving Ann Quill said it was "late".', '-'],
    [
      'Fresh from seeing the president, Joe Biden, on Monday, John Kerry called for "more help".',
      'John Kerry',
    ],
    ['Ann Quill, a voter from Akron, Ohio, said it was "late".', 'Ann Quill'],
    ['Water expert Ann Quill, of Cedar City, Utah, wrote, "It is late."', 'Ann Quill'],
    ['Ann Quill, described by Tom Reed as "a fighter", has left.', 'Tom Reed'],
    ['Asked by Tom Reed if it was "late", Ann Quill left.', 'Tom Reed'],
    ['Farm Minister Ann Quill, said it was "late".', 'Ann Quill'],
    ['"It is late," said the Human Rights Watch (HRW) director for Asia.', '-'],
    ['Ann Quill, president and CEO of Human Rights Watch said it was "late".', 'Ann Quill'],
    ['"It is late," said the Chief Veterinary Officer, Ann Quill.', 'Ann Quill'],
    ['Drena De Niro, Robert De Niro\'s daughter, said it was "late".', 'Drena De Niro'],
    ['Tom Reed and his wife said it was "late".', '-'],
    ['The Labour leader said it was "late".', '-'],
    ['Trump aides said it was "late".', '-'],
    ['It is "late", according to the US-based Human Rights Watch.', 'Human Rights Watch'],
    ['The plan, said budget analyst Ann Quill, "does not add up".', 'Ann Quill'],
    ['"We love it," said Apple Inc. manager Ann Quill.', 'Ann Quill'],
  ])('%s', (text, expected) => expect(speakers(text)).toEqual([expected]));
});

describe('around the quote', () => {
  test.each([
    ['any verb after a whole sentence', '"We will go," John Kerry deadpanned.', ['John Kerry']],
    ['or before the name', '"We will go," cooed John Kerry.', ['John Kerry']],
    ['but no possessor', '"The Road," Kerry\'s book, is out.', ['-']],
    ['went on', '"We will go," John Kerry went on, "all of us."', ['John Kerry', 'John Kerry']],
    [
      'the end of a sentence speaks for all its quotes',
      'One man "ran away," while the other "hid there," Ann Quill said.',
      ['Ann Quill', 'Ann Quill'],
    ],
    [
      'a second clause goes on with what was said',
      'Ann Quill said the rebels were attacking but that "all was quiet".',
      ['Ann Quill'],
    ],
    ['a deed is no speech', 'John Kerry claimed Russia responded with force "to stop it".', ['John Kerry']],
    [
      'nor what is done to a thing',
      'John Kerry said that a bill being considered by its parliament is "not fair".',
      ['John Kerry'],
    ],
    ['so-called', 'John Kerry said the so-called "Gang of Four" was late.', ['-']],
    ['known as', 'John Kerry said the man known as "The Jackal" was late.', ['-']],
    ['the title of a show', 'John Kerry criticized the plan on "The Late Hour."', ['-']],
    ['but not words after "on"', 'John Kerry insisted on "a fair hearing for all".', ['John Kerry']],
    ['that somebody described', 'He saw the "golden age" that John Kerry described.', ['John Kerry']],
    ['according to him', 'John Kerry was calm. It is "all quiet", according to him.', ['John Kerry']],
    ['a signature', '"It was a rush order." – Ann Quill.', ['Ann Quill']],
    [
      'a question before its answer',
      'John Kerry asked Ann Quill, "Why?" Quill replied, "No idea."',
      ['John Kerry', 'Ann Quill'],
    ],
    [
      'a pronoun after the quote for a name before it',
      'Ann Quill said that after she called them, "they said no," she said.',
      ['Ann Quill'],
    ],
    [
      'a report after the quote',
      'Critics called it "weak", though Ann Quill said she liked it. "I like it a lot."',
      ['-', 'Ann Quill'],
    ],
    ['an unquoted tag', 'It is too late, said Ann Quill, a nurse in York. "We will go."', ['Ann Quill']],
    ['a tweet', 'Ann Quill repeated that in a tweet on Sunday. "We will go."', ['Ann Quill']],
    ['a speech', 'Ann Quill spoke outside the court.\n\n"We will go."', ['Ann Quill']],
    ['for somebody', 'For Ann Quill, 63, it was easy. "We will go," she said.', ['Ann Quill']],
    [
      'according to somebody, without a quote',
      'According to Ann Quill, a nurse, the road is open. "We will go," she said.',
      ['Ann Quill'],
    ],
    [
      'nobody whom she only thinks of',
      'She had dreamt that Ann Quill drowned. "We will go," she said.',
      ['-'],
    ],
    ['a heading', 'Ann Quill said she was tired.\n\n"Never even asked"\n\nThen it rained.', ['-']],
    ['a space after the mark', 'Ann Quill was glad. “ We will go ,” she said.', ['Ann Quill']],
  ])('%s', (_, text, expected) => expect(speakers(text)).toEqual(expected));
});

test('a hard-wrapped sentence is one', () => {
  const text =
    'After the bruising campaign of the last months, which nobody will forget soon, Ann Quill\n    described the vote in the northern half of the country, where it had rained, as\n    "fair".';
  expect(speakers(text)).toEqual(['Ann Quill']);
});

test('a heading is no part of the sentence below it', () =>
  expect(speakers('News of Ann Quill\n"We will go," he said.')).toEqual(['-']));

describe('whom the tagger misses', () => {
  test.each([
    ['"We will wait," Zibblo said.', 'Zibblo'],
    ['"We will wait," said Zibblo.', 'Zibblo'],
    [
      'Q. Bane Wosters, whose Meadow Unchained group led the fight, predicted they would "wait".',
      'Q. Bane Wosters',
    ],
    ['"We will wait," the Elbonian said.', '-'],
    ['"We will wait," said Elbonian officials.', '-'],
    ['Experts said they would "wait".', '-'],
  ])('%s', (text, expected) => expect(speakers(text)).toEqual([expected]));
});
