import { describe, expect, it } from 'vitest';
import { convened, organizer, reporting } from '../../meeting/staged.fixture.ts';
import type { Staged } from '../../meeting/staged.fixture.ts';
import { mineOn } from './mine.ts';
import { directivesTo, papersIn, statementsTo, tasksOf } from './tasks.ts';

const tasks = (staged: Staged, id: string) => {
  const me = staged.attendee(id);
  return tasksOf(staged.view, me, mineOn(staged.view.meeting.roster, me)).map(({ is }) => is);
};

const file = { fileName: 'report.pdf', mediaType: 'application/pdf', sizeBytes: 3 };
const digest = (letter: string) => letter.repeat(64);

const withPaper = (staged: Staged, confirmReading = true) =>
  staged.give('table-document', { documentId: 'paper', title: 'Report', ...file, sha256: digest('a'), confirmReading });

const issued = () =>
  convened()
    .give('draft-statement', {
      statementId: 'statement-1',
      title: 'Responsibility',
      subject: 'Digital space',
      text: 'I answer for it.',
      issuerId: 'liu',
      addressedTo: ['chen', 'academy'],
    })
    .give('add-item', { itemId: 'signing', kind: 'statement', title: 'Signing' })
    .give('open-meeting', {})
    .give('call-item', { itemId: 'signing' })
    .give('issue-statement', { statementId: 'statement-1' });

const directed = (addressedTo: readonly string[]) =>
  reporting().give('issue-directive', { directiveId: 'directive-1', text: 'Build it together.', addressedTo });

describe('what is asked of a person', () => {
  it('is the answer to the invitation, until it is given or the meeting has opened', () => {
    const staged = convened();
    expect(tasks(staged, 'wei')).toEqual(['answer']);
    staged.give('answer-invitation', { attendeeId: 'wei', answer: 'accepted' }, staged.attendee('wei'));
    expect(tasks(staged, 'wei')).toEqual([]);
    expect(tasks(convened().give('open-meeting', {}), 'wei')).toEqual([]);
  });

  it('is a signature for each recipient one signs for, until it is signed or declined', () => {
    const staged = issued();
    expect(tasks(staged, 'chen')).toEqual(['sign', 'sign']);
    expect(tasks(staged, 'wei')).toEqual([]);
    const chen = staged.attendee('chen');
    const [own] = statementsTo(staged.view, mineOn(staged.view.meeting.roster, chen));
    staged.give(
      'sign-statement',
      { statementId: 'statement-1', recipientId: 'chen', sha256: own!.statement.sha256! },
      chen,
    );
    expect(tasks(staged, 'chen')).toEqual(['sign']);
    staged.give('decline-statement', { statementId: 'statement-1', recipientId: 'academy', reason: 'Dissolved' }, chen);
    expect(tasks(staged, 'chen')).toEqual([]);
  });

  it('is nothing from a statement that is a draft', () => {
    const draft = convened().give('draft-statement', {
      title: 'Later',
      subject: 'Later',
      text: 'Later.',
      addressedTo: ['chen'],
    });
    expect(statementsTo(draft.view, mineOn(draft.view.meeting.roster, draft.attendee('chen')))).toEqual([]);
  });

  it('is reading a paper where that is to be confirmed, and again once it is replaced', () => {
    const staged = withPaper(reporting());
    expect(tasks(staged, 'wei')).toEqual(['read']);
    staged.give('confirm-reading', { documentId: 'paper' }, staged.attendee('wei'));
    expect(tasks(staged, 'wei')).toEqual([]);
    staged.give('replace-document', { documentId: 'paper', ...file, sha256: digest('b') });
    expect(tasks(staged, 'wei')).toEqual(['read']);
    staged.give('withdraw-document', { documentId: 'paper' });
    expect(tasks(staged, 'wei')).toEqual([]);
    expect(papersIn(staged.view)).toEqual([]);
    expect(tasks(withPaper(reporting(), false), 'wei')).toEqual([]);
  });

  it('is acknowledging a directive to oneself, one’s unit or the unit of one’s delegation', () => {
    expect(tasks(directed(['wei']), 'wei')).toEqual(['acknowledge']);
    expect(tasks(directed(['CASIC / Headquarters']), 'chen')).toEqual(['acknowledge']);
    expect(tasks(directed(['CASIC / Second-level units']), 'chen')).toEqual(['acknowledge']);
    expect(tasks(directed(['CASIC / Second-level units']), 'wei')).toEqual([]);
    const staged = directed(['wei']);
    staged.give('acknowledge-directive', { directiveId: 'directive-1' }, staged.attendee('wei'));
    expect(tasks(staged, 'wei')).toEqual([]);
    expect(directivesTo(staged.view, staged.attendee('wei'))).toMatchObject([
      { respondents: [{ respondent: 'wei', followUp: { status: 'acknowledged' } }] },
    ]);
  });

  it('is nothing from a directive that was withdrawn', () => {
    const staged = directed(['wei']).give('withdraw-directive', {
      directiveId: 'directive-1',
      reason: 'Contained elsewhere',
    });
    expect(tasks(staged, 'wei')).toEqual([]);
  });

  it('comes in the order in which it presses', () => {
    const staged = withPaper(issued()).give('issue-directive', { text: 'Build it.', addressedTo: ['chen'] });
    expect(tasks(staged, 'chen')).toEqual(['sign', 'sign', 'read', 'acknowledge']);
  });

  it('is nothing for an account, and nothing in a cancelled meeting', () => {
    const staged = withPaper(convened());
    expect(tasksOf(staged.view, organizer, mineOn(staged.view.meeting.roster, organizer))).toEqual([]);
    expect(tasks(staged.give('cancel-meeting', { reason: 'Moved' }), 'wei')).toEqual([]);
  });
});
