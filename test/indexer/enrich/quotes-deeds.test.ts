import { describe } from 'vitest';
import { each } from './speaker-cases.ts';

describe('a gerund with its own subject', () =>
  each([
    ['What do you think of Ann Quill privately saying "it is over"?', 'Ann Quill'],
    ['They were tired of Ann Quill calling the plan "a folly".', 'Ann Quill'],
    ['He kept a video of Mayor Ann Quill telling voters the plan was "a folly".', 'Ann Quill'],
    ['With Ann Quill insisting that the plan is "a folly", the vote was put off.', 'Ann Quill'],
    ['The talks ended with Tom Reed angrily calling the plan "a folly".', 'Tom Reed'],
    ['The talks ended with Ann Quill leaving and Tom Reed calling the plan "a folly".', 'Tom Reed'],
    ['Despite Tom Reed saying he was "done", the talks go on.', 'Tom Reed'],
    ['The day began with President Tom Reed telling reporters he was "done".', 'Tom Reed'],
    ['What about Tom Reed repeatedly claiming that he was "robbed"?', 'Tom Reed'],
    ['The committee objected to Tom Reed branding the plan "a folly".', 'Tom Reed'],
    ['He grew tired of critics of Tom Reed calling the plan "a folly".', '-'],
    ['The fans of Tom Reed calling the plan "a folly" went home.', '-'],
    ['Those close to Tom Reed calling the plan "a folly" went home.', '-'],
  ]));

describe('what somebody gets up to say', () =>
  each([
    ['Ann Quill took to Twitter to call the plan "a folly".', 'Ann Quill'],
    ['Ann Quill took to the Senate floor on Monday to denounce the plan as "a folly".', 'Ann Quill'],
    ['Ann Quill has taken to Facebook to say she was "not afraid".', 'Ann Quill'],
    ['Ann Quill walked out, taking to Twitter to call the plan "a folly".', 'Ann Quill'],
    ['Ann Quill also took the stage to announce, "It is over."', 'Ann Quill'],
    ['Ann Quill then stood up on a chair to declare it was "over".', 'Ann Quill'],
    ['Ann Quill suddenly interrupted me in mid-sentence to announce, "It is over."', 'Ann Quill'],
    ['Ann Quill phoned in to complain that it was "over".', 'Ann Quill'],
    ['On Sunday, Ann Quill went on the radio to praise Tom Reed as "a fighter".', 'Ann Quill'],
    ['Tom Reed was late. He took to Instagram to call the plan "a folly".', 'Tom Reed'],
    ['The rain, which led Ann Quill to call the road "a folly", is over.', 'Ann Quill'],
    ['Tom Reed fell, prompting Ann Quill to say the road was "a folly".', 'Ann Quill'],
    ['The rain led critics of Ann Quill to call the road "a folly".', '-'],
    ['Critics took to Twitter to call the plan "a folly".', '-'],
    ['Critics of Tom Reed took to Twitter to call the plan "a folly".', '-'],
    ['Tom Reed was asked to say "cheese".', '-'],
    ['Ann Quill refused to say "sorry".', '-'],
    ['Ann Quill politely declined to call it "a folly".', '-'],
    ['Ann Quill got up to see "The Road".', '-'],
  ]));

describe('a role, who it is, and the name', () =>
  each([
    ['The editor I was talking to, Tom Reed, interrupted the call to announce, "It is over."', 'Tom Reed'],
    ['The clerk we were sent to, Tom Reed, said it was "over".', 'Tom Reed'],
    ['The nurse we met there, Ann Quill, said she was "not afraid".', 'Ann Quill'],
    ['The woman who was at the door, Ann Quill, later called it "a folly".', 'Ann Quill'],
    ['The man he hired, Tom Reed, then told them it was "over".', 'Tom Reed'],
    ['The editor I was talking to, a friend of Tom Reed, said it was "over".', '-'],
    ['The editor I was talking to said Tom Reed was "over".', '-'],
  ]));
