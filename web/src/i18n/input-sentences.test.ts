import { meetingCommands } from '@rostrum/events';
import { expect, it } from 'vitest';
import { inputSentence } from './input-sentences.ts';
import { inputSentences } from './zh-CN/input-sentences.ts';

it('says what the catalogue finds wrong with a meeting in Chinese', () => {
  const { example, input } = meetingCommands['schedule-meeting'];
  const wrong = [
    { title: '' },
    { title: 'x'.repeat(301) },
    { title: 'a\u202Eb' },
    { timeZone: 'Mars/Olympus' },
    { startsAt: 'soon' },
    { endsAt: '2021-05-26T08:00:00+08:00' },
    { quorum: 0 },
    { quorum: 2.5 },
    { languages: [] },
  ];
  const sentences = wrong.flatMap(
    (change) => input.safeParse({ ...example, ...change }).error?.issues.map(({ message }) => message) ?? [],
  );
  expect(sentences.length).toBeGreaterThanOrEqual(wrong.length);
  expect(
    sentences
      .map((sentence) => inputSentence(inputSentences, sentence))
      .filter((sentence) => !/\p{Script=Han}/u.test(sentence)),
  ).toEqual([]);
});

it('keeps the number that the sentence speaks of', () => {
  expect(inputSentence(inputSentences, 'Must not be longer than 300 characters.')).toBe('不能超过 300 个字符。');
});

it('leaves a sentence that it does not know as it is', () => {
  expect(inputSentence(inputSentences, 'The moon is full.')).toBe('The moon is full.');
});
