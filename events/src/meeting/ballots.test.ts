import { describe, expect, it } from 'vitest';
import { attendanceOf, counted, joined } from '../testing/beside.ts';
import { attendee, given, NOW } from '../testing/given.ts';
import { delegation, happened, person, underReport } from '../testing/past.ts';

type Method = 'consent' | 'show-of-hands' | 'recorded' | 'secret';

const put = [
  ...underReport,
  delegation('bureau', { headId: 'wei', expected: 3 }),
  person('zhou'),
  happened('MotionPut', {
    motionId: 'plan',
    title: 'On the plan',
    text: 'Adopted.',
    moverId: 'wei',
    seconderId: null,
    itemId: 'report',
  }),
];
const voting = (method: Method, eligible = ['liu', 'chen', 'sun', 'wei', 'bureau']) => [
  ...put,
  happened('VoteOpened', { motionId: 'plan', method, majority: method === 'consent' ? null : 'simple', eligible }),
];
const closed = happened('VoteClosed', {
  motionId: 'plan',
  method: 'recorded',
  majority: 'simple',
  tally: { for: 1, against: 0, abstain: 0, invalid: 0 },
  eligibleVotes: 5,
  present: ['wei'],
  result: 'adopted',
});
const present = { attendance: attendanceOf(joined('liu'), joined('wei'), joined('zhou')) };
const cast = (voterId: string, choice: 'for' | 'against' | 'abstain', castBy: string | null = null) =>
  happened('VoteCast', { motionId: 'plan', voterId, choice, castBy });
const handedIn = (voterId: string, castBy: string | null = null) =>
  happened('BallotCast', { motionId: 'plan', voterId, castBy });
const ballotsCounted = happened('BallotsCounted', { motionId: 'plan', for: 1, against: 1, abstain: 0, invalid: 0 });

describe('objecting', () => {
  const objection = happened('ObjectionRaised', { motionId: 'plan', voterId: 'wei', reason: 'Too early' });

  it('is recorded with its reason', () => {
    const { decisions } = given(...voting('consent'))
      .around(present)
      .by(attendee('wei'))
      .when('object', { motionId: 'plan', reason: 'Too early' })
      .then(objection);
    expect(decisions.motions.get('plan')?.votes.at(-1)?.objections).toEqual([
      { voterId: 'wei', reason: 'Too early', at: NOW },
    ]);
  });

  it('is recorded once for each who objects', () => {
    given(...voting('consent'), objection)
      .around(present)
      .by(attendee('wei'))
      .when('object', { motionId: 'plan', reason: 'And another reason' })
      .thenNothing();
  });

  it('is refused in a vote that is not by consent', () => {
    given(...voting('recorded'))
      .around(present)
      .by(attendee('wei'))
      .when('object', { motionId: 'plan' })
      .refused('decisions.other-method', { method: 'recorded' });
  });

  it('is refused once the vote is over', () => {
    given(...voting('consent'), { ...closed, data: { ...closed.data, method: 'consent', majority: null, tally: null } })
      .around(present)
      .by(attendee('wei'))
      .when('object', { motionId: 'plan' })
      .refused('decisions.vote-over');
  });
});

describe('a vote by name', () => {
  it('is cast by whoever is eligible and present', () => {
    const { decisions } = given(...voting('recorded'))
      .around(present)
      .by(attendee('wei'))
      .when('cast-vote', { motionId: 'plan', choice: 'against' })
      .then(cast('wei', 'against'));
    expect(decisions.motions.get('plan')?.votes.at(-1)?.choices.get('wei')).toBe('against');
  });

  it('is cast for a delegation by its head', () => {
    given(...voting('recorded'))
      .around(present)
      .by(attendee('wei'))
      .when('cast-vote', { motionId: 'plan', voterId: 'bureau', choice: 'for' })
      .then(cast('bureau', 'for'));
  });

  it('is recorded in a roll call by an officer, who is named', () => {
    given(...voting('recorded'))
      .around(present)
      .by(attendee('sun'))
      .when('cast-vote', { motionId: 'plan', voterId: 'wei', choice: 'abstain' })
      .then(cast('wei', 'abstain', 'sun'));
  });

  it('can be changed until the vote is closed, and counts once', () => {
    const { decisions } = given(...voting('recorded'), cast('wei', 'for'))
      .around(present)
      .by(attendee('wei'))
      .when('cast-vote', { motionId: 'plan', choice: 'against' })
      .then(cast('wei', 'against'));
    expect(decisions.motions.get('plan')?.votes.at(-1)?.choices.size).toBe(1);
  });

  it('records nothing where it stands, also after the closing; a change is then refused', () => {
    const past = given(...voting('recorded'), cast('wei', 'for'), closed)
      .around(present)
      .by(attendee('wei'));
    past.when('cast-vote', { motionId: 'plan', choice: 'for' }).thenNothing();
    past.when('cast-vote', { motionId: 'plan', choice: 'against' }).refused('decisions.vote-over');
  });

  it('is refused to those who are not eligible or not present', () => {
    given(...voting('recorded'))
      .around(present)
      .by(attendee('zhou'))
      .when('cast-vote', { motionId: 'plan', choice: 'for' })
      .refused('decisions.not-eligible', { voterId: 'zhou' });
    given(...voting('recorded'))
      .around(present)
      .by(attendee('chen'))
      .when('cast-vote', { motionId: 'plan', choice: 'for' })
      .refused('decisions.not-present', { voterId: 'chen' });
  });

  it('is refused in the name of another, and without a name', () => {
    given(...voting('recorded'))
      .around(present)
      .by(attendee('wei'))
      .when('cast-vote', { motionId: 'plan', voterId: 'liu', choice: 'for' })
      .refused('decisions.not-your-vote');
    given(...voting('recorded'))
      .when('cast-vote', { motionId: 'plan', choice: 'for' })
      .refused('decisions.no-voter');
    given(...voting('recorded'))
      .when('cast-vote', { motionId: 'plan', voterId: 'nobody', choice: 'for' })
      .refused('roster.unknown');
  });

  it('is refused where no vote was opened or the motion is unknown', () => {
    given(...put)
      .by(attendee('wei'))
      .when('cast-vote', { motionId: 'plan', choice: 'for' })
      .refused('decisions.no-vote');
    given(...put)
      .by(attendee('wei'))
      .when('cast-vote', { motionId: 'nothing', choice: 'for' })
      .refused('decisions.unknown-motion');
  });
});

describe('a show of hands', () => {
  const hands = (inFavour: number, against: number) =>
    happened('HandsCounted', { motionId: 'plan', for: inFavour, against, abstain: 0 });

  it('is counted by an officer, and counted again where the count was wrong', () => {
    const { decisions } = given(...voting('show-of-hands'), hands(3, 1))
      .by(attendee('sun'))
      .when('record-hands', { motionId: 'plan', for: 4, against: 1, abstain: 0 })
      .then(hands(4, 1));
    expect(decisions.motions.get('plan')?.votes.at(-1)?.count).toEqual({ for: 4, against: 1, abstain: 0, invalid: 0 });
  });

  it('records nothing where the count is the same', () => {
    given(...voting('show-of-hands'), hands(3, 1))
      .when('record-hands', { motionId: 'plan', for: 3, against: 1, abstain: 0 })
      .thenNothing();
  });

  it('is refused with more hands than there are votes, a delegation having those counted of it', () => {
    const eight = { motionId: 'plan', for: 8, against: 0, abstain: 0 };
    given(...voting('show-of-hands'))
      .when('record-hands', eight)
      .refused('decisions.too-many-hands', { hands: 8, eligibleVotes: 7 });
    given(...voting('show-of-hands'))
      .around({ attendance: attendanceOf(counted('bureau', 4)) })
      .when('record-hands', eight)
      .then(hands(8, 0));
  });

  it('is refused to those who are no officers, and with half a hand', () => {
    given(...voting('show-of-hands'))
      .by(attendee('wei'))
      .when('record-hands', { motionId: 'plan', for: 1, against: 0, abstain: 0 })
      .refused('meeting.not-permitted');
    given(...voting('show-of-hands'))
      .when('record-hands', { motionId: 'plan', for: 1.5, against: 0, abstain: 0 })
      .malformed('for');
  });

  it('is refused once the vote is over', () => {
    given(...voting('show-of-hands'), hands(3, 1), closed)
      .when('record-hands', { motionId: 'plan', for: 4, against: 1, abstain: 0 })
      .refused('decisions.vote-over');
  });
});

describe('a secret ballot', () => {
  it('records who handed in a ballot and nothing of what is on it', () => {
    const after = given(...voting('secret'))
      .around(present)
      .by(attendee('wei'))
      .when('cast-secret-ballot', { motionId: 'plan' })
      .then(handedIn('wei'));
    expect(after.decisions.motions.get('plan')?.votes.at(-1)?.ballots.has('wei')).toBe(true);
    given(...voting('secret'))
      .around(present)
      .by(attendee('wei'))
      .when('cast-secret-ballot', { motionId: 'plan', choice: 'for' } as never)
      .malformed('');
  });

  it('is handed in once', () => {
    given(...voting('secret'), handedIn('wei'))
      .around(present)
      .by(attendee('wei'))
      .when('cast-secret-ballot', { motionId: 'plan' })
      .thenNothing();
  });

  it('is refused as a vote by name', () => {
    given(...voting('secret'))
      .around(present)
      .by(attendee('wei'))
      .when('cast-vote', { motionId: 'plan', choice: 'for' })
      .refused('decisions.other-method', { method: 'secret' });
  });

  it('is refused to those who are not eligible, after the count and after the closing', () => {
    given(...voting('secret'))
      .around(present)
      .by(attendee('zhou'))
      .when('cast-secret-ballot', { motionId: 'plan' })
      .refused('decisions.not-eligible');
    given(...voting('secret'), handedIn('liu'), handedIn('chen'), ballotsCounted)
      .around(present)
      .by(attendee('wei'))
      .when('cast-secret-ballot', { motionId: 'plan' })
      .refused('decisions.already-counted');
    given(...voting('secret'), closed)
      .around(present)
      .by(attendee('wei'))
      .when('cast-secret-ballot', { motionId: 'plan' })
      .refused('decisions.vote-over');
  });

  it('is counted by an officer, with as many votes as were handed in', () => {
    const past = given(...voting('secret'), handedIn('wei'), handedIn('liu'));
    past.when('record-secret-count', { motionId: 'plan', for: 1, against: 1, abstain: 0 }).then(ballotsCounted);
    past
      .when('record-secret-count', { motionId: 'plan', for: 2, against: 1, abstain: 0 })
      .refused('decisions.count-differs', { counted: 3, handedIn: 2 });
  });

  it('is counted again where the count was wrong, and nothing is recorded where it is the same', () => {
    const past = given(...voting('secret'), handedIn('wei'), handedIn('liu'), ballotsCounted);
    past.when('record-secret-count', { motionId: 'plan', for: 1, against: 1, abstain: 0 }).thenNothing();
    past
      .when('record-secret-count', { motionId: 'plan', for: 1, against: 0, abstain: 0, invalid: 1 })
      .then(happened('BallotsCounted', { motionId: 'plan', for: 1, against: 0, abstain: 0, invalid: 1 }));
  });

  it('is not counted any more once the vote is over', () => {
    given(...voting('secret'), handedIn('wei'), closed)
      .when('record-secret-count', { motionId: 'plan', for: 1, against: 0, abstain: 0 })
      .refused('decisions.vote-over');
  });
});
