import { describe, expect, it } from 'vitest';
import { commandBook } from './command-book.ts';
import { admissionRefusal, formVerdict, refusalOf, verdictOn } from './may.ts';
import { convened, reporting } from './staged.fixture.ts';

describe('what may be done now', () => {
  it('is what the rules would accept', () => {
    expect(verdictOn('open-meeting', {}, convened().standing())).toEqual({ is: 'free' });
    expect(refusalOf('call-item', { itemId: 'closing' }, reporting().standing())).toMatchObject({
      code: 'agenda.item-open',
      message: expect.stringContaining('Report') as string,
    });
  });

  it('tells what is so already', () => {
    expect(verdictOn('call-item', { itemId: 'report' }, reporting().standing())).toEqual({ is: 'already' });
  });

  it('depends on who asks', () => {
    const staged = reporting();
    expect(refusalOf('conclude-item', { itemId: 'report' }, staged.standing(staged.attendee('wei')))?.code).toBe(
      'meeting.not-permitted',
    );
    expect(refusalOf('conclude-item', { itemId: 'report' }, staged.standing(staged.attendee('liu')))).toBeNull();
    expect(refusalOf('request-floor', {}, staged.standing(staged.attendee('wei')))).toBeNull();
  });

  it('names what is wrong in what would be sent', () => {
    expect(verdictOn('issue-directive', { text: 'Build it', addressedTo: [] }, reporting().standing())).toMatchObject({
      is: 'refused',
      refusal: { code: 'input.invalid', facts: { path: 'addressedTo' } },
    });
  });

  it('is asked of the streams beside the meeting too', () => {
    const staged = reporting().give('issue-directive', { directiveId: 'd', text: 'Build it', addressedTo: ['CASIC'] });
    const standing = staged.standing();
    expect(refusalOf('check-in', { attendeeId: 'wei' }, standing)).toBeNull();
    expect(refusalOf('check-in', { attendeeId: 'nobody' }, standing)?.code).toBe('roster.unknown');
    expect(refusalOf('answer-question', { questionId: 'q', text: 'In June' }, standing)?.code).toBe(
      'conversation.unknown-question',
    );
    expect(refusalOf('acknowledge-directive', { directiveId: 'd', respondent: 'CASIC' }, standing)).toBeNull();
    expect(refusalOf('revoke-link', { linkId: 'link-1' }, standing)).toBeNull();
  });

  it('is never decided before the meeting’s last event', () => {
    const staged = reporting();
    const early = { ...staged.standing(), now: staged.now - 60_000 };
    expect(verdictOn('give-floor', { speakerId: 'wei' }, early)).toEqual({ is: 'free' });
  });

  it('has an answer for every command of the book', () => {
    const standing = reporting().standing();
    const book = [...commandBook.values()];
    const verdicts = book.map(({ name, definition }) => verdictOn(name, definition.example, standing).is);
    expect(new Set(verdicts)).toEqual(new Set(['free', 'already', 'refused']));
    expect(book.filter(({ name }) => verdictOn(name, { nonsense: true }, standing).is !== 'refused')).toEqual([]);
  });

  it('knows beforehand what no input could change', () => {
    expect(admissionRefusal('close-meeting', convened().standing())?.code).toBe('meeting.not-open');
    expect(admissionRefusal('call-recess', reporting().standing())).toBeNull();
  });

  it('opens a form unless nothing that could be filled in would help', () => {
    const standing = reporting().standing();
    expect(formVerdict('defer-item', { itemId: 'report' }, standing).is).toBe('free');
    expect(formVerdict('confer-commendation', {}, standing).is).toBe('free');
    expect(formVerdict('add-item', {}, standing).is).toBe('free');
    expect(formVerdict('add-attendee', {}, standing).is).toBe('free');
    const concluded = reporting().give('conclude-item', { itemId: 'report' }).standing();
    const over = { is: 'refused', refusal: { code: 'agenda.item-concluded' } };
    expect(formVerdict('revise-item', { itemId: 'report', title: 'Another' }, concluded)).toMatchObject(over);
    expect(formVerdict('withdraw-item', { itemId: 'report' }, concluded)).toMatchObject(over);
  });

  it('opens the form for what only a stated reason makes possible', () => {
    const short = convened().give('revise-meeting', { quorum: 30 }).standing();
    expect(refusalOf('open-meeting', {}, short)?.code).toBe('meeting.no-quorum');
    expect(formVerdict('open-meeting', {}, short).is).toBe('free');
  });

  it('tells what is so already where nothing can be filled in', () => {
    expect(formVerdict('open-meeting', {}, reporting().standing()).is).toBe('already');
    expect(formVerdict('set-queue-discipline', { discipline: 'first-come' }, reporting().standing()).is).toBe('free');
  });
});
