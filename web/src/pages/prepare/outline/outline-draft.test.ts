import { describe, expect, it } from 'vitest';
import { differingFields } from '../form/changes.ts';
import { after, draft } from '../meeting.fixture.ts';
import { outlineDraft, outlineOf, outlineTyped, termDraft, termTyped, withStartDay } from './outline-draft.ts';

describe('the outline in its form', () => {
  it('is what the meeting is, as long as nothing is typed', () => {
    const { lifecycle } = after([['revise-meeting', { purpose: ['Sum up 2020', 'Plan 2021'], quorum: 30 }]], draft());
    expect(outlineTyped(outlineDraft(lifecycle))).toEqual(outlineOf(lifecycle));
  });

  it('has a purpose a line and a quorum in figures', () => {
    const typed = outlineTyped({
      ...outlineDraft(draft().lifecycle),
      purpose: 'Sum up 2020\n\n Plan 2021',
      quorum: '',
    });
    expect(typed).toMatchObject({ purpose: ['Sum up 2020', 'Plan 2021'], quorum: null });
  });
});

describe('the time in its form', () => {
  const term = termDraft(draft().lifecycle);

  it('is shown in the zone of the meeting', () => {
    expect(term).toMatchObject({ startDay: '2021-05-26', starts: '09:00', endDay: '2021-05-26', ends: '11:50' });
  });

  it('is the same instants, as long as nothing is typed', () => {
    const typed = termTyped(term);
    expect(typed.startsAt).toBe('2021-05-26T09:00:00+08:00');
    expect(differingFields(termTyped(term), typed)).toEqual([]);
  });

  it('is none where the clocks never show it', () => {
    const spring = { ...term, timeZone: 'Europe/Berlin', startDay: '2021-03-28', starts: '02:30' };
    expect(termTyped(spring).startsAt).toBe('');
  });

  it('keeps its length when the first day moves', () => {
    const overnight = { ...term, endDay: '2021-05-27' };
    expect(withStartDay(overnight, '2021-05-31')).toMatchObject({ startDay: '2021-05-31', endDay: '2021-06-01' });
    expect(withStartDay(overnight, '')).toMatchObject({ startDay: '', endDay: '2021-05-27' });
  });
});
