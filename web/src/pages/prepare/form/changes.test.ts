import { describe, expect, it } from 'vitest';
import { changesTo, differingFields } from './changes.ts';

const report = { title: 'Report', plannedMinutes: 35, presenters: ['wei-yiyin'] };

describe('the changes to a thing', () => {
  it('are the fields that differ, lists by their content', () => {
    expect(differingFields(report, { ...report, presenters: ['wei-yiyin'] })).toEqual([]);
    expect(differingFields(report, { ...report, presenters: ['yuan-jie'], title: 'Work report' })).toEqual([
      'title',
      'presenters',
    ]);
  });

  it('contain what is no number where a number, or none, was before', () => {
    expect(differingFields<{ quorum: number | null }>({ quorum: null }, { quorum: Number.NaN })).toEqual(['quorum']);
    expect(changesTo({ quorum: 30 }, { quorum: Number.NaN })).toEqual({ quorum: Number.NaN });
  });

  it('leave out what stayed as it was, so that a revision leaves it to others', () => {
    expect(changesTo(report, { ...report, plannedMinutes: 40 })).toEqual({ plannedMinutes: 40 });
    expect(changesTo(report, report)).toEqual({});
  });
});
