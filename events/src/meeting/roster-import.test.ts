import { describe, expect, it } from 'vitest';
import { attendee, given } from '../testing/given.ts';
import { delegation, draft, happened, open, person, personRemoved, scheduled, venueAdded } from '../testing/past.ts';
import { MOST_ROWS } from './roster-import.ts';

const empty = [scheduled(), venueAdded('main', { main: true })];
const liu = {
  kind: 'person',
  name: 'Liu',
  title: 'General Manager',
  unit: 'CASIC',
  capacity: 'chair',
  precedence: 2,
  venue: 'main',
} as const;
const academy = { kind: 'delegation', name: 'Academy', unit: 'CASIC / Units', precedence: 3, expected: 6 } as const;

describe('importing a roster', () => {
  it('adds persons and delegations, with ids that follow from the command', () => {
    given(...empty)
      .when('import-roster', { rows: [liu, academy] })
      .then(
        person('command-1.1', {
          name: 'Liu',
          title: 'General Manager',
          capacity: 'chair',
          precedence: 2,
          venueId: 'main',
        }),
        delegation('command-1.2', { name: 'Academy', precedence: 3, expected: 6 }),
      );
  });

  it('needs kind, name and unit alone; who has no precedence comes after all who have', () => {
    given(...empty)
      .when('import-roster', {
        rows: [
          { kind: 'person', name: 'Zhao', unit: 'CASIC' },
          { kind: 'person', name: 'Qian', unit: 'CASIC', precedence: 7 },
          { kind: 'delegation', name: 'Third', unit: 'CASIC' },
        ],
      })
      .then(
        person('command-1.1', { name: 'Zhao', precedence: 8 }),
        person('command-1.2', { name: 'Qian', precedence: 7 }),
        delegation('command-1.3', { name: 'Third', unit: 'CASIC', precedence: 9 }),
      );
  });

  it('revises who is there already, and leaves the head, the answer and all others as they are', () => {
    const past = [
      ...empty,
      person('liu', { capacity: 'leader' }),
      person('chen'),
      delegation('academy', { precedence: 3, headId: 'chen' }),
      happened('AttendanceAnswered', { attendeeId: 'liu', answer: 'accepted', substitute: null, note: null }),
    ];
    const { roster } = given(...past)
      .when('import-roster', { rows: [liu, academy] })
      .then(
        happened('AttendeeRevised', {
          attendeeId: 'liu',
          name: 'Liu',
          title: 'General Manager',
          unit: 'CASIC',
          capacity: 'chair',
          precedence: 2,
          venueId: 'main',
        }),
        happened('DelegationRevised', {
          delegationId: 'academy',
          name: 'Academy',
          unit: 'CASIC / Units',
          capacity: 'member',
          precedence: 3,
          venueId: null,
          expected: 6,
          headId: 'chen',
          headName: null,
        }),
      );
    expect(roster.attendees.get('liu')).toMatchObject({ answer: 'accepted', capacity: 'chair' });
    expect(roster.attendees.get('chen')).toMatchObject({ name: 'Chen', removed: false });
  });

  it('records nothing where all rows stand so already, whoever imports them and however often', () => {
    const rows = [liu, academy, { kind: 'person', name: 'Zhao', unit: 'CASIC' } as const];
    const past = [
      ...empty,
      person('a', { name: 'Liu', title: 'General Manager', capacity: 'chair', precedence: 2, venueId: 'main' }),
      delegation('b', { name: 'Academy', precedence: 3, expected: 6 }),
      person('c', { name: 'Zhao', precedence: 9 }),
    ];
    given(...past)
      .when('import-roster', { rows })
      .thenNothing();
    given(...past)
      .when('import-roster', { rows }, 'command-2')
      .thenNothing();
  });

  it('adds anew who was removed', () => {
    given(...empty, person('liu', { title: 'General Manager' }), personRemoved('liu'))
      .when('import-roster', { rows: [liu] })
      .then(
        person('command-1.1', {
          name: 'Liu',
          title: 'General Manager',
          capacity: 'chair',
          precedence: 2,
          venueId: 'main',
        }),
      );
  });

  it('does not bring back, by the same command, who was removed since', () => {
    given(...empty, person('command-1.1', { name: 'Liu' }), personRemoved('command-1.1'))
      .when('import-roster', { rows: [liu] })
      .thenNothing();
  });

  it('tells a person from a delegation of the same name', () => {
    given(...empty, delegation('liu', { name: 'Liu', unit: 'CASIC' }))
      .when('import-roster', { rows: [{ kind: 'person', name: 'Liu', unit: 'CASIC', precedence: 1 }] })
      .then(person('command-1.1', { name: 'Liu' }));
  });

  it('is refused as a whole while one row is wrong, and every error is named by row and column', () => {
    const { facts, message } = given(...empty, venueAdded('branch'), happened('VenueWithdrawn', { venueId: 'branch' }))
      .when('import-roster', {
        rows: [
          { ...liu, row: 2 },
          { ...academy, venue: 'branch', row: 3 },
          { ...liu, title: 'Another Liu', row: 5 },
          { kind: 'person', name: 'Zhao', unit: 'CASIC', venue: 'nowhere', row: 6 },
        ],
      })
      .refused('roster.import-errors');
    expect(message).toBe('Nothing was imported: 3 of 4 rows have errors. Correct them and import again.');
    expect(facts).toEqual({
      errors: [
        { row: 3, column: 'venue', message: 'The meeting has no venue “branch”. Use one of: main.' },
        { row: 5, column: 'name', message: 'Liu (CASIC) stands in row 2 already. Remove one of the two rows.' },
        { row: 6, column: 'venue', message: 'The meeting has no venue “nowhere”. Use one of: main.' },
      ],
    });
  });

  it('counts rows from 1 where they have no number of their own', () => {
    given(scheduled())
      .when('import-roster', { rows: [academy, liu] })
      .refused('roster.import-errors', {
        errors: [{ row: 2, column: 'venue', message: 'The meeting has no venue “main”. The meeting has none.' }],
      });
  });

  it('refuses rows that make no sense in themselves', () => {
    const past = given(...empty);
    past.when('import-roster', { rows: [] }).malformed('rows');
    past.when('import-roster', { rows: [{ ...liu, expected: 3 }] }).malformed('rows.0.expected');
    past.when('import-roster', { rows: [{ ...academy, title: 'Head' }] }).malformed('rows.0.title');
    past.when('import-roster', { rows: [{ ...liu, email: 'liu@example.org' } as never] }).malformed('rows.0');
    past.when('import-roster', { rows: Array.from({ length: MOST_ROWS + 1 }, () => academy) }).malformed('rows');
  });

  it('is for officers, also while the meeting runs', () => {
    given(...open)
      .by(attendee('wei'))
      .when('import-roster', { rows: [liu] })
      .refused('meeting.not-permitted');
    given(...open)
      .by(attendee('sun'))
      .when('import-roster', { rows: [{ kind: 'person', name: 'Zhao', unit: 'CASIC' }] })
      .then(person('command-1.1', { name: 'Zhao', precedence: 6 }));
    given(...draft)
      .when('import-roster', { rows: [{ kind: 'person', name: 'Wei', unit: 'CASIC/Headquarters' }] })
      .thenNothing();
  });
});
