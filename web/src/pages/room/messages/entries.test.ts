import { describe, expect, it } from 'vitest';
import { reporting } from '../../../meeting/staged.fixture.ts';
import type { Staged } from '../../../meeting/staged.fixture.ts';
import { entriesOf, unseen } from './entries.ts';

const written = (staged: Staged) => entriesOf(staged.view.conversation);

const spoken = () => {
  const staged = reporting();
  return staged
    .wait(1)
    .give('ask-question', { questionId: 'when', text: 'When?' }, staged.attendee('wei'))
    .wait(1)
    .give('post-message', { messageId: 'faint', text: 'The sound is faint.' }, staged.attendee('chen'));
};

describe('what has been written', () => {
  it('stands in order of time, messages and questions together', () => {
    expect(written(spoken()).map(({ id }) => id)).toEqual(['when', 'faint']);
  });

  it('keeps its place when it is withdrawn', () => {
    const staged = spoken();
    staged.give('withdraw-message', { messageId: 'faint' }, staged.attendee('chen'));
    expect(written(staged).map(({ id }) => id)).toEqual(['when', 'faint']);
  });
});

describe('what is new to a reader', () => {
  it('is what others wrote since', () => {
    const staged = reporting();
    const seen = staged.view.at;
    const entries = written(spoken());
    expect(unseen(entries, seen, 'wei')).toBe(1);
    expect(unseen(entries, seen, 'liu')).toBe(2);
    expect(unseen(entries, null, 'liu')).toBe(2);
    expect(unseen(entries, spoken().view.at, 'liu')).toBe(0);
  });

  it('is the answer to one’s own question', () => {
    const staged = spoken();
    const seen = staged.view.at;
    staged.wait(1).give('answer-question', { questionId: 'when', text: 'In June.' });
    expect(unseen(written(staged), seen, 'wei')).toBe(1);
    expect(unseen(written(staged), staged.view.at, 'wei')).toBe(0);
  });
});
