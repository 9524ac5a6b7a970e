import { describe, expect, it } from 'vitest';
import { attendanceOf, counted, joined } from '../testing/beside.ts';
import { attendee, given, NOW } from '../testing/given.ts';
import { delegation, happened, person, recessCalled, underReport } from '../testing/past.ts';
import { blockersOfClosing } from './closing.ts';

const motion = (motionId: string) =>
  happened('MotionPut', {
    motionId,
    title: `On ${motionId}`,
    text: 'The meeting adopts it.',
    moverId: 'wei',
    seconderId: null,
    itemId: 'report',
  });
const put = [...underReport, motion('plan')];
/** The members of the past: four attendees and the delegation, each a vote. */
const everyone = ['liu', 'chen', 'sun', 'wei', 'academy'];
const opened = (method: 'consent' | 'show-of-hands' | 'recorded' | 'secret', eligible = everyone) =>
  happened('VoteOpened', { motionId: 'plan', method, majority: method === 'consent' ? null : 'simple', eligible });
const objection = happened('ObjectionRaised', { motionId: 'plan', voterId: 'sun', reason: null });
const cast = (voterId: string, choice: 'for' | 'against' | 'abstain') =>
  happened('VoteCast', { motionId: 'plan', voterId, choice, castBy: null });
const closing = (other: object) =>
  happened('VoteClosed', {
    motionId: 'plan',
    method: 'recorded',
    majority: 'simple',
    tally: { for: 0, against: 0, abstain: 0, invalid: 0 },
    eligibleVotes: 5,
    present: [],
    result: 'rejected',
    ...other,
  });
const present = { attendance: attendanceOf(joined('liu'), joined('wei')) };

describe('opening a vote', () => {
  it('makes all members eligible where nobody is named', () => {
    const { decisions } = given(...put, person('guest', { capacity: 'guest' }), person('staff', { capacity: 'staff' }))
      .by(attendee('liu'))
      .when('open-vote', { motionId: 'plan', method: 'recorded' })
      .then(opened('recorded'));
    expect(decisions.voting).toBe('plan');
    expect(decisions.motions.get('plan')?.status).toBe('voting');
  });

  it('makes those named eligible, each once', () => {
    given(...put)
      .when('open-vote', {
        motionId: 'plan',
        method: 'secret',
        majority: 'two-thirds',
        eligible: ['wei', 'liu', 'wei'],
      })
      .then(
        happened('VoteOpened', {
          motionId: 'plan',
          method: 'secret',
          majority: 'two-thirds',
          eligible: ['wei', 'liu'],
        }),
      );
  });

  it('knows no majority where it goes by consent', () => {
    given(...put)
      .when('open-vote', { motionId: 'plan', method: 'consent', majority: 'absolute' })
      .then(opened('consent'));
  });

  it('records nothing where the same vote runs, and is refused where it runs by another method', () => {
    given(...put, opened('recorded'))
      .when('open-vote', { motionId: 'plan', method: 'recorded' })
      .thenNothing();
    given(...put, opened('recorded'))
      .when('open-vote', { motionId: 'plan', method: 'secret' })
      .refused('decisions.vote-running');
  });

  it('is refused while the vote on another motion runs', () => {
    given(...put, motion('budget'), opened('recorded'))
      .when('open-vote', { motionId: 'budget' })
      .refused('decisions.other-vote-running', { motionId: 'plan' });
  });

  it('is refused for an unknown motion and for one that is decided', () => {
    given(...put)
      .when('open-vote', { motionId: 'nothing' })
      .refused('decisions.unknown-motion');
    given(...put, opened('recorded'), closing({}))
      .when('open-vote', { motionId: 'plan' })
      .refused('decisions.settled', { status: 'rejected' });
  });

  it('is refused for names that are not on the roster, and where nobody has a vote', () => {
    given(...put)
      .when('open-vote', { motionId: 'plan', eligible: ['wei', 'nobody'] })
      .refused('roster.unknown', { rosterId: 'nobody' });
    const guests = everyone.map((rosterId) =>
      rosterId === 'academy' ? delegation(rosterId, { capacity: 'guest' }) : person(rosterId, { capacity: 'guest' }),
    );
    given(...put, ...guests)
      .when('open-vote', { motionId: 'plan' })
      .refused('decisions.nobody-eligible');
  });

  it('is refused in recess, and to those who do not preside', () => {
    given(...put, recessCalled())
      .when('open-vote', { motionId: 'plan' })
      .refused('meeting.in-recess');
    given(...put)
      .by(attendee('sun'))
      .when('open-vote', { motionId: 'plan' })
      .refused('meeting.not-permitted');
  });

  it('keeps the meeting from closing until it is closed', () => {
    const running = given(...put, opened('recorded')).state;
    expect(blockersOfClosing(running)).toContainEqual(
      expect.objectContaining({ code: 'decisions.vote-running', about: 'plan' }),
    );
  });
});

describe('adopting by consent', () => {
  const adopted = closing({
    method: 'consent',
    majority: null,
    tally: null,
    present: ['liu', 'wei'],
    result: 'adopted',
  });

  it('opens and closes the vote at once', () => {
    const { decisions } = given(...put)
      .around(present)
      .when('record-consent', { motionId: 'plan' })
      .then(opened('consent'), adopted);
    expect(decisions).toMatchObject({ voting: null });
    expect(decisions.motions.get('plan')?.status).toBe('adopted');
  });

  it('closes a vote by consent that was opened', () => {
    given(...put, opened('consent'))
      .around(present)
      .when('record-consent', { motionId: 'plan' })
      .then(adopted);
  });

  it('is refused once somebody has objected', () => {
    given(...put, opened('consent'), objection)
      .when('record-consent', { motionId: 'plan' })
      .refused('decisions.objected');
  });

  it('is refused while the vote runs by another method', () => {
    given(...put, opened('recorded'))
      .when('record-consent', { motionId: 'plan' })
      .refused('decisions.vote-running');
  });
});

describe('closing a vote', () => {
  it('counts a recorded vote and records who was present', () => {
    const { decisions } = given(
      ...put,
      opened('recorded'),
      cast('wei', 'for'),
      cast('sun', 'for'),
      cast('liu', 'against'),
    )
      .around(present)
      .when('close-vote', { motionId: 'plan' })
      .then(
        closing({
          tally: { for: 2, against: 1, abstain: 0, invalid: 0 },
          present: ['liu', 'sun', 'wei'],
          result: 'adopted',
        }),
      );
    expect(decisions.motions.get('plan')?.votes.at(-1)?.closed).toMatchObject({ result: 'adopted', at: NOW });
  });

  it('rejects what has no majority', () => {
    given(...put, opened('recorded'), cast('wei', 'for'), cast('liu', 'against'))
      .when('close-vote', { motionId: 'plan' })
      .then(closing({ tally: { for: 1, against: 1, abstain: 0, invalid: 0 }, present: ['liu', 'wei'] }));
  });

  it('measures an absolute majority by the hands of delegations too', () => {
    const many = [...put, delegation('bureau', { expected: 10 })];
    const byHands = happened('VoteOpened', {
      motionId: 'plan',
      method: 'show-of-hands',
      majority: 'absolute',
      eligible: ['wei', 'academy', 'bureau'],
    });
    const hands = (inFavour: number) =>
      happened('HandsCounted', { motionId: 'plan', for: inFavour, against: 0, abstain: 0 });
    const seven = { attendance: attendanceOf(counted('academy', 7)) };
    const result = { method: 'show-of-hands', majority: 'absolute', eligibleVotes: 18, present: ['academy'] };
    given(...many, byHands, hands(9))
      .around(seven)
      .when('close-vote', { motionId: 'plan' })
      .then(closing({ ...result, tally: { for: 9, against: 0, abstain: 0, invalid: 0 } }));
    given(...many, byHands, hands(10))
      .around(seven)
      .when('close-vote', { motionId: 'plan' })
      .then(closing({ ...result, tally: { for: 10, against: 0, abstain: 0, invalid: 0 }, result: 'adopted' }));
  });

  it('leaves a motion to another vote where consent met an objection', () => {
    const objected = closing({ method: 'consent', majority: null, tally: null, result: 'objected' });
    const { decisions } = given(...put, opened('consent'), objection)
      .when('close-vote', { motionId: 'plan' })
      .then(objected);
    expect(decisions.motions.get('plan')?.status).toBe('put');
    const again = given(...put, opened('consent'), objection, objected)
      .when('open-vote', { motionId: 'plan', method: 'recorded' })
      .then(opened('recorded'));
    expect(again.decisions.motions.get('plan')?.votes).toHaveLength(2);
  });

  it('is refused before hands or secret ballots are counted', () => {
    given(...put, opened('show-of-hands'))
      .when('close-vote', { motionId: 'plan' })
      .refused('decisions.not-counted', { method: 'show-of-hands' });
    given(...put, opened('secret'))
      .when('close-vote', { motionId: 'plan' })
      .refused('decisions.not-counted', { method: 'secret' });
  });

  it('records nothing where it is closed, and is refused where there was none', () => {
    given(...put, opened('recorded'), closing({}))
      .when('close-vote', { motionId: 'plan' })
      .thenNothing();
    given(...put)
      .when('close-vote', { motionId: 'plan' })
      .refused('decisions.no-vote');
    given(...put)
      .when('close-vote', { motionId: 'nothing' })
      .refused('decisions.unknown-motion');
  });
});

describe('abandoning a vote', () => {
  const abandoned = happened('VoteAbandoned', { motionId: 'plan', reason: 'Opened by mistake' });

  it('ends it without a result and keeps what was cast', () => {
    const { decisions } = given(...put, opened('recorded'), cast('wei', 'for'))
      .when('abandon-vote', { motionId: 'plan', reason: 'Opened by mistake' })
      .then(abandoned);
    const plan = decisions.motions.get('plan');
    expect(plan).toMatchObject({ status: 'put' });
    expect(plan?.votes.at(-1)).toMatchObject({ abandonedBecause: 'Opened by mistake', closed: null });
    expect(plan?.votes.at(-1)?.choices.get('wei')).toBe('for');
    expect(decisions.voting).toBeNull();
  });

  it('is refused where no vote runs', () => {
    given(...put)
      .when('abandon-vote', { motionId: 'plan', reason: 'Opened by mistake' })
      .refused('decisions.no-vote');
    given(...put)
      .when('abandon-vote', { motionId: 'nothing', reason: 'Opened by mistake' })
      .refused('decisions.unknown-motion');
  });
});
