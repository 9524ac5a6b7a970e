import { describe, expect, it } from 'vitest';
import { attendee, given } from '../testing/given.ts';
import {
  appointed,
  asked,
  called,
  concluded,
  delegation,
  draft,
  floorGiven,
  happened,
  item,
  open,
  over,
  person,
  personRemoved,
  scheduled,
  underReport,
  venueAdded,
} from '../testing/past.ts';
import { nameInRecord, nameOnRoster, rosterEvents } from './roster.ts';

const removed = (delegationId: string) => happened('DelegationRemoved', { delegationId, reason: null });

describe('venues', () => {
  it('are added', () => {
    const { roster } = given(scheduled())
      .when('add-venue', { venueId: 'wuhan', name: 'Wuhan' })
      .then(venueAdded('wuhan', { name: 'Wuhan' }));
    expect(roster.venues.get('wuhan')).toEqual({ venueId: 'wuhan', name: 'Wuhan', main: false, withdrawn: false });
  });

  it('take the id of the command where none is given', () => {
    given(scheduled())
      .when('add-venue', { name: 'Wuhan', main: true })
      .then(venueAdded('command-1', { name: 'Wuhan', main: true }));
  });

  it('are revised: what is not given stays', () => {
    given(...draft)
      .when('revise-venue', { venueId: 'main', name: 'Beijing' })
      .then(happened('VenueRevised', { venueId: 'main', name: 'Beijing', main: true }));
    given(...draft)
      .when('revise-venue', { venueId: 'main', main: false })
      .then(happened('VenueRevised', { venueId: 'main', name: 'Venue main', main: false }));
    given(...draft)
      .when('revise-venue', { venueId: 'main', name: 'Venue main' })
      .thenNothing();
    given(...draft)
      .when('revise-venue', { venueId: 'nowhere', name: 'Wuhan' })
      .refused('roster.unknown-venue');
  });

  it('are not revised over what another changed meanwhile', () => {
    given(...draft)
      .when('revise-venue', { venueId: 'branch', name: 'Wuhan', seen: { name: 'Nanjing' } })
      .refused('revision.overtaken');
  });

  it('are withdrawn and stay with a mark', () => {
    const { roster } = given(...draft)
      .when('withdraw-venue', { venueId: 'branch' })
      .then(happened('VenueWithdrawn', { venueId: 'branch' }));
    expect(roster.venues.get('branch')).toMatchObject({ withdrawn: true });
    given(...draft, happened('VenueWithdrawn', { venueId: 'branch' }))
      .when('revise-venue', { venueId: 'branch', name: 'Wuhan' })
      .refused('roster.unknown-venue');
  });

  it('are not withdrawn while somebody sits there', () => {
    given(...draft, person('zhao', { venueId: 'branch' }), delegation('third', { venueId: 'branch' }))
      .when('withdraw-venue', { venueId: 'branch' })
      .refused('roster.venue-in-use', { assigned: 2 });
    given(...draft, person('zhao', { venueId: 'branch' }), personRemoved('zhao'))
      .when('withdraw-venue', { venueId: 'branch' })
      .then(happened('VenueWithdrawn', { venueId: 'branch' }));
    given(...draft)
      .when('withdraw-venue', { venueId: 'nowhere' })
      .refused('roster.unknown-venue');
  });

  it('have one main venue', () => {
    given(...draft)
      .when('add-venue', { name: 'Wuhan', main: true })
      .refused('roster.main-venue', { venueId: 'main' });
    given(...draft)
      .when('revise-venue', { venueId: 'branch', main: true })
      .refused('roster.main-venue');
  });

  it('keep their ids for themselves', () => {
    given(...draft)
      .when('add-venue', { venueId: 'branch', name: 'Wuhan' })
      .refused('roster.venue-exists', { venueId: 'branch' });
    given(...draft, happened('VenueWithdrawn', { venueId: 'branch' }))
      .when('add-venue', { venueId: 'branch', name: 'Venue branch' })
      .refused('roster.venue-exists');
  });
});

describe('adding an attendee', () => {
  it('puts a person on the roster', () => {
    const { roster } = given(...draft)
      .when('add-attendee', {
        attendeeId: 'zhao',
        name: 'Zhao Min',
        title: 'Director',
        unit: 'CASIC/Headquarters',
        capacity: 'rapporteur',
        precedence: 4,
        venueId: 'main',
      })
      .then(
        person('zhao', {
          name: 'Zhao Min',
          title: 'Director',
          unit: 'CASIC / Headquarters',
          capacity: 'rapporteur',
          precedence: 4,
          venueId: 'main',
        }),
      );
    expect(roster.attendees.get('zhao')).toMatchObject({
      answer: 'none',
      substitute: null,
      excused: null,
      removed: false,
    });
  });

  it('needs a name and a unit alone: a member, remote, after all others, with the id of the command', () => {
    given(...draft)
      .when('add-attendee', { name: 'Zhao Min', unit: 'CASIC' })
      .then(person('command-1', { name: 'Zhao Min', precedence: 6 }));
  });

  it('lets whoever comes after the last place share it', () => {
    given(...draft, person('zhao', { precedence: 1_000_000 }))
      .when('add-attendee', { name: 'Qian', unit: 'CASIC' })
      .then(person('command-1', { name: 'Qian', precedence: 1_000_000 }));
  });

  it('is refused for an id that an attendee or a delegation has or had', () => {
    const past = given(...draft, person('zhao'), personRemoved('zhao'));
    past
      .when('add-attendee', { attendeeId: 'wei', name: 'Zhao Min', unit: 'CASIC' })
      .refused('roster.id-taken', { rosterId: 'wei' });
    past.when('add-attendee', { attendeeId: 'academy', name: 'Zhao Min', unit: 'CASIC' }).refused('roster.id-taken');
    past.when('add-attendee', { attendeeId: 'zhao', name: 'Zhao', unit: 'CASIC' }).refused('roster.id-taken');
  });

  it('is refused for a name that stands in the unit already', () => {
    given(...draft)
      .when('add-attendee', { name: 'Liu', unit: 'CASIC' })
      .refused('roster.namesake', { rosterId: 'liu' });
    given(...draft)
      .when('add-attendee', { name: 'Liu', unit: 'CASIC / Wuhan' })
      .then(person('command-1', { name: 'Liu', unit: 'CASIC / Wuhan', precedence: 6 }));
    given(...draft, personRemoved('wei'))
      .when('add-attendee', { name: 'Wei', unit: 'CASIC / Headquarters', precedence: 4 })
      .then(person('command-1', { name: 'Wei', unit: 'CASIC / Headquarters', precedence: 4 }));
  });

  it('is refused for a venue that the meeting does not have', () => {
    given(...draft)
      .when('add-attendee', { name: 'Zhao Min', unit: 'CASIC', venueId: 'nowhere' })
      .refused('roster.unknown-venue', { venueId: 'nowhere' });
  });

  it('refuses names that no honest keyboard writes', () => {
    const past = given(...draft);
    past.when('add-attendee', { name: 'Zhao\u202Enim', unit: 'CASIC' }).malformed('name');
    past.when('add-attendee', { name: 'Z'.repeat(100_000), unit: 'CASIC' }).malformed('name');
    past.when('add-attendee', { name: 'Zhao', unit: ' / ' }).malformed('unit');
    past.when('add-attendee', { name: 'Zhao', unit: 'CASIC', precedence: 0 }).malformed('precedence');
  });

  it('is for officers', () => {
    given(...draft)
      .by(attendee('wei'))
      .when('add-attendee', { name: 'Zhao', unit: 'CASIC' })
      .refused('meeting.not-permitted');
    given(...open)
      .by(attendee('sun'))
      .when('add-attendee', { name: 'Zhao', unit: 'CASIC' })
      .then(person('command-1', { name: 'Zhao', precedence: 6 }));
    given(...over)
      .when('add-attendee', { name: 'Zhao', unit: 'CASIC' })
      .refused('meeting.closed');
  });
});

describe('revising an attendee', () => {
  it('replaces what is given and leaves the rest, the answer included', () => {
    const answered = happened('AttendanceAnswered', {
      attendeeId: 'wei',
      answer: 'accepted',
      substitute: null,
      note: null,
    });
    const { roster } = given(...open, answered)
      .when('revise-attendee', { attendeeId: 'wei', title: 'Director', venueId: 'branch' })
      .then(
        happened('AttendeeRevised', {
          attendeeId: 'wei',
          name: 'Wei',
          title: 'Director',
          unit: 'CASIC / Headquarters',
          capacity: 'member',
          precedence: 4,
          venueId: 'branch',
        }),
      );
    expect(roster.attendees.get('wei')).toMatchObject({ answer: 'accepted', title: 'Director' });
  });

  it('records nothing where it stands so already', () => {
    given(...draft)
      .when('revise-attendee', { attendeeId: 'wei', name: 'Wei', venueId: null })
      .thenNothing();
    given(...draft)
      .when('revise-attendee', { attendeeId: 'wei' })
      .thenNothing();
  });

  it('is not revised over what another changed meanwhile', () => {
    given(...draft)
      .when('revise-attendee', { attendeeId: 'wei', title: 'Director', seen: { title: 'Deputy' } })
      .refused('revision.overtaken');
  });

  it('is refused for who is not there, for a namesake and for an unknown venue', () => {
    const past = given(...draft, person('zhao'), personRemoved('zhao'));
    past.when('revise-attendee', { attendeeId: 'nobody', name: 'X' }).refused('roster.unknown');
    past.when('revise-attendee', { attendeeId: 'zhao', name: 'X' }).refused('roster.unknown');
    past.when('revise-attendee', { attendeeId: 'academy', name: 'X' }).refused('roster.unknown');
    past.when('revise-attendee', { attendeeId: 'chen', name: 'Liu' }).refused('roster.namesake', { rosterId: 'liu' });
    past.when('revise-attendee', { attendeeId: 'chen', venueId: 'nowhere' }).refused('roster.unknown-venue');
  });
});

describe('removing an attendee', () => {
  it('keeps the name in the record and takes it off the roster', () => {
    const { roster } = given(...open)
      .when('remove-attendee', { attendeeId: 'wei', reason: 'Entered twice' })
      .then(happened('AttendeeRemoved', { attendeeId: 'wei', reason: 'Entered twice' }));
    expect(nameOnRoster(roster, 'wei')).toBeUndefined();
    expect(nameInRecord(roster, 'wei')).toBe('Wei');
    expect(nameInRecord(roster, 'nobody')).toBe('nobody');
  });

  it('takes their raised hands down', () => {
    const { floor } = given(...underReport, asked('wei'), asked('liu'), asked('wei', { kind: 'question' }))
      .when('remove-attendee', { attendeeId: 'wei' })
      .then(
        happened('FloorRequestDismissed', { requestId: 'speech-wei', reason: null }),
        happened('FloorRequestDismissed', { requestId: 'question-wei', reason: null }),
        personRemoved('wei'),
      );
    expect(floor.requests.map(({ requestId }) => requestId)).toEqual(['speech-liu']);
  });

  it('ends what they may do in the meeting', () => {
    given(...underReport, personRemoved('wei'))
      .by(attendee('wei'))
      .when('request-floor', {})
      .refused('meeting.not-permitted');
  });

  it('records nothing the second time', () => {
    given(...draft, personRemoved('wei'))
      .when('remove-attendee', { attendeeId: 'wei', reason: 'Again' })
      .thenNothing();
  });

  it('is refused while they hold an office', () => {
    for (const [attendeeId, office] of [
      ['liu', 'chair'],
      ['chen', 'deputy'],
      ['sun', 'secretary'],
    ] as const) {
      given(...draft)
        .when('remove-attendee', { attendeeId })
        .refused('roster.holds-office', { offices: [office] });
    }
  });

  it('is refused while they have the floor, or ask the interposed question', () => {
    const speaking = [...underReport, person('zhao'), floorGiven('wei')];
    given(...speaking)
      .when('remove-attendee', { attendeeId: 'wei' })
      .refused('roster.holds-floor', { speechId: 'speech-of-wei' });
    const asking = [...speaking, happened('FloorPaused', { speechId: 'speech-of-wei', questionerId: 'zhao' })];
    given(...asking)
      .when('remove-attendee', { attendeeId: 'zhao' })
      .refused('roster.holds-floor');
    given(...asking)
      .when('remove-attendee', { attendeeId: 'wei' })
      .refused('roster.holds-floor');
  });

  it('is refused while they present an item that is not concluded', () => {
    const past = [...open, item('speech', { presenters: ['wei'] })];
    given(...past)
      .when('remove-attendee', { attendeeId: 'wei' })
      .refused('roster.presents-item', { itemId: 'speech' });
    given(...past, called('speech'), concluded('speech'))
      .when('remove-attendee', { attendeeId: 'wei' })
      .then(personRemoved('wei'));
    given(...past, happened('ItemWithdrawn', { itemId: 'speech', reason: null }))
      .when('remove-attendee', { attendeeId: 'wei' })
      .then(personRemoved('wei'));
  });

  it('is refused while they lead a delegation', () => {
    const past = [...draft, delegation('third', { headId: 'wei' })];
    given(...past)
      .when('remove-attendee', { attendeeId: 'wei' })
      .refused('roster.leads-delegation', { delegationId: 'third' });
    given(...past, removed('third'))
      .when('remove-attendee', { attendeeId: 'wei' })
      .then(personRemoved('wei'));
  });

  it('is refused for who is not there', () => {
    given(...draft)
      .when('remove-attendee', { attendeeId: 'academy' })
      .refused('roster.unknown');
  });
});

describe('delegations', () => {
  it('are added, with a head from the roster or by name', () => {
    given(...draft)
      .when('add-delegation', {
        delegationId: 'third',
        name: 'Third Academy',
        unit: 'CASIC / Third',
        expected: 6,
        headId: 'wei',
      })
      .then(
        delegation('third', {
          name: 'Third Academy',
          unit: 'CASIC / Third',
          precedence: 6,
          expected: 6,
          headId: 'wei',
        }),
      );
    given(...draft)
      .when('add-delegation', { name: 'Third Academy', unit: 'CASIC / Third', headName: 'Sun Li' })
      .then(
        delegation('command-1', { name: 'Third Academy', unit: 'CASIC / Third', precedence: 6, headName: 'Sun Li' }),
      );
  });

  it('may bear the name of an attendee, and not that of another delegation in the unit', () => {
    given(...draft)
      .when('add-delegation', { name: 'Liu', unit: 'CASIC' })
      .then(delegation('command-1', { name: 'Liu', unit: 'CASIC', precedence: 6 }));
    given(...draft)
      .when('add-delegation', { name: 'Academy', unit: 'CASIC / Units / Academy' })
      .refused('roster.namesake', { rosterId: 'academy' });
  });

  it('are refused with an id that is taken, an unknown venue, an unknown head, or two heads', () => {
    const third = { name: 'Third Academy', unit: 'CASIC / Third' };
    given(...draft)
      .when('add-delegation', { ...third, delegationId: 'wei' })
      .refused('roster.id-taken');
    given(...draft)
      .when('add-delegation', { ...third, venueId: 'nowhere' })
      .refused('roster.unknown-venue');
    given(...draft)
      .when('add-delegation', { ...third, headId: 'nobody' })
      .refused('roster.unknown', { headId: 'nobody' });
    given(...draft)
      .when('add-delegation', { ...third, headId: 'academy' })
      .refused('roster.unknown');
    given(...draft)
      .when('add-delegation', { ...third, headId: 'wei', headName: 'Wei' })
      .refused('roster.two-heads');
  });

  it('are revised: what is not given stays', () => {
    given(...draft)
      .when('revise-delegation', { delegationId: 'academy', expected: 8, headId: 'wei' })
      .then(
        happened('DelegationRevised', {
          delegationId: 'academy',
          name: 'Academy',
          unit: 'CASIC / Units / Academy',
          capacity: 'member',
          precedence: 5,
          venueId: null,
          expected: 8,
          headId: 'wei',
          headName: null,
        }),
      );
    given(...draft)
      .when('revise-delegation', { delegationId: 'academy', expected: null })
      .thenNothing();
  });

  it('are not revised over what another changed meanwhile', () => {
    given(...draft)
      .when('revise-delegation', { delegationId: 'academy', expected: 8, seen: { expected: 7 } })
      .refused('revision.overtaken');
  });

  it('are not revised into what is not there', () => {
    const past = given(...draft, delegation('third'), delegation('gone'), removed('gone'));
    past.when('revise-delegation', { delegationId: 'nothing', expected: 1 }).refused('roster.unknown');
    past.when('revise-delegation', { delegationId: 'gone', expected: 1 }).refused('roster.unknown');
    past.when('revise-delegation', { delegationId: 'wei', expected: 1 }).refused('roster.unknown');
    past.when('revise-delegation', { delegationId: 'academy', headId: 'nobody' }).refused('roster.unknown');
    past
      .when('revise-delegation', { delegationId: 'academy', headId: 'wei', headName: 'Wei' })
      .refused('roster.two-heads');
    past.when('revise-delegation', { delegationId: 'academy', venueId: 'nowhere' }).refused('roster.unknown-venue');
    past
      .when('revise-delegation', { delegationId: 'academy', name: 'Third', unit: 'CASIC / Units' })
      .refused('roster.namesake', { rosterId: 'third' });
  });

  it('are removed, with the hands raised for them', () => {
    const { roster } = given(...underReport, asked('academy'))
      .when('remove-delegation', { delegationId: 'academy' })
      .then(happened('FloorRequestDismissed', { requestId: 'speech-academy', reason: null }), removed('academy'));
    expect(roster.delegations.get('academy')?.removed).toBe(true);
    given(...draft, removed('academy'))
      .when('remove-delegation', { delegationId: 'academy' })
      .thenNothing();
  });

  it('are not removed while they have the floor or present an item', () => {
    given(...underReport, floorGiven('academy'))
      .when('remove-delegation', { delegationId: 'academy' })
      .refused('roster.holds-floor');
    given(...draft, item('speech', { presenters: ['academy'] }))
      .when('remove-delegation', { delegationId: 'academy' })
      .refused('roster.presents-item');
    given(...draft)
      .when('remove-delegation', { delegationId: 'liu' })
      .refused('roster.unknown');
  });
});

describe('the roster', () => {
  it('has no room for e-mail addresses and telephone numbers', () => {
    const fields = Object.values(rosterEvents).flatMap((schema) => Object.keys(schema.shape));
    expect(fields.filter((field) => /mail|phone|contact|address/i.test(field))).toEqual([]);
    given(...draft)
      .when('add-attendee', { name: 'Zhao', unit: 'CASIC', email: 'zhao@example.org' } as never)
      .malformed('');
  });

  it('leaves an officer’s rights with the office, not with the capacity', () => {
    const past = [scheduled(), person('zhao', { capacity: 'chair' }), person('qian')];
    given(...past)
      .by(attendee('zhao'))
      .when('add-item', { title: 'Mine' })
      .refused('meeting.not-permitted');
    given(...past, appointed('chair', 'qian'))
      .by(attendee('qian'))
      .when('add-item', { title: 'Mine', itemId: 'mine' })
      .then(item('mine', { title: 'Mine' }));
  });
});
