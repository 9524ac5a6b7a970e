import { describe, expect, it } from 'vitest';
import { attendee, EARLIER, given, NOW, organizer } from '../testing/given.ts';
import { concluded, delegation, happened, inRecess, open, over, person, underReport } from '../testing/past.ts';

const plan = { title: 'Adoption of the plan', text: 'The meeting adopts the plan as tabled.' };
const put = happened('MotionPut', { motionId: 'plan', ...plan, moverId: 'wei', seconderId: null, itemId: 'report' });
const withdrawn = happened('MotionWithdrawn', { motionId: 'plan', reason: null });
const voteOpened = happened('VoteOpened', {
  motionId: 'plan',
  method: 'recorded',
  majority: 'simple',
  eligible: ['liu', 'chen', 'sun', 'wei'],
});

describe('putting a motion', () => {
  it('places it under the open item, moved by the member who asks', () => {
    const { decisions } = given(...underReport)
      .by(attendee('wei'))
      .when('put-motion', { motionId: 'plan', ...plan })
      .then(put);
    expect(decisions.motions.get('plan')).toMatchObject({ status: 'put', itemId: 'report', putAt: NOW, votes: [] });
  });

  it('takes the id of the command where none is given', () => {
    given(...underReport)
      .by(attendee('wei'))
      .when('put-motion', plan, 'command-9')
      .then(happened('MotionPut', { ...put.data, motionId: 'command-9' }));
  });

  it('is recorded by an officer for anyone on the roster, with a seconder', () => {
    given(...underReport)
      .when('put-motion', { motionId: 'plan', ...plan, moverId: 'academy', seconderId: 'wei' })
      .then(happened('MotionPut', { ...put.data, moverId: 'academy', seconderId: 'wei' }));
  });

  it('is open to the head of a delegation in its name', () => {
    given(...underReport, delegation('bureau', { headId: 'wei' }))
      .by(attendee('wei'))
      .when('put-motion', { motionId: 'plan', ...plan, moverId: 'bureau' })
      .then(happened('MotionPut', { ...put.data, moverId: 'bureau' }));
  });

  it('records nothing where the same motion was put, though it was revised meanwhile', () => {
    const revised = happened('MotionRevised', { motionId: 'plan', title: plan.title, text: 'Another text.' });
    given(...underReport, put, revised)
      .by(attendee('wei'))
      .when('put-motion', { motionId: 'plan', ...plan })
      .thenNothing();
  });

  it('is refused under an id that another motion has', () => {
    given(...underReport, put)
      .by(attendee('wei'))
      .when('put-motion', { motionId: 'plan', ...plan, text: 'Something else.' })
      .refused('decisions.motion-exists', { motionId: 'plan' });
  });

  it('is refused in the name of another', () => {
    given(...underReport)
      .by(attendee('wei'))
      .when('put-motion', { ...plan, moverId: 'academy' })
      .refused('decisions.not-your-motion');
  });

  it('is refused to those whose capacity carries no vote', () => {
    given(...underReport, person('guest', { capacity: 'guest' }))
      .by(attendee('guest'))
      .when('put-motion', plan)
      .refused('decisions.not-a-member');
  });

  it('is refused to an account that names no mover', () => {
    given(...underReport)
      .by(organizer)
      .when('put-motion', plan)
      .refused('decisions.no-mover');
  });

  it('is refused for a mover or a seconder who is not on the roster', () => {
    const past = given(...underReport);
    past.when('put-motion', { ...plan, moverId: 'nobody' }).refused('roster.unknown', { rosterId: 'nobody' });
    past
      .when('put-motion', { ...plan, moverId: 'wei', seconderId: 'nobody' })
      .refused('roster.unknown', { rosterId: 'nobody' });
  });

  it('is refused where the mover seconds it', () => {
    given(...underReport)
      .when('put-motion', { ...plan, moverId: 'wei', seconderId: 'wei' })
      .refused('decisions.seconds-own');
  });

  it('is refused while no item is open, in recess and after the closing', () => {
    const motion = { ...plan, moverId: 'wei' };
    given(...open)
      .when('put-motion', motion)
      .refused('decisions.no-item');
    given(...inRecess)
      .when('put-motion', motion)
      .refused('meeting.in-recess');
    given(...over)
      .when('put-motion', motion)
      .refused('meeting.closed');
  });

  it('needs a title and a text', () => {
    given(...underReport)
      .when('put-motion', { title: ' ', text: plan.text })
      .malformed('title');
    given(...underReport)
      .when('put-motion', { title: plan.title, text: '' })
      .malformed('text');
  });
});

describe('revising a motion', () => {
  it('replaces what is given and keeps the earlier wording', () => {
    const { decisions } = given(...underReport, put)
      .by(attendee('wei'))
      .when('revise-motion', { motionId: 'plan', text: 'As amended.' })
      .then(happened('MotionRevised', { motionId: 'plan', title: plan.title, text: 'As amended.' }));
    expect(decisions.motions.get('plan')).toMatchObject({
      text: 'As amended.',
      earlier: [{ ...plan, until: NOW }],
      putAt: EARLIER,
    });
  });

  it('records nothing where the wording is the same', () => {
    given(...underReport, put)
      .when('revise-motion', { motionId: 'plan', ...plan })
      .thenNothing();
  });

  it('is for the mover and the officers', () => {
    given(...underReport, put, person('zhou'))
      .by(attendee('zhou'))
      .when('revise-motion', { motionId: 'plan', text: 'Otherwise.' })
      .refused('decisions.not-your-motion');
  });

  it('is refused for an unknown motion, while the vote runs, and once it is withdrawn', () => {
    const revision = { motionId: 'plan', text: 'Otherwise.' };
    given(...underReport)
      .when('revise-motion', revision)
      .refused('decisions.unknown-motion');
    given(...underReport, put, voteOpened)
      .when('revise-motion', revision)
      .refused('decisions.vote-running');
    given(...underReport, put, withdrawn)
      .when('revise-motion', revision)
      .refused('decisions.withdrawn');
  });
});

describe('withdrawing a motion', () => {
  it('is done by the mover, with or without a reason, and leaves it in the record', () => {
    const { decisions } = given(...underReport, put)
      .by(attendee('wei'))
      .when('withdraw-motion', { motionId: 'plan', reason: 'Taken up elsewhere' })
      .then(happened('MotionWithdrawn', { motionId: 'plan', reason: 'Taken up elsewhere' }));
    expect(decisions.motions.get('plan')).toMatchObject({
      status: 'withdrawn',
      withdrawnBecause: 'Taken up elsewhere',
    });
  });

  it('records nothing where it is withdrawn', () => {
    given(...underReport, put, withdrawn)
      .when('withdraw-motion', { motionId: 'plan' })
      .thenNothing();
  });

  it('is refused to others, for an unknown motion and while the vote runs', () => {
    given(...underReport, put, person('zhou'))
      .by(attendee('zhou'))
      .when('withdraw-motion', { motionId: 'plan' })
      .refused('decisions.not-your-motion');
    given(...underReport)
      .when('withdraw-motion', { motionId: 'plan' })
      .refused('decisions.unknown-motion');
    given(...underReport, put, voteOpened)
      .when('withdraw-motion', { motionId: 'plan' })
      .refused('decisions.vote-running');
  });

  it('is possible after its item is concluded', () => {
    given(...underReport, put, concluded('report'))
      .when('withdraw-motion', { motionId: 'plan' })
      .then(withdrawn);
  });
});
