import { describe, expect, it } from 'vitest';
import { everyone } from '../../../meeting/people.ts';
import { after, draft } from '../meeting.fixture.ts';
import { rosterFigures } from './figures.ts';

const names = everyone(
  after(
    [
      ['add-delegation', { delegationId: 'd2', name: 'Third Academy', unit: 'CASIC / Academies / Third', expected: 6 }],
      ['add-attendee', { attendeeId: 'a1', name: 'Yuan Jie', title: 'President', unit: 'CASIC' }],
      [
        'add-delegation',
        { delegationId: 'd1', name: 'Second Academy', unit: 'CASIC / Academies / Second', expected: 4 },
      ],
      ['add-attendee', { attendeeId: 'a2', name: 'Guest', unit: 'Ministry' }],
      ['add-delegation', { delegationId: 'd3', name: 'Academies', unit: 'CASIC / Academies' }],
    ],
    draft(),
  ),
);

describe('the roster', () => {
  it('is counted by persons, delegations, their members and units', () => {
    expect(rosterFigures(names)).toEqual({ persons: 2, delegations: 3, expected: 10, units: 5 });
  });
});
