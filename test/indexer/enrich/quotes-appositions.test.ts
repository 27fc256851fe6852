import { describe } from 'vitest';
import { each } from './speaker-cases.ts';

describe('words between a name and its verb that no comma closes', () =>
  each([
    ['"It is late," Ann Quill, research fellow at the Tanner Institute said.', 'Ann Quill'],
    ['"It is late," Ann Quill, agency director said.', 'Ann Quill'],
    ['"It is late," Ann Quill, from the Road Safety Association (RSA) told a radio station.', 'Ann Quill'],
    ['Tom Reed, a baker who lives near the bridge said it was "late".', 'Tom Reed'],
    ['Tom Reed, 30, who saw it all from the bridge told them: "It is late."', 'Tom Reed'],
    ['Tom Reed, who claimed to be on the bridge at the time said it was "late".', 'Tom Reed'],
    ['Tom Reed, 16, has broken an arm and his lawyer says it was "late".', '-'],
    ['Tom Reed, whose lawyer said it was "late", stayed away.', '-'],
    ['Tom Reed, but not his lawyer said it was "late".', '-'],
  ]));

describe('insertions between commas', () =>
  each([
    ['Ann Quill, one of the "Road Angels" of 1997, told them: "It is late."', '-', 'Ann Quill'],
    [
      '"It is late," Ann Quill, senior director of roads at the Tanner Institute, the oldest school in Ohio, said.',
      'Ann Quill',
    ],
    ['Ann Quill, 39, who describes the road as "a folly", left.', 'Ann Quill'],
    ['The children’s charity, Human Rights Watch, said it was "late".', 'Human Rights Watch'],
    ['Ann Quill, a lawyer at the charity, Human Rights Watch, said it was "late".', 'Ann Quill'],
    ['The mayor’s office in Leeds, the Town Hall, said it was "late".', '-'],
  ]));

describe('an office, and who holds it', () =>
  each([
    ['"It is late," said Secretary of State Ann Quill, who had come by train.', 'Ann Quill'],
    ['"It is late," said Director of National Intelligence Ann Quill.', 'Ann Quill'],
    ['"It is late," said a secretary of Mayor Ann Quill.', '-'],
    ['"It is late," said the Microsoft spokesman, Tom Reed.', 'Tom Reed'],
    ['"It is late," said the chairman of the town’s road committee, Labour MP Tom Reed.', 'Tom Reed'],
    ['"It is late," said the Microsoft spokesman.', '-'],
    ['"It is late," said a spokesman for Tom Reed.', '-'],
    ['"It is late," said rally driver Tom Reed, who had won.', 'Tom Reed'],
    ['"It is late," wrote S&P credit analyst Ann Quill.', 'Ann Quill'],
    ['"It is late," wrote Forbes’ Ann Quill.', 'Ann Quill'],
    [
      'Anger came from deputies including the foreign minister Ann Quill who called it "a folly".',
      'Ann Quill',
    ],
    ['It came from a source at Microsoft who called it "a folly".', '-'],
  ]));

describe('the subject after an adverbial', () =>
  each([
    ['Earlier mayor Ann Quill sent Tom Reed a card, saying: "It is late."', 'Ann Quill'],
    ['Ann Quill was ill, but a few days ago added: "It is late."', 'Ann Quill'],
    ['Just two days before it, Ann Quill sent a note to Tom Reed, stating, "It is late."', 'Ann Quill'],
    ['If confirmed, it would be "a folly", Mayor Ann Quill said.', 'Ann Quill'],
    ['When somebody says the road is "a folly", Ann Quill said, others laugh.', '-'],
    ['For the analyst Ann Quill, waiting was an error. "It is late," she said.', 'Ann Quill'],
    ['The envoy to the talks, Ann Quill, has hit out at them. "It is late," she said.', 'Ann Quill'],
    ['Ann Quill came. Shanti, 45, has been there for years. "It is late," she said.', '-'],
  ]));

describe('a tag without its comma', () =>
  each([
    ['"It is late" Ann Quill said.', 'Ann Quill'],
    ['"It is late" Ann Quill wrote on Monday.', 'Ann Quill'],
    ['Ann Quill calls it "old", said one, "and it is late".', '-', '-'],
    ['The "folly" Ann Quill said was cheap is open.', '-'],
    ['Ann Quill said: "It is late," she warned.', 'Ann Quill'],
    ['One driver said: "It is late," Ann Quill recalled.', 'Ann Quill'],
    ['"It is late" says a sign on Ann Quill’s door.', '-'],
    ['Tom "Tommy" Reed said nothing, according to Ann Quill.', '-'],
    ['"It is late," as Ann Quill of Human Rights Watch observes.', 'Ann Quill'],
  ]));
