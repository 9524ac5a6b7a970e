import { describe, expect, it } from 'vitest';
import { everyone } from '../../../meeting/people.ts';
import { after, draft } from '../meeting.fixture.ts';
import { listed, rosterFigures } from './listing.ts';

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
const ids = (typed: string, order: 'precedence' | 'unit') =>
  listed(names, typed, order).map(({ rosterId }) => rosterId);

describe('the listed roster', () => {
  it('stands in order of precedence', () => {
    expect(ids('', 'precedence')).toEqual(['d2', 'a1', 'd1', 'a2', 'd3']);
  });

  it('stands by unit, each before what is below it', () => {
    expect(ids('', 'unit')).toEqual(['a1', 'd3', 'd1', 'd2', 'a2']);
  });

  it('is narrowed by name, title and unit', () => {
    expect(ids('president', 'precedence')).toEqual(['a1']);
    expect(ids('academies', 'unit')).toEqual(['d3', 'd1', 'd2']);
    expect(ids('nobody', 'unit')).toEqual([]);
  });

  it('is counted by persons, delegations, their members and units', () => {
    expect(rosterFigures(names)).toEqual({ persons: 2, delegations: 3, expected: 10, units: 5 });
  });
});
