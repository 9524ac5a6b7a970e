// One conference with everything in it: the meeting that the tests of the views, the minutes and the tables tell about.
// 26 May 2021 in Beijing, from 09:00 on; times in the record are UTC.

import { sha256Of } from '@rostrum/events';
import { Rehearsal, usher } from './rehearsal.ts';

/** What a hostile hand might write into a title, a name or a text. */
export const HOSTILE = '<script>alert(1)</script> | # *not* _this_ `code` [a](b) &lt;';

export const STATEMENT = 'I answer for the construction of digital space in my unit in 2021.\n\n1. Without reserve.';

/** The conference up to its opening at 09:00: draft, roster, agenda, what is prepared under embargo, convened, people in. */
export function preparedConference(): Rehearsal {
  const meeting = new Rehearsal('conference', '2021-05-25T01:00:00.000Z');
  meeting.give('schedule-meeting', {
    meetingId: 'conference',
    title: '2021 Digital Space Work Conference',
    organisation: 'China Aerospace Science and Industry Corporation (CASIC)',
    purpose: ['Sum up the digital transformation of 2020', 'Set out the work to come'],
    languages: ['en', 'zh-CN'],
    form: 'hybrid',
    quorum: 3,
    timeZone: 'Asia/Shanghai',
    startsAt: '2021-05-26T09:00:00+08:00',
    endsAt: '2021-05-26T11:50:00+08:00',
    venues: [
      { venueId: 'main', name: 'Headquarters, Beijing', main: true },
      { venueId: 'branch', name: 'Branch venue, Wuhan' },
    ],
  });
  const attend = (attendeeId: string, name: string, title: string, capacity: string, unit = 'CASIC') =>
    meeting.give('add-attendee', { attendeeId, name, title, unit, capacity, venueId: 'main' });
  attend('yuan', 'Yuan Jie', 'President', 'leader');
  attend('liu', 'Liu Shiquan', 'General Manager', 'chair');
  attend('chen', 'Chen Guoying', 'Deputy Secretary', 'leader');
  attend('wei', 'Wei Yiyin', 'Chief Information Officer', 'rapporteur');
  attend('zhang', 'Zhang San', 'Head of department', 'member', 'CASIC / Headquarters');
  attend('li', 'Li Si', 'Head of academy', 'member', 'CASIC / Second-level units / Second Academy');
  meeting.give('add-delegation', {
    delegationId: 'academy',
    name: 'CASIC Second Academy',
    unit: 'CASIC / Second-level units / Second Academy',
    capacity: 'presenter',
    venueId: 'branch',
    expected: 6,
    headId: 'li',
  });
  meeting.give('appoint-officer', { office: 'chair', attendeeId: 'liu' });
  meeting.give('appoint-officer', { office: 'deputy', attendeeId: 'chen' });
  meeting.give('appoint-officer', { office: 'secretary', attendeeId: 'zhang' });
  const item = (itemId: string, kind: string, title: string, plannedMinutes: number, more = {}) =>
    meeting.give('add-item', { itemId, kind, title, plannedMinutes, ...more });
  item('opening', 'opening', 'Opening by the chair', 5, { presenters: ['liu'] });
  item('report', 'report', 'Fully Promoting the Construction of Digital Space', 35, { presenters: ['wei'] });
  item('plan', 'announcement', 'Overall Plan', 10);
  item('honours', 'commendation', 'Commendations', 15);
  item('statements', 'statement', 'Responsibility statements', 15);
  item('exchange', 'exchange', 'Exchange of views', 40, {
    presenters: ['academy'],
    topics: ['Implementing the strategy', 'Creating value'],
  });
  item('motions', 'decision', 'Decisions', 10);
  item('address', 'speech', 'Speech by the President', 25, { presenters: ['yuan'] });
  item('spare', 'discussion', 'Any other business', 10);
  meeting.give('prepare-commendation', {
    commendationId: 'advanced',
    award: 'Advanced individual in informationization work',
    period: '2018-2020',
    category: 'individual',
    citation: 'For years of quiet work.',
    recipients: [
      { name: 'Zhang San', unit: 'CASIC / Headquarters', rosterId: 'zhang' },
      { name: 'Wang Wu', unit: 'CASIC / Third-level units' },
    ],
  });
  meeting.give('prepare-commendation', { commendationId: 'kept-back', award: 'The secret award', category: 'team' });
  meeting.give('draft-statement', {
    statementId: 'duty',
    title: 'Responsibility statement for 2021',
    subject: 'Construction of digital space in 2021',
    text: STATEMENT,
    issuerId: 'yuan',
    addressedTo: ['li', 'zhang', 'academy'],
  });
  meeting.give('draft-statement', {
    statementId: 'never',
    title: 'The secret statement',
    subject: 'Secret',
    text: 'Secret text',
  });
  meeting.give('table-document', {
    documentId: 'overall-plan',
    title: 'Overall Plan for the Implementation',
    fileName: 'overall-plan.pdf',
    mediaType: 'application/pdf',
    sizeBytes: 482_113,
    sha256: sha256Of('the plan'),
    itemId: 'plan',
    distribution: 'officers',
    confirmReading: true,
  });
  meeting.give('convene-meeting', { notice: 'Please be in the room five minutes before the opening.' });
  meeting.give('answer-invitation', { attendeeId: 'chen', answer: 'accepted' }, meeting.attendee('chen'));
  meeting.wait(86_400 - 600);
  for (const attendeeId of ['yuan', 'liu', 'chen', 'wei']) meeting.give('check-in', { attendeeId });
  meeting.give('record-joined', { sessionId: 'zhang-1', attendeeId: 'zhang', via: 'video' }, usher);
  meeting.give('count-delegation', { delegationId: 'academy', count: 5 });
  return meeting.wait(600);
}

/** The conference held: every kind of thing happens once, and some go wrong. It closes at about 10:40. */
export function heldConference(): Rehearsal {
  const meeting = preparedConference();
  meeting.give('open-meeting');
  meeting.give('call-item', { itemId: 'opening' });
  speak(meeting, 'welcome', 'liu', 120);
  meeting.give('conclude-item', { itemId: 'opening' });

  meeting.give('call-item', { itemId: 'report' });
  meeting.give('give-floor', { speechId: 'report-speech', speakerId: 'wei', limitSeconds: 1800 });
  meeting
    .wait(600)
    .give('record-left', { sessionId: 'zhang-1', attendeeId: 'zhang', reason: 'connection lost' }, usher);
  meeting.wait(60).give('record-joined', { sessionId: 'zhang-2', attendeeId: 'zhang', via: 'video' }, usher);
  meeting.give('pause-floor', { speechId: 'report-speech', questionerId: 'chen' });
  meeting.wait(90).give('resume-floor', { speechId: 'report-speech' });
  meeting.wait(900).give('take-back-floor', { speechId: 'report-speech', reason: 'Time is up' });
  meeting.give('summarize-speech', { speechId: 'report-speech', points: ['2020 brought marked results', HOSTILE] });
  meeting.give('conclude-item', { itemId: 'report', outcome: 'The report was received.' });

  meeting.give('call-item', { itemId: 'plan' });
  meeting.wait(120).give('announce-document', { documentId: 'overall-plan' });
  meeting.give('confirm-reading', { documentId: 'overall-plan' }, meeting.attendee('wei'));
  meeting.give('conclude-item', { itemId: 'plan' });

  meeting.give('call-recess', { reason: 'Coffee', resumesAt: '2021-05-26T10:00:00+08:00' });
  meeting.wait(600).give('resume-meeting');
  meeting.give('hand-over-chair', { to: 'chen', reason: 'The chair is among the commended' });

  meeting.give('call-item', { itemId: 'honours' });
  meeting.wait(60).give('confer-commendation', { commendationId: 'advanced', presenterId: 'yuan' });
  meeting.give('conclude-item', { itemId: 'honours' });

  meeting.give('call-item', { itemId: 'statements' });
  meeting.wait(60).give('issue-statement', { statementId: 'duty' });
  const sha256 = sha256Of(STATEMENT);
  meeting.wait(30).give('sign-statement', { statementId: 'duty', sha256 }, meeting.attendee('zhang'));
  meeting.give(
    'decline-statement',
    { statementId: 'duty', recipientId: 'li', reason: 'The unit is being dissolved' },
    meeting.attendee('li'),
  );
  meeting.give('conclude-item', { itemId: 'statements' });

  meeting.give('call-item', { itemId: 'motions' });
  meeting.give('put-motion', {
    motionId: 'adopt',
    title: 'Adoption of the Overall Plan',
    text: 'The meeting adopts the Overall Plan.',
    moverId: 'wei',
    seconderId: 'chen',
  });
  meeting.give('open-vote', { motionId: 'adopt', method: 'recorded', eligible: ['yuan', 'liu', 'chen', 'wei'] });
  for (const [voterId, choice] of [
    ['yuan', 'for'],
    ['liu', 'for'],
    ['chen', 'abstain'],
    ['wei', 'against'],
  ] as const) {
    meeting.give('cast-vote', { motionId: 'adopt', voterId, choice });
  }
  meeting.wait(30).give('close-vote', { motionId: 'adopt' });
  meeting.give('conclude-item', { itemId: 'motions' });

  meeting.give('call-item', { itemId: 'exchange' });
  meeting.give('check-out', { attendeeId: 'wei' });
  meeting.give('defer-item', { itemId: 'exchange', reason: 'The branch venue has no sound' });

  meeting.give('call-item', { itemId: 'address' });
  meeting.give('give-floor', { speechId: 'address-speech', speakerId: 'yuan' });
  meeting.wait(300);
  const unit = 'CASIC / Second-level units';
  meeting.give('issue-directive', {
    directiveId: 'first',
    text: 'Raise awareness',
    addressedTo: [unit],
    dueOn: '2021-12-31',
  });
  meeting.give('issue-directive', { directiveId: 'second', text: 'Build together', addressedTo: [unit, 'zhang'] });
  meeting.give(
    'ask-question',
    { questionId: 'when', text: 'When does the second phase begin?' },
    meeting.attendee('zhang'),
  );
  meeting.give('answer-question', { questionId: 'when', text: 'In June.' });
  meeting.wait(300).give('yield-floor', { speechId: 'address-speech' });
  meeting.give('conclude-item', { itemId: 'address' });
  meeting.give('withdraw-item', { itemId: 'spare', reason: 'Nothing was raised' });
  meeting.wait(60).give('close-meeting');
  return meeting;
}

/** A short speech from beginning to end. */
function speak(meeting: Rehearsal, speechId: string, speakerId: string, seconds: number): void {
  meeting.give('give-floor', { speechId, speakerId });
  meeting.wait(seconds).give('yield-floor', { speechId });
}
