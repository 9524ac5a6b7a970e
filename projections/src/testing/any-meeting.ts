// Any meeting at all: random commands, most of them sensible, some refused; whatever the rules let through is the record.
// Texts under embargo contain the word EMBARGOED, so that a test can look for it where it must not be.

import fc from 'fast-check';
import { organizer, Rehearsal, usher } from './rehearsal.ts';

export const EMBARGOED = 'EMBARGOED';

/** One thing that somebody tries, with three small numbers to choose by. */
type Attempt = (meeting: Rehearsal, a: number, b: number, c: number) => unknown;

const PEOPLE = 5;
const person = (a: number) => `person-${a % PEOPLE}`;
const body = (a: number) => `body-${a % 2}`;
const someone = (a: number) => (a % 7 === 6 ? body(a) : person(a));
const item = (a: number) => `item-${a % 6}`;
const speech = (meeting: Rehearsal) => meeting.view.meeting.floor.speech?.speechId ?? 'speech-0';
const motion = (a: number) => `motion-${a % 2}`;
const digest = (a: number) => String(a % 10).repeat(64);
const UNITS = ['CASIC', 'CASIC / Headquarters', 'CASIC / Second Academy'];
const KINDS = ['opening', 'report', 'announcement', 'commendation', 'statement', 'decision', 'discussion'];

/** Ends what is open, if it can, and calls another item. */
const proceed: Attempt = (meeting, a) => {
  const { open } = meeting.view.meeting.agenda;
  if (open !== null) meeting.attempt('conclude-item', { itemId: open, outcome: 'Received.' });
  return meeting.attempt('call-item', { itemId: item(a) });
};

/** Gives the floor, or ends the speech that holds it. */
const nextSpeech: Attempt = (meeting, a, b, c) => {
  const { speech: held } = meeting.view.meeting.floor;
  if (held) return meeting.attempt(b % 4 === 0 ? 'take-back-floor' : 'yield-floor', { speechId: held.speechId });
  return meeting.attempt('give-floor', {
    speechId: `speech-${c}`,
    speakerId: someone(a),
    limitSeconds: b % 2 === 0 ? null : 60,
  });
};

const attempts: readonly Attempt[] = [
  proceed,
  proceed,
  nextSpeech,
  nextSpeech,
  nextSpeech,
  nextSpeech,
  (meeting, a, b) =>
    meeting.attempt('add-item', {
      itemId: item(a),
      kind: KINDS[b % KINDS.length],
      title: `Item ${a}`,
      plannedMinutes: 5 + b,
    }),
  (meeting, a, b) => meeting.attempt('move-item', { itemId: item(a), beforeItemId: b % 2 === 0 ? null : item(b) }),
  (meeting, a) => meeting.attempt('defer-item', { itemId: item(a), reason: 'For want of time' }),
  (meeting, a, b) =>
    meeting.attempt('request-floor', { speakerId: someone(a), kind: b % 3 === 0 ? 'question' : 'speech' }),
  (meeting, a) => meeting.attempt('pause-floor', { speechId: speech(meeting), questionerId: person(a) }),
  (meeting) => meeting.attempt('resume-floor', { speechId: speech(meeting) }),
  (meeting, a) => meeting.attempt('summarize-speech', { speechId: `speech-${a % 20}`, points: [`Point ${a}`] }),
  (meeting, a, b, c) =>
    meeting.attempt('issue-directive', {
      directiveId: `directive-${c % 5}`,
      text: `Do ${a}`,
      addressedTo: [b % 2 === 0 ? UNITS[a % 3] : person(a)],
    }),
  (meeting, a) => meeting.attempt('withdraw-directive', { directiveId: `directive-${a % 5}`, reason: 'Superseded' }),
  (meeting, a, b) =>
    meeting.attempt('acknowledge-directive', {
      directiveId: `directive-${a % 5}`,
      respondent: b % 2 === 0 ? UNITS[b % 3] : person(b),
    }),
  (meeting, a, b) =>
    meeting.attempt('discharge-directive', {
      directiveId: `directive-${a % 5}`,
      respondent: UNITS[b % 3],
      report: 'Done.',
    }),
  (meeting, a, b) =>
    meeting.attempt('draft-statement', {
      statementId: `statement-${a % 2}`,
      title: EMBARGOED,
      subject: EMBARGOED,
      text: `${EMBARGOED} ${b}`,
      issuerId: person(0),
      addressedTo: [person(b), person(b + 1)],
    }),
  (meeting, a) => meeting.attempt('withdraw-statement', { statementId: `statement-${a % 2}`, reason: EMBARGOED }),
  (meeting, a, b, c) =>
    meeting.attempt('prepare-commendation', {
      commendationId: `commendation-${a % 4}`,
      award: EMBARGOED,
      citation: EMBARGOED,
      category: 'individual',
      recipients: [{ name: `${EMBARGOED} ${b}`, unit: 'CASIC', rosterId: c % 2 === 0 ? person(b) : null }],
    }),
  (meeting, a) => meeting.attempt('revise-commendation', { commendationId: `commendation-${a % 4}`, rank: EMBARGOED }),
  (meeting, a) =>
    meeting.attempt('withdraw-commendation', { commendationId: `commendation-${a % 4}`, reason: EMBARGOED }),
  (meeting, a, b) =>
    meeting.attempt('table-document', {
      documentId: `document-${a % 3}`,
      title: EMBARGOED,
      fileName: `${EMBARGOED}.pdf`,
      mediaType: 'application/pdf',
      sizeBytes: 100,
      sha256: digest(b),
      distribution: 'officers',
    }),
  (meeting, a, b) =>
    meeting.attempt('put-motion', { motionId: motion(a), title: 'Motion', text: 'We agree.', moverId: person(b) }),
  (meeting, a, b) =>
    meeting.attempt('open-vote', { motionId: motion(a), method: ['consent', 'recorded', 'secret'][b % 3] }),
  (meeting, a, b) =>
    meeting.attempt('cast-vote', { motionId: motion(a), voterId: person(b), choice: b % 2 === 0 ? 'for' : 'against' }),
  (meeting, a) => meeting.attempt('close-vote', { motionId: motion(a) }),
  (meeting, a) => meeting.attempt('hand-over-chair', { to: person(a), reason: 'Called away' }),
  (meeting, a, b) =>
    meeting.attempt('record-joined', { sessionId: `session-${b}`, attendeeId: person(a), via: 'video' }, usher),
  (meeting, a, b) => meeting.attempt('record-left', { sessionId: `session-${b}`, attendeeId: person(a) }, usher),
  (meeting, a) => meeting.attempt('check-in', { attendeeId: person(a) }),
  (meeting, a) => meeting.attempt('check-out', { attendeeId: person(a) }),
  (meeting, a, b) => meeting.attempt('count-delegation', { delegationId: body(a), count: b }),
  (meeting, a) => meeting.attempt('post-message', { text: `Message ${a}` }, meeting.attendee(person(a))),
  (meeting, a) => meeting.attempt('ask-question', { text: `Question ${a}` }, meeting.attendee(person(a))),
  (meeting, a) => (a < 5 ? meeting.attempt('call-recess', { reason: 'Coffee' }) : meeting.attempt('resume-meeting')),
  (meeting) => meeting.attempt('resume-meeting'),
  (meeting) => meeting.attempt('resume-meeting'),
  (meeting, a) => (a === 0 ? meeting.attempt('close-meeting') : undefined),
  (meeting, a) => meeting.attempt('revise-attendee', { attendeeId: person(a), title: `Title ${a}` }),
  (meeting, a) => (a < 3 ? meeting.attempt('remove-attendee', { attendeeId: person(a) }) : undefined),
];

/** Conferring and issuing make public what was under embargo: left out where a test looks for what must stay hidden. */
const disclosures: readonly Attempt[] = [
  (meeting, a) =>
    meeting.attempt('confer-commendation', { commendationId: `commendation-${a % 4}`, presenterId: person(0) }),
  (meeting, a) =>
    meeting.attempt('issue-statement', {
      statementId: `statement-${a % 2}`,
      issuerId: person(0),
      addressedTo: [person(a + 1)],
    }),
  (meeting, a) => meeting.attempt('announce-document', { documentId: `document-${a % 3}` }),
];

const numbers = fc.nat({ max: 41 });

/**
 * Any meeting, opened or still in preparation.
 * @param disclose whether what is under embargo may be conferred, issued and announced
 */
export const anyMeeting = ({ disclose = true } = {}): fc.Arbitrary<Rehearsal> => {
  const choices = disclose ? [...attempts, ...disclosures, ...disclosures] : attempts;
  const tries = fc.array(
    fc.tuple(fc.nat({ max: choices.length - 1 }), numbers, numbers, numbers, fc.nat({ max: 90 })),
    { minLength: 30, maxLength: 120, size: 'max' },
  );
  return fc
    .tuple(
      tries,
      fc.integer({ min: 0, max: 7 }).map((eighth) => eighth > 0),
    )
    .map(([steps, opened]) => {
      const meeting = prepared(opened);
      for (const [choice, a, b, c, seconds] of steps) choices[choice]!(meeting.wait(seconds), a, b, c);
      return meeting;
    });
};

function prepared(opened: boolean): Rehearsal {
  const meeting = new Rehearsal('any');
  meeting.give('schedule-meeting', {
    meetingId: 'any',
    title: 'Any meeting',
    organisation: 'CASIC',
    timeZone: 'Asia/Shanghai',
    startsAt: '2021-05-26T08:00:00+08:00',
    endsAt: '2021-05-26T12:00:00+08:00',
    venues: [{ venueId: 'main', name: 'Main hall', main: true }],
  });
  for (let number = 0; number < PEOPLE; number++) {
    meeting.give('add-attendee', {
      attendeeId: person(number),
      name: `Person ${number}`,
      unit: UNITS[number % 3],
      venueId: 'main',
    });
  }
  for (const number of [0, 1]) {
    meeting.give('add-delegation', {
      delegationId: body(number),
      name: `Body ${number}`,
      unit: UNITS[number + 1],
      headId: person(number + 2),
    });
  }
  meeting.give('appoint-officer', { office: 'chair', attendeeId: person(0) });
  for (const [number, kind] of ['discussion', 'commendation', 'statement', 'announcement'].entries()) {
    meeting.give('add-item', { itemId: item(number), kind, title: `Item ${number}`, plannedMinutes: 10 });
  }
  if (!opened) return meeting;
  meeting.give('convene-meeting', {}, organizer);
  meeting.wait(60).give('check-in', { attendeeId: person(0) });
  meeting.wait(60).give('open-meeting');
  return meeting;
}
