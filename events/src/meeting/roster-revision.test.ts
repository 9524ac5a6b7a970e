import { describe, expect, it } from 'vitest';
import { attendee, given } from '../testing/given.ts';
import { appointed, delegation, happened, person, personRemoved, scheduled, venueAdded } from '../testing/past.ts';
import { MOST_ROWS } from './roster-import.ts';

const past = [
  scheduled(),
  venueAdded('main', { main: true }),
  venueAdded('branch'),
  person('liu', { precedence: 1, venueId: 'main' }),
  person('wei', { precedence: 2, unit: 'CASIC / Headquarters' }),
  person('chen', { precedence: 3, unit: 'CASIC / Headquarters' }),
  delegation('academy', { precedence: 4, expected: 6, headId: 'chen' }),
];

const liu = { name: 'Liu', title: null, unit: 'CASIC', capacity: 'member', precedence: 1, venueId: 'main' } as const;
const wei = { ...liu, name: 'Wei', unit: 'CASIC / Headquarters', precedence: 2, venueId: null } as const;
const chen = { ...wei, name: 'Chen', precedence: 3 } as const;
const academy = {
  name: 'Academy',
  unit: 'CASIC / Units',
  capacity: 'member',
  precedence: 4,
  venueId: null,
  expected: 6,
  headId: 'chen',
  headName: null,
} as const;

describe('revising many names', () => {
  it('records each that becomes another, and none that stands so', () => {
    given(...past)
      .when('revise-roster', {
        changes: [
          { rosterId: 'liu', venueId: 'main' },
          { rosterId: 'wei', venueId: 'branch', seen: { venueId: null } },
          { rosterId: 'academy', venueId: 'branch', expected: 8 },
        ],
      })
      .then(
        happened('AttendeeRevised', { attendeeId: 'wei', ...wei, venueId: 'branch' }),
        happened('DelegationRevised', { delegationId: 'academy', ...academy, venueId: 'branch', expected: 8 }),
      );
  });

  it('renames a unit, and lets two change names with each other', () => {
    given(...past)
      .when('revise-roster', {
        changes: [
          { rosterId: 'wei', name: 'Chen', unit: 'CASIC / Office' },
          { rosterId: 'chen', name: 'Wei', unit: 'CASIC / Office' },
        ],
      })
      .then(
        happened('AttendeeRevised', { attendeeId: 'wei', ...wei, name: 'Chen', unit: 'CASIC / Office' }),
        happened('AttendeeRevised', { attendeeId: 'chen', ...chen, name: 'Wei', unit: 'CASIC / Office' }),
      );
  });

  it('is refused as a whole where somebody else changed one of them meanwhile', () => {
    const { facts } = given(...past)
      .when('revise-roster', {
        changes: [
          { rosterId: 'wei', capacity: 'guest' },
          { rosterId: 'liu', venueId: 'branch', seen: { venueId: null } },
        ],
      })
      .refused('revision.overtaken');
    expect(facts).toEqual({ fields: ['venueId'], rosterId: 'liu' });
  });

  it('is refused for two of one name in one unit, told by the one who would change', () => {
    given(...past)
      .when('revise-roster', { changes: [{ rosterId: 'wei', name: 'Liu', unit: 'CASIC' }] })
      .refused('roster.namesake', { rosterId: 'liu', changing: 'wei' });
    given(...past)
      .when('revise-roster', {
        changes: [
          { rosterId: 'wei', name: 'Zhao' },
          { rosterId: 'chen', name: 'Zhao' },
        ],
      })
      .refused('roster.namesake', { rosterId: 'wei', changing: 'chen' });
  });

  it('is refused for who is not there, for an unknown venue, and for what a kind does not have', () => {
    const refused = (change: object, code: string) =>
      given(...past, personRemoved('wei'))
        .when('revise-roster', { changes: [change as { rosterId: string }] })
        .refused(code);
    refused({ rosterId: 'wei', name: 'Zhao' }, 'roster.unknown');
    refused({ rosterId: 'nobody', name: 'Zhao' }, 'roster.unknown');
    refused({ rosterId: 'liu', venueId: 'nowhere' }, 'roster.unknown-venue');
    refused({ rosterId: 'liu', expected: 3 }, 'roster.not-of-person');
    refused({ rosterId: 'academy', title: 'Director' }, 'roster.not-of-delegation');
    refused({ rosterId: 'academy', headId: 'wei' }, 'roster.unknown');
    refused({ rosterId: 'academy', headName: 'Sun Li' }, 'roster.two-heads');
  });

  it('takes a name once, and five thousand at most', () => {
    given(...past)
      .when('revise-roster', {
        changes: [
          { rosterId: 'liu', name: 'A' },
          { rosterId: 'liu', name: 'B' },
        ],
      })
      .malformed('changes');
    const many = Array.from({ length: MOST_ROWS + 1 }, (_none, place) => ({ rosterId: `n${place}` }));
    given(...past)
      .when('revise-roster', { changes: many })
      .malformed('changes');
  });

  it('is for officers', () => {
    given(...past)
      .by(attendee('liu'))
      .when('revise-roster', { changes: [{ rosterId: 'liu', name: 'A' }] })
      .refused('meeting.not-permitted');
  });
});

describe('moving names in the order of precedence', () => {
  it('records the new place of each between the old and the new one', () => {
    given(...past)
      .when('move-on-roster', { rosterIds: ['chen'], afterId: 'liu' })
      .then(
        happened('AttendeeRevised', { attendeeId: 'chen', ...chen, precedence: 2 }),
        happened('AttendeeRevised', { attendeeId: 'wei', ...wei, precedence: 3 }),
      );
  });

  it('moves persons and delegations together, to the front', () => {
    given(...past)
      .when('move-on-roster', { rosterIds: ['academy', 'chen'], afterId: null })
      .then(
        happened('DelegationRevised', { delegationId: 'academy', ...academy, precedence: 1 }),
        happened('AttendeeRevised', { attendeeId: 'chen', ...chen, precedence: 2 }),
        happened('AttendeeRevised', { attendeeId: 'liu', ...liu, precedence: 3 }),
        happened('AttendeeRevised', { attendeeId: 'wei', ...wei, precedence: 4 }),
      );
  });

  it('records nothing where they stand there', () => {
    given(...past)
      .when('move-on-roster', { rosterIds: ['wei', 'chen'], afterId: 'liu' })
      .thenNothing();
  });

  it('is refused for who is not there, and behind oneself', () => {
    const when = (rosterIds: string[], afterId: string | null) =>
      given(...past, personRemoved('wei')).when('move-on-roster', { rosterIds, afterId });
    when(['nobody'], null).refused('roster.unknown');
    when(['liu'], 'wei').refused('roster.unknown', { rosterId: 'wei' });
    when(['liu'], 'liu').refused('roster.after-itself');
  });
});

describe('removing many names', () => {
  it('takes all of them off, a delegation together with its head', () => {
    given(...past)
      .when('remove-from-roster', { rosterIds: ['chen', 'academy'], reason: 'Elsewhere' })
      .then(
        happened('AttendeeRemoved', { attendeeId: 'chen', reason: 'Elsewhere' }),
        happened('DelegationRemoved', { delegationId: 'academy', reason: 'Elsewhere' }),
      );
  });

  it('passes over who was removed already', () => {
    given(...past, personRemoved('wei'))
      .when('remove-from-roster', { rosterIds: ['wei', 'liu'] })
      .then(personRemoved('liu'));
  });

  it('takes none off where one is bound to the meeting or unknown', () => {
    given(...past, appointed('chair', 'liu'))
      .when('remove-from-roster', { rosterIds: ['wei', 'liu'] })
      .refused('roster.holds-office', { rosterId: 'liu' });
    given(...past)
      .when('remove-from-roster', { rosterIds: ['wei', 'chen'] })
      .refused('roster.leads-delegation', { rosterId: 'chen' });
    given(...past)
      .when('remove-from-roster', { rosterIds: ['wei', 'nobody'] })
      .refused('roster.unknown');
  });
});
