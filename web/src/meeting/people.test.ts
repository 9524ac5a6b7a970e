import { describe, expect, it } from 'vitest';
import { everyone, headOf, personOf, unitName } from './people.ts';
import { convened } from './staged.fixture.ts';

describe('the names of a meeting', () => {
  const staged = convened();

  it('stand in order of precedence, persons and delegations together', () => {
    expect(everyone(staged.view.meeting).map(({ name }) => name)).toEqual([
      'Chen Guoying',
      'Liu Shiquan',
      'Wei Yiyin',
      'Second Academy',
    ]);
  });

  it('leave out who was removed, who is still known by their id', () => {
    const later = convened().give('remove-delegation', { delegationId: 'academy' });
    expect(everyone(later.view.meeting).map(({ rosterId }) => rosterId)).toEqual(['chen', 'liu', 'wei']);
    expect(personOf(later.view.meeting, 'academy')).toMatchObject({ kind: 'delegation', name: 'Second Academy' });
  });

  it('have title and unit', () => {
    expect(personOf(staged.view.meeting, 'liu')).toEqual({
      rosterId: 'liu',
      kind: 'attendee',
      name: 'Liu Shiquan',
      title: 'General Manager',
      unit: 'CASIC',
    });
    expect(personOf(staged.view.meeting, 'nobody')).toBeUndefined();
  });

  it('of a delegation have a head where one was named', () => {
    expect(headOf(staged.view.meeting, 'academy')).toBe('Chen Guoying');
    const other = convened().give('revise-delegation', { delegationId: 'academy', headId: null });
    expect(headOf(other.view.meeting, 'academy')).toBeNull();
    expect(headOf(staged.view.meeting, 'liu')).toBeNull();
  });

  it('are called by the last part of their unit', () => {
    expect(unitName('CASIC / Second-level units / Second Academy')).toBe('Second Academy');
    expect(unitName('CASIC')).toBe('CASIC');
  });
});
