import { describe, expect, test } from 'vitest';
import { speakersIn } from './updates.ts';

const each = (cases: [string, ...string[]][]) =>
  test.each(cases)('%s', (text, ...expected) => expect(speakersIn(text)).toEqual(expected));

describe('what somebody’s words are', () =>
  each([
    ['Ann Quill’s motto was, "Never wait."', 'Ann Quill'],
    ['Ann Quill’s advice to young bakers is, "Never wait."', 'Ann Quill'],
    ['Ann Quill’s advice to her apprentices was always, "Never wait."', 'Ann Quill'],
    ['Ann Quill’s message to voters is simple: "Never wait."', 'Ann Quill'],
    ['Ann Quill’s dictum to the trainees was: "Never wait."', 'Ann Quill'],
    ['Ann Quill’s favourite line used to be "Never wait."', 'Ann Quill'],
    ['Ann Quill’s verdict: "Never wait."', 'Ann Quill'],
    ['Ann Quill’s verdict on the bridge was that it was "a folly".', 'Ann Quill'],
    ['Ann Quill’s slogan for the race is "faster, further".', 'Ann Quill'],
    ['Mayor Ann Quill’s blunt message to the drivers was "Wait in line".', 'Ann Quill'],
    ['The motto of Ann Quill was, "Never wait."', 'Ann Quill'],
    ['The advice from Ann Quill to drivers was: "Never wait."', 'Ann Quill'],
    ['Tom Reed came late. His mantra was, "Never wait."', 'Tom Reed'],
    ['Tom Reed came late. His first answer was simply: "Never."', 'Tom Reed'],
    ['The motto of the town was, "Never wait."', '-'],
    ['Ann Quill’s mother’s motto was, "Never wait."', '-'],
    ['Ann Quill’s message was not "Never wait".', '-'],
    ['Ann Quill’s message was lost in the "fog of war".', '-'],
    ['Ann Quill’s line was busy when the "night owls" rang.', '-'],
    ['Ann Quill’s comment was "unfair".', '-'],
    ['Ann Quill’s voice is "rough".', '-'],
    ['Ann Quill’s latest book is "Never Wait".', '-'],
    ['The message to Ann Quill was, "Never wait."', '-'],
  ]));

describe('what a text by somebody says', () =>
  each([
    ['He was angry at a report by Human Rights Watch that he "made up" the story.', 'Human Rights Watch'],
    ['A claim by Tom Reed that the bridge is "unsafe" was refuted.', 'Tom Reed'],
    ['Bob Stone rejected an accusation by Tom Reed that he had "lied".', 'Tom Reed'],
    ['Bob Stone flatly denied new allegations from Mayor Tom Reed that he had "lied".', 'Tom Reed'],
    ['They read a memo from Ann Quill that called it "a folly".', 'Ann Quill'],
    ['There was a tweet on Monday from Tom Reed which described the bridge as "unsafe".', 'Tom Reed'],
    ['A memo from Ann Quill calling the road "a folly" was found.', 'Ann Quill'],
    ['He kept a letter written by Ann Quill to the city of York calling it "a folly".', 'Ann Quill'],
    ['He pointed to an article in The New York Times saying the road was "a folly".', 'The New York Times'],
    ['A recent report by Human Rights Watch describes the camp as "unsafe".', 'Human Rights Watch'],
    ['A statement from Human Rights Watch said the camp was "unsafe".', 'Human Rights Watch'],
    ['He showed an angry letter from Ann Quill in which she called the road "a folly".', 'Ann Quill'],
    ['A letter from Ann Quill to Tom Reed that called it "a folly" was found.', 'Ann Quill'],
    ['Ann Quill’s lawsuit that accused the city of "a folly" was lost.', 'Ann Quill'],
    ['A memo from Ann Quill that a clerk called "a folly" was found.', '-'],
    ['A report by aides of Ann Quill that he "made up" the story is out.', '-'],
    ['A letter to Ann Quill that called it "a folly" was found.', '-'],
    ['A letter seen by Human Rights Watch that called it "a folly" was found.', '-'],
    ['A letter about Ann Quill calling it "a folly" was found.', '-'],
    ['A report from Leeds that called it "a folly" was wrong.', '-'],
    ['A report on Ann Quill that called it "a folly" was wrong.', '-'],
    ['The claim by Ann Quill that Tom Reed had been there was "a folly".', '-'],
    ['Ann Quill attacked the call for a new road by claiming it was "a folly".', 'Ann Quill'],
  ]));

describe('what a text says that somebody put out', () =>
  each([
    ['Ann Quill added a caption that reads, "Go home."', 'Ann Quill'],
    ['Ann Quill posted a picture of the old road with a caption which read, "Go home."', 'Ann Quill'],
    ['Tom Reed sent an e-mail to all that said, "Go home."', 'Tom Reed'],
    ['Tom Reed promptly sent his staff a short note which says: "Go home."', 'Tom Reed'],
    ['Tom Reed later put up a sign that read "Go home."', 'Tom Reed'],
    ['Tom Reed put up a sign on the door that read "Go home."', 'Tom Reed'],
    ['Tom Reed hung a banner reading "Go home."', 'Tom Reed'],
    ['Tom Reed also shared a long note saying, "Go home."', 'Tom Reed'],
    ['Tom Reed published an open letter accusing the city of "a folly".', 'Tom Reed'],
    ['Tom Reed wrote a letter to the city of York saying he was "not afraid".', 'Tom Reed'],
    ['Tom Reed shared a letter from Ann Quill that said, "Go home."', 'Ann Quill'],
    ['Tom Reed was sent an e-mail that said, "Go home."', '-'],
    ['Tom Reed got an e-mail that said, "Go home."', '-'],
    ['Tom Reed saw a sign that read, "Go home."', '-'],
    ['Tom Reed wore a shirt that read, "Go home."', '-'],
    ['Tom Reed shared a picture of a sign that read, "Go home."', '-'],
  ]));
