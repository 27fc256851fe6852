import { describe } from 'vitest';
import { each } from './speaker-cases.ts';

describe('a participle whose subject somebody is', () =>
  each([
    ['A video showed Ann Quill shouting, "Go home!"', 'Ann Quill'],
    ['A film by the baker Tom Reed showed Mayor Ann Quill telling them, "Go home!"', 'Ann Quill'],
    [
      '"It is late," said Ann Quill, a baker from Leeds, adding that the road was "a folly".',
      'Ann Quill',
      'Ann Quill',
    ],
    [
      'Ann Quill "lost the way," she told the judge, saying her guide had "no idea".',
      'Ann Quill',
      'Ann Quill',
    ],
    ['Ann Quill wrote to Tom Reed saying the road was "a folly".', 'Ann Quill'],
    ['Ann Quill spoke to Tom Reed, who said it was "late".', 'Tom Reed'],
    ['Ann Quill met an aide to Tom Reed, who said it was "late".', '-'],
    ['Ann Quill gave the job to Tom Reed, who called it "a folly".', '-'],
    ['A letter to Tom Reed saying the road was "a folly" was lost.', '-'],
    ['Tom Reed left after calling the road "a folly".', 'Tom Reed'],
    ['Tom Reed told of Ann Quill leaving after calling it "a folly".', '-'],
    ['Microsoft users left after calling the road "a folly".', '-'],
    ['The driver beside Tom Reed saying it was "a folly" left.', '-'],
    ['Finance minister Ann Quill left, with works minister Tom Reed telling them: "It is late."', 'Tom Reed'],
  ]));

describe('who is quoted by others', () =>
  each([
    ['"It is late," Tom Reed is reported as saying.', 'Tom Reed'],
    ['"It is late," Tom Reed, 55, is quoted telling a local newspaper.', 'Tom Reed'],
    ['Tom Reed was quoted by the state news agency as saying: "It is late."', 'Tom Reed'],
    ['The paper quoted Tom Reed, editor of a road blog, as saying it was "late".', 'Tom Reed'],
    ['Tom Reed left. "It is late," the paper quoted him as saying.', 'Tom Reed'],
    ['The paper quoted an aide, a friend of Tom Reed, as saying it was "late".', '-'],
  ]));

describe('what organizations write', () =>
  each([
    ['"It is late," a White House statement said.', 'White House'],
    ['The Mayo Clinic study says it is "late".', 'Mayo Clinic'],
    ['Microsoft’s press release says it is "late".', 'Microsoft'],
    ['"It is late," said a statement on the Microsoft website.', 'Microsoft'],
    ['It is "late", according to a statement by Microsoft.', 'Microsoft'],
    ['It is "late", according to a letter seen by Microsoft.', '-'],
    ['A third of those who answered a Microsoft survey said it was "late".', '-'],
    ['A Facebook post said it was "late".', '-'],
    ['"It is late," the AFP news agency reports.', 'Agence France-Presse'],
    ['"It is late," said the Oxfam charity.', 'Oxfam'],
    ['"It is late," said a Microsoft company lawyer.', '-'],
    ['"It is late," the UN agency said.', '-'],
    ['Tom Reed called it "late," the AFP news agency reports.', 'Tom Reed'],
    ['Officials called it "late," the AFP news agency reports.', '-'],
    ['The Quill report said it was "late".', '-'],
    ['Microsoft said it expects "a late start".', 'Microsoft'],
    ['Microsoft sold its shop for what it calls "a fair price".', 'Microsoft'],
    ['Ann Quill said it expects "a late start".', '-'],
    ['Microsoft said it was late. It blamed "a slow start".', 'Microsoft'],
  ]));

describe('verbs of asking, wanting and judging', () =>
  each([
    ['Human Rights Watch have sought an "independent inquiry".', 'Human Rights Watch'],
    ['Ann Quill sought to "mend" it.', '-'],
    ['Ann Quill sought the "Road Act" papers.', '-'],
    ['Tom Reed labelled the plan "a folly".', 'Tom Reed'],
    ['Tom Reed felt that there "might well be" a vote.', 'Tom Reed'],
    ['Tom Reed said the town felt let down and the road was "a folly".', 'Tom Reed'],
    ['Tom Reed commended the drivers for "great patience".', 'Tom Reed'],
    ['Tom Reed pointed out that drivers still have "a long way to go".', 'Tom Reed'],
    ['Tom Reed hopes that drivers will understand, and that "they can wait".', 'Tom Reed'],
    ['Tom Reed says the vote signals "a new start".', 'Tom Reed'],
    ['Tom Reed says critics suggest it is "a folly".', '-'],
    [
      'Labour say it is "late", while the Liberal Democrats say it is "too early".',
      'Labour Party',
      'Liberal Democrats',
    ],
    ['The mayor and Ann Quill say it is "late".', '-'],
  ]));

describe('nouns that look like verbs', () =>
  each([
    ['Tom Reed said that, while the town allows the protests, it is "late".', 'Tom Reed'],
    ['Tom Reed called a forecast of 15 million consoles "a folly".', 'Tom Reed'],
    ['Tom Reed said the town grew thanks to "a strong spring".', 'Tom Reed'],
    ['Tom Reed explained he had high hopes: "It is early."', 'Tom Reed'],
    ['Tom Reed warned of months of court challenges "without end".', 'Tom Reed'],
    ['Tom Reed has dismissed claims that the road was "a folly".', '-'],
    ['Tom Reed said the plan had been marked and characterised by "a lack of care".', 'Tom Reed'],
    ['Tom Reed fears that "able drivers" concluded it.', 'Tom Reed'],
    ['Tom Reed pleaded guilty to being "late".', '-'],
  ]));
