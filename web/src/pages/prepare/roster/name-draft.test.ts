import { describe, expect, it } from 'vitest';
import { differingFields } from '../form/changes.ts';
import { after, draft } from '../meeting.fixture.ts';
import { bodyDraft, bodyTyped, emptyName, personDraft, personTyped } from './name-draft.ts';

const { roster } = after(
  [
    ['add-venue', { venueId: 'main', name: 'Headquarters, Beijing', main: true }],
    ['add-attendee', { attendeeId: 'wei-yiyin', name: 'Wei Yiyin', title: 'CIO', unit: 'CASIC', venueId: 'main' }],
    [
      'add-delegation',
      { delegationId: 'd1', name: 'Second Academy', unit: 'CASIC / Second Academy', expected: 6, headId: 'wei-yiyin' },
    ],
  ],
  draft(),
);

describe('a name of the roster in its form', () => {
  it('is the person, as long as nothing is typed', () => {
    const person = roster.attendees.get('wei-yiyin')!;
    expect(
      differingFields(personTyped(personDraft(person)), { ...personTyped(personDraft(person)), ...person }),
    ).toEqual([]);
  });

  it('is the delegation, as long as nothing is typed', () => {
    const body = roster.delegations.get('d1')!;
    expect(differingFields(bodyTyped(bodyDraft(body)), { ...bodyTyped(bodyDraft(body)), ...body })).toEqual([]);
  });

  it('comes after all others without a precedence, and is remote without a venue', () => {
    expect(personTyped({ ...emptyName(), name: ' Chen ', unit: 'CASIC/ Headquarters' })).toEqual({
      name: 'Chen',
      unit: 'CASIC / Headquarters',
      capacity: 'member',
      venueId: null,
      title: null,
    });
  });
});
