import { describe, expect, it } from 'vitest';
import { attendee, EARLIER, given, NOW } from '../testing/given.ts';
import {
  called,
  concluded,
  draft,
  floorGiven,
  happened,
  inRecess,
  item,
  open,
  over,
  personRemoved,
  ready,
  underReport,
  yielded,
} from '../testing/past.ts';

const withdrawn = (itemId: string) => happened('ItemWithdrawn', { itemId, reason: null });
const deferred = (itemId: string, reason: string | null = null) => happened('ItemDeferred', { itemId, reason });
const reopened = (itemId: string) => happened('ItemReopened', { itemId, reason: null });
const returned = (itemId: string) => happened('ItemReturned', { itemId, reason: null });
const voteRunning = [
  happened('MotionPut', {
    motionId: 'motion-1',
    title: 'Approve the report',
    text: 'That the report be approved.',
    moverId: 'liu',
    seconderId: null,
    itemId: 'report',
  }),
  happened('VoteOpened', {
    motionId: 'motion-1',
    method: 'show-of-hands',
    majority: 'simple',
    eligible: ['liu', 'wei'],
  }),
];

describe('adding an item', () => {
  it('puts it at the end of the agenda', () => {
    const { agenda } = given(...draft)
      .when('add-item', {
        itemId: 'honours',
        kind: 'commendation',
        title: 'Commendations',
        presenters: ['liu', 'academy'],
        plannedMinutes: 15,
        topics: ['Collectives', 'Individuals'],
      })
      .then(
        item('honours', {
          kind: 'commendation',
          title: 'Commendations',
          presenters: ['liu', 'academy'],
          plannedMinutes: 15,
          topics: ['Collectives', 'Individuals'],
        }),
      );
    expect(agenda.order).toEqual(['report', 'exchange', 'honours']);
    expect(agenda.items.get('honours')).toMatchObject({ status: 'planned', calledAt: null, outcome: null });
  });

  it('puts it before another one', () => {
    const { agenda } = given(...draft)
      .when('add-item', { itemId: 'opening', title: 'Opening', beforeItemId: 'report' })
      .then(item('opening', { beforeItemId: 'report' }));
    expect(agenda.order).toEqual(['opening', 'report', 'exchange']);
  });

  it('needs a title alone and takes the id of the command', () => {
    given(...draft)
      .when('add-item', { title: 'Any other business' })
      .then(item('command-1', { title: 'Any other business' }));
  });

  it('is possible while the meeting runs, and in a recess', () => {
    given(...underReport)
      .by(attendee('sun'))
      .when('add-item', { itemId: 'urgent', title: 'Urgent' })
      .then(item('urgent'));
    given(...inRecess)
      .by(attendee('chen'))
      .when('add-item', { itemId: 'urgent', title: 'Urgent' })
      .then(item('urgent'));
  });

  it('is refused for an id that another item has', () => {
    given(...draft)
      .when('add-item', { itemId: 'report', title: 'Another report' })
      .refused('agenda.item-exists', { itemId: 'report' });
  });

  it('is refused for presenters who are not on the roster, and names them', () => {
    given(...draft, personRemoved('wei'))
      .when('add-item', { title: 'Speech', presenters: ['liu', 'nobody', 'wei'] })
      .refused('roster.unknown', { presenters: ['nobody', 'wei'] });
  });

  it('is refused for documents that were never tabled', () => {
    given(...draft)
      .when('add-item', { title: 'Speech', documents: ['plan'] })
      .refused('documents.unknown', { documents: ['plan'] });
  });

  it('is refused before an item that is not on the agenda', () => {
    const past = given(...draft, withdrawn('exchange'));
    past
      .when('add-item', { title: 'Speech', beforeItemId: 'nothing' })
      .refused('agenda.unknown', { itemId: 'nothing' });
    past.when('add-item', { title: 'Speech', beforeItemId: 'exchange' }).refused('agenda.unknown');
  });

  it('is for officers', () => {
    given(...draft)
      .by(attendee('wei'))
      .when('add-item', { title: 'Mine' })
      .refused('meeting.not-permitted');
  });

  it('is refused once the meeting has closed', () => {
    given(...over)
      .when('add-item', { title: 'Late' })
      .refused('meeting.closed');
  });

  it('needs a title, whole minutes and a known kind', () => {
    given().when('add-item', { title: ' ' }).malformed('title');
    given().when('add-item', { title: 'T', plannedMinutes: 0.5 }).malformed('plannedMinutes');
    given().when('add-item', { title: 'T', plannedMinutes: 0 }).malformed('plannedMinutes');
    given()
      .when('add-item', { title: 'T', presenters: ['not an id'] })
      .malformed('presenters.0');
  });
});

describe('revising an item', () => {
  it('replaces what is given and leaves the rest', () => {
    const past = [...draft, item('speech', { plannedMinutes: 20, presenters: ['liu'] })];
    const { agenda } = given(...past)
      .when('revise-item', { itemId: 'speech', title: 'Speech by the president', kind: 'speech' })
      .then(
        happened('ItemRevised', {
          itemId: 'speech',
          kind: 'speech',
          title: 'Speech by the president',
          presenters: ['liu'],
          plannedMinutes: 20,
          documents: [],
          topics: [],
        }),
      );
    expect(agenda.order).toEqual(['report', 'exchange', 'speech']);
  });

  it('is refused where another changed what the reviser saw, and goes through beside what they did not touch', () => {
    const past = given(
      ...draft,
      item('speech', { title: 'Address by the president', plannedMinutes: 25, presenters: ['liu'] }),
    );
    past
      .when('revise-item', { itemId: 'speech', plannedMinutes: 30, seen: { plannedMinutes: 20, title: 'Speech' } })
      .refused('revision.overtaken', { fields: ['plannedMinutes'] });
    past
      .when('revise-item', { itemId: 'speech', presenters: [], seen: { plannedMinutes: 20, presenters: ['liu'] } })
      .then(
        happened('ItemRevised', {
          itemId: 'speech',
          kind: 'discussion',
          title: 'Address by the president',
          presenters: [],
          plannedMinutes: 25,
          documents: [],
          topics: [],
        }),
      );
    past.when('revise-item', { itemId: 'speech', plannedMinutes: 25, seen: { plannedMinutes: 20 } }).thenNothing();
  });

  it('is possible while the item is open, and the item remains open', () => {
    const { agenda } = given(...underReport)
      .when('revise-item', { itemId: 'report', presenters: ['wei'] })
      .then(
        happened('ItemRevised', {
          itemId: 'report',
          kind: 'discussion',
          title: 'Report',
          presenters: ['wei'],
          plannedMinutes: null,
          documents: [],
          topics: [],
        }),
      );
    expect(agenda.items.get('report')).toMatchObject({ status: 'open', presenters: ['wei'], calledAt: EARLIER });
  });

  it('can take a value away', () => {
    const { agenda } = given(...draft, item('speech', { plannedMinutes: 20 }))
      .when('revise-item', { itemId: 'speech', plannedMinutes: null })
      .then(
        happened('ItemRevised', {
          itemId: 'speech',
          kind: 'discussion',
          title: 'Speech',
          presenters: [],
          plannedMinutes: null,
          documents: [],
          topics: [],
        }),
      );
    expect(agenda.items.get('speech')?.plannedMinutes).toBeNull();
  });

  it('records nothing where it stands so already, or nothing is given', () => {
    given(...draft)
      .when('revise-item', { itemId: 'report', title: 'Report', presenters: [] })
      .thenNothing();
    given(...draft)
      .when('revise-item', { itemId: 'report' })
      .thenNothing();
  });

  it('is refused for an unknown item, an unknown presenter, and an item that is concluded or withdrawn', () => {
    const past = given(...underReport, concluded('report'), withdrawn('exchange'), item('speech'));
    past.when('revise-item', { itemId: 'nothing', title: 'New' }).refused('agenda.unknown', { itemId: 'nothing' });
    past
      .when('revise-item', { itemId: 'speech', presenters: ['nobody'] })
      .refused('roster.unknown', { presenters: ['nobody'] });
    past.when('revise-item', { itemId: 'report', title: 'New' }).refused('agenda.item-concluded', { title: 'Report' });
    past.when('revise-item', { itemId: 'exchange', title: 'New' }).refused('agenda.item-withdrawn');
  });
});

describe('moving an item', () => {
  const three = [...draft, item('closing')];

  it.each([
    { itemId: 'closing', beforeItemId: 'report', order: ['closing', 'report', 'exchange'] },
    { itemId: 'report', beforeItemId: 'closing', order: ['exchange', 'report', 'closing'] },
    { itemId: 'report', beforeItemId: null, order: ['exchange', 'closing', 'report'] },
  ])('puts $itemId before $beforeItemId', ({ itemId, beforeItemId, order }) => {
    const { agenda } = given(...three)
      .when('move-item', { itemId, beforeItemId })
      .then(happened('ItemMoved', { itemId, beforeItemId }));
    expect(agenda.order).toEqual(order);
  });

  it('records nothing where it stands there already', () => {
    given(...three)
      .when('move-item', { itemId: 'report', beforeItemId: 'exchange' })
      .thenNothing();
    given(...three)
      .when('move-item', { itemId: 'closing', beforeItemId: null })
      .thenNothing();
    given(...three)
      .when('move-item', { itemId: 'exchange', beforeItemId: 'exchange' })
      .thenNothing();
  });

  it('is refused for what is open, concluded, withdrawn or unknown', () => {
    const past = given(...underReport, item('closing'), withdrawn('exchange'));
    past.when('move-item', { itemId: 'report', beforeItemId: null }).refused('agenda.item-open', { itemId: 'report' });
    past.when('move-item', { itemId: 'exchange', beforeItemId: null }).refused('agenda.item-withdrawn');
    past.when('move-item', { itemId: 'nothing', beforeItemId: null }).refused('agenda.unknown');
    past
      .when('move-item', { itemId: 'closing', beforeItemId: 'exchange' })
      .refused('agenda.unknown', { itemId: 'exchange' });
    given(...underReport, concluded('report'))
      .when('move-item', { itemId: 'report', beforeItemId: null })
      .refused('agenda.item-concluded');
  });
});

describe('withdrawing an item', () => {
  it('takes it out of the order and keeps it, with the reason', () => {
    const { agenda } = given(...open)
      .when('withdraw-item', { itemId: 'report', reason: 'Not ready' })
      .then(happened('ItemWithdrawn', { itemId: 'report', reason: 'Not ready' }));
    expect(agenda.order).toEqual(['exchange']);
    expect(agenda.items.get('report')).toMatchObject({ status: 'withdrawn', reason: 'Not ready' });
  });

  it('takes a deferred item off too', () => {
    given(...open, deferred('report'))
      .when('withdraw-item', { itemId: 'report' })
      .then(withdrawn('report'));
  });

  it('records nothing the second time', () => {
    given(...open, withdrawn('report'))
      .when('withdraw-item', { itemId: 'report', reason: 'Again' })
      .thenNothing();
  });

  it('is refused for what is open, concluded or unknown', () => {
    given(...underReport)
      .when('withdraw-item', { itemId: 'report' })
      .refused('agenda.item-open');
    given(...underReport, concluded('report'))
      .when('withdraw-item', { itemId: 'report' })
      .refused('agenda.item-concluded');
    given(...open)
      .when('withdraw-item', { itemId: 'nothing' })
      .refused('agenda.unknown');
  });
});

describe('calling an item', () => {
  it('opens it', () => {
    const { agenda } = given(...open)
      .by(attendee('liu'))
      .when('call-item', { itemId: 'report' })
      .then(called('report'));
    expect(agenda).toMatchObject({ open: 'report', taken: ['report'] });
    expect(agenda.items.get('report')).toMatchObject({
      status: 'open',
      calledAt: NOW,
      sittings: [{ from: NOW, to: null }],
    });
  });

  it('keeps the planned order and the order in which items were really taken', () => {
    const { agenda } = given(...open, called('exchange'), concluded('exchange'))
      .when('call-item', { itemId: 'report' })
      .then(called('report'));
    expect(agenda).toMatchObject({ order: ['report', 'exchange'], taken: ['exchange', 'report'] });
  });

  it('takes a deferred item up again: its first call stands, and it has two sittings', () => {
    const { agenda } = given(...underReport, deferred('report', 'No sound'))
      .when('call-item', { itemId: 'report' })
      .then(called('report'));
    expect(agenda.taken).toEqual(['report']);
    expect(agenda.items.get('report')).toMatchObject({
      calledAt: EARLIER,
      reason: null,
      sittings: [
        { from: EARLIER, to: EARLIER },
        { from: NOW, to: null },
      ],
    });
  });

  it('records nothing where it is open already', () => {
    given(...underReport)
      .when('call-item', { itemId: 'report' })
      .thenNothing();
  });

  it('is refused while another item is open, and names that item', () => {
    const { message } = given(...underReport)
      .when('call-item', { itemId: 'exchange' })
      .refused('agenda.item-open', { itemId: 'report', title: 'Report' });
    expect(message).toBe('“Report” is open. Conclude or defer it first.');
  });

  it('is refused for what is concluded, withdrawn or unknown', () => {
    const past = given(...underReport, concluded('report'), withdrawn('exchange'));
    past.when('call-item', { itemId: 'report' }).refused('agenda.item-concluded');
    past.when('call-item', { itemId: 'exchange' }).refused('agenda.item-withdrawn');
    past.when('call-item', { itemId: 'nothing' }).refused('agenda.unknown');
  });

  it('is refused before the opening, in a recess and after the closing', () => {
    given(...ready)
      .when('call-item', { itemId: 'report' })
      .refused('meeting.not-open');
    given(...inRecess)
      .when('call-item', { itemId: 'report' })
      .refused('meeting.in-recess');
    given(...over)
      .when('call-item', { itemId: 'exchange' })
      .refused('meeting.closed');
  });

  it('is for those who preside', () => {
    given(...open)
      .by(attendee('sun'))
      .when('call-item', { itemId: 'report' })
      .refused('meeting.not-permitted');
    given(...open)
      .by(attendee('chen'))
      .when('call-item', { itemId: 'report' })
      .then(called('report'));
  });
});

describe('concluding an item', () => {
  it('closes it, with what came of it', () => {
    const { agenda } = given(...underReport)
      .when('conclude-item', { itemId: 'report', outcome: 'The report was received.' })
      .then(concluded('report', 'The report was received.'));
    expect(agenda.open).toBeNull();
    expect(agenda.items.get('report')).toMatchObject({
      status: 'concluded',
      concludedAt: NOW,
      outcome: 'The report was received.',
      sittings: [{ from: EARLIER, to: NOW }],
    });
  });

  it('needs no outcome', () => {
    given(...underReport)
      .when('conclude-item', { itemId: 'report' })
      .then(concluded('report'));
  });

  it('records nothing the second time', () => {
    given(...underReport, concluded('report', 'Received.'))
      .when('conclude-item', { itemId: 'report' })
      .thenNothing();
  });

  it('is refused with another outcome than the one recorded', () => {
    given(...underReport, concluded('report', 'Received.'))
      .when('conclude-item', { itemId: 'report', outcome: 'Rejected.' })
      .refused('agenda.item-concluded');
  });

  it('is refused while someone has the floor, and names the speaker', () => {
    const { message } = given(...underReport, floorGiven('wei'))
      .when('conclude-item', { itemId: 'report' })
      .refused('agenda.floor-held', { speechId: 'speech-of-wei', speakerId: 'wei' });
    expect(message).toContain('Wei has the floor.');
    given(...underReport, floorGiven('wei'), yielded('wei'))
      .when('conclude-item', { itemId: 'report' })
      .then(concluded('report'));
  });

  it('is refused where it is not open', () => {
    given(...underReport)
      .when('conclude-item', { itemId: 'exchange' })
      .refused('agenda.item-not-open', { open: 'report' });
    given(...underReport, withdrawn('exchange'))
      .when('conclude-item', { itemId: 'exchange' })
      .refused('agenda.item-not-open');
    given(...underReport)
      .when('conclude-item', { itemId: 'nothing' })
      .refused('agenda.unknown');
  });
});

describe('deferring an item', () => {
  it('puts off an item that was not called', () => {
    const { agenda } = given(...open)
      .when('defer-item', { itemId: 'exchange', reason: 'No sound' })
      .then(deferred('exchange', 'No sound'));
    expect(agenda.items.get('exchange')).toMatchObject({ status: 'deferred', reason: 'No sound', sittings: [] });
    expect(agenda.order).toContain('exchange');
  });

  it('puts off the open item, so that another can be called', () => {
    const { agenda } = given(...underReport)
      .when('defer-item', { itemId: 'report' })
      .then(deferred('report'));
    expect(agenda.open).toBeNull();
    given(...underReport, deferred('report'))
      .when('call-item', { itemId: 'exchange' })
      .then(called('exchange'));
  });

  it('leaves the open item open where another is put off', () => {
    const { agenda } = given(...underReport)
      .when('defer-item', { itemId: 'exchange' })
      .then(deferred('exchange'));
    expect(agenda.open).toBe('report');
  });

  it('records nothing the second time', () => {
    given(...open, deferred('report'))
      .when('defer-item', { itemId: 'report' })
      .thenNothing();
  });

  it('is refused for the open item while someone has the floor, and not for another', () => {
    const past = given(...underReport, floorGiven('wei'));
    past.when('defer-item', { itemId: 'report' }).refused('agenda.floor-held');
    past.when('defer-item', { itemId: 'exchange' }).then(deferred('exchange'));
  });

  it('is refused for what is concluded, withdrawn or unknown', () => {
    const past = given(...underReport, concluded('report'), withdrawn('exchange'));
    past.when('defer-item', { itemId: 'report' }).refused('agenda.item-concluded');
    past.when('defer-item', { itemId: 'exchange' }).refused('agenda.item-withdrawn');
    past.when('defer-item', { itemId: 'nothing' }).refused('agenda.unknown');
  });
});

describe('a vote that runs', () => {
  it('holds the item open', () => {
    given(...underReport, ...voteRunning)
      .when('conclude-item', { itemId: 'report' })
      .refused('agenda.vote-running', { motionId: 'motion-1' });
    given(...underReport, ...voteRunning)
      .when('defer-item', { itemId: 'report' })
      .refused('agenda.vote-running');
  });
});

describe('reopening an item', () => {
  const past = () => given(...underReport, concluded('report', 'Received.'));

  it('opens it again: it has another sitting, and its outcome stands until another is given', () => {
    const { agenda } = past()
      .when('reopen-item', { itemId: 'report', reason: 'Too early' })
      .then(happened('ItemReopened', { itemId: 'report', reason: 'Too early' }));
    expect(agenda).toMatchObject({ open: 'report', taken: ['report'] });
    expect(agenda.items.get('report')).toMatchObject({
      status: 'open',
      calledAt: EARLIER,
      outcome: 'Received.',
      sittings: [
        { from: EARLIER, to: EARLIER },
        { from: NOW, to: null },
      ],
    });
    const again = given(...underReport, concluded('report', 'Received.'), reopened('report'));
    const kept = again.when('conclude-item', { itemId: 'report' }).then(concluded('report'));
    expect(kept.agenda.items.get('report')?.outcome).toBe('Received.');
    const other = again
      .when('conclude-item', { itemId: 'report', outcome: 'Sent back.' })
      .then(concluded('report', 'Sent back.'));
    expect(other.agenda.items.get('report')?.outcome).toBe('Sent back.');
  });

  it('records nothing where it is open', () => {
    given(...underReport)
      .when('reopen-item', { itemId: 'report' })
      .thenNothing();
  });

  it('is refused while another item is open, and for what was never concluded', () => {
    given(...underReport, concluded('report'), called('exchange'))
      .when('reopen-item', { itemId: 'report' })
      .refused('agenda.item-open', { itemId: 'exchange' });
    past().when('reopen-item', { itemId: 'exchange' }).refused('agenda.item-not-concluded');
    given(...open, withdrawn('report'))
      .when('reopen-item', { itemId: 'report' })
      .refused('agenda.item-withdrawn');
    past().when('reopen-item', { itemId: 'nothing' }).refused('agenda.unknown');
  });

  it('is for those who preside, while the meeting is open', () => {
    past().by(attendee('sun')).when('reopen-item', { itemId: 'report' }).refused('meeting.not-permitted');
    given(...over)
      .when('reopen-item', { itemId: 'report' })
      .refused('meeting.closed');
  });
});

describe('returning an item called by mistake', () => {
  it('leaves it as it stood before it was called', () => {
    const { agenda } = given(...underReport)
      .when('return-item', { itemId: 'report', reason: 'Before its time' })
      .then(happened('ItemReturned', { itemId: 'report', reason: 'Before its time' }));
    expect(agenda).toMatchObject({ open: null, taken: [], order: ['report', 'exchange'] });
    expect(agenda.items.get('report')).toMatchObject({ status: 'planned', calledAt: null, sittings: [] });
  });

  it('leaves one that was deferred deferred, and one that was reopened concluded', () => {
    const put = given(...underReport, deferred('report'), called('report'))
      .when('return-item', { itemId: 'report' })
      .then(returned('report'));
    expect(put.agenda.items.get('report')).toMatchObject({ status: 'deferred', sittings: [{ from: EARLIER }] });
    const done = given(...underReport, concluded('report', 'Received.'), reopened('report'))
      .when('return-item', { itemId: 'report' })
      .then(returned('report'));
    expect(done.agenda.items.get('report')).toMatchObject({ status: 'concluded', outcome: 'Received.' });
    expect(done.agenda.taken).toEqual(['report']);
  });

  it('records nothing where it is not open', () => {
    given(...open)
      .when('return-item', { itemId: 'report' })
      .thenNothing();
    given(...underReport, concluded('report'))
      .when('return-item', { itemId: 'report' })
      .thenNothing();
  });

  it('is refused once something was said or put under it', () => {
    const past = given(...underReport, floorGiven('wei'));
    past.when('return-item', { itemId: 'report' }).refused('agenda.item-begun', { itemId: 'report' });
    given(...underReport, floorGiven('wei'), yielded('wei'))
      .when('return-item', { itemId: 'report' })
      .refused('agenda.item-begun');
    given(...underReport, ...voteRunning)
      .when('return-item', { itemId: 'report' })
      .refused('agenda.item-begun');
  });

  it('is refused for what was withdrawn and what is unknown, and to those who do not preside', () => {
    given(...open, withdrawn('report'))
      .when('return-item', { itemId: 'report' })
      .refused('agenda.item-withdrawn');
    given(...open)
      .when('return-item', { itemId: 'nothing' })
      .refused('agenda.unknown');
    given(...underReport)
      .by(attendee('sun'))
      .when('return-item', { itemId: 'report' })
      .refused('meeting.not-permitted');
  });
});
