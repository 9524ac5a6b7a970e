import { describe, expect, it } from 'vitest';
import { resolveAddressees } from '../../../catalogue.ts';
import { namesIn } from '../../../i18n/names.ts';
import { after, draft } from '../meeting.fixture.ts';
import { addresseeName, addresseeOptions } from './addressees.ts';

const meeting = after(
  [
    ['add-attendee', { attendeeId: 'yuan-jie', name: 'Yuan Jie', unit: 'CASIC', capacity: 'leader' }],
    ['add-delegation', { delegationId: 'd1', name: 'Second Academy', unit: 'CASIC / Academies / Second' }],
    ['add-attendee', { attendeeId: 'gone', name: 'Gone', unit: 'Elsewhere', capacity: 'guest' }],
    ['remove-attendee', { attendeeId: 'gone' }],
  ],
  draft(),
);
const words = {
  compare: namesIn('en').compare,
  unit: (path: string) => `${path} and below`,
  capacity: (capacity: string) => `all ${capacity}s`,
  groups: { units: 'Units', capacities: 'Capacities', names: 'Names' },
};

describe('to whom a statement can be addressed', () => {
  const options = addresseeOptions(meeting, words);

  it('are units with those above them, capacities that somebody has, and names', () => {
    expect(options.map(({ value }) => value)).toEqual([
      'unit:CASIC',
      'unit:CASIC / Academies',
      'unit:CASIC / Academies / Second',
      'capacity:leader',
      'capacity:member',
      'yuan-jie',
      'd1',
    ]);
  });

  it('mean somebody, all of them', () => {
    const { unknown } = resolveAddressees(
      options.map(({ value }) => value),
      'nobody',
      meeting.roster,
    );
    expect(unknown).toEqual([]);
  });

  it('are called by their words', () => {
    expect(['unit:CASIC', 'capacity:leader', 'd1'].map((to) => addresseeName(meeting, to, words))).toEqual([
      'CASIC and below',
      'all leaders',
      'Second Academy',
    ]);
  });
});
