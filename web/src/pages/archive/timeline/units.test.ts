import { describe, expect, it } from 'vitest';
import { convened, reporting } from '../../../meeting/staged.fixture.ts';
import { unitPatterns } from './units.ts';

describe('the patterns of units', () => {
  it('are as many as units speak, the longest first', () => {
    const meeting = reporting()
      .give('give-floor', { speechId: 's1', speakerId: 'wei' })
      .wait(60)
      .give('yield-floor', { speechId: 's1' })
      .give('give-floor', { speechId: 's2', speakerId: 'academy' })
      .wait(600);
    const { units, patternOf } = unitPatterns(meeting.view.meeting, new Date(meeting.now).toISOString());
    expect(units).toEqual([
      { unit: 'CASIC / Second-level units / Second Academy', pattern: 0 },
      { unit: 'CASIC', pattern: 1 },
    ]);
    expect([patternOf('academy'), patternOf('wei')]).toEqual([0, 1]);
  });

  it('go higher up in the tree where too many units speak', () => {
    const meeting = reporting();
    for (let unit = 1; unit <= 9; unit++) {
      const delegationId = `d${unit}`;
      meeting
        .give('add-delegation', {
          delegationId,
          name: `Unit ${unit}`,
          unit: `CASIC / Third-level units / Unit ${unit}`,
        })
        .give('give-floor', { speechId: `s${unit}`, speakerId: delegationId })
        .wait(30)
        .give('yield-floor', { speechId: `s${unit}` });
    }
    const { units, patternOf } = unitPatterns(meeting.view.meeting, new Date(meeting.now).toISOString());
    expect(units.map(({ unit }) => unit)).toEqual(['CASIC / Third-level units']);
    expect(patternOf('d1')).toBe(patternOf('d9'));
  });

  it('are none where nobody has spoken', () => {
    expect(unitPatterns(convened().view.meeting, '2021-05-26T01:00:00.000Z').units).toEqual([]);
  });
});
