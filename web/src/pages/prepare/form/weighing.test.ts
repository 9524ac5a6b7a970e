import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weigh } from './weighing.ts';

const base = { title: 'Report', minutes: 20 as number | null, topics: ['A'] };

describe('two who revise the same thing', () => {
  it('do not meet where each changed something else', () => {
    const weighed = weigh(base, { ...base, title: 'Address' }, { ...base, minutes: 30 });
    expect(weighed).toEqual({ conflicts: [], followed: ['minutes'] });
  });

  it('meet where both changed one field, each to something else', () => {
    const weighed = weigh(base, { ...base, topics: ['A', 'B'] }, { ...base, topics: [] });
    expect(weighed).toEqual({ conflicts: ['topics'], followed: [] });
  });

  it('are of one mind where both changed it to the same', () => {
    expect(weigh(base, { ...base, minutes: null }, { ...base, minutes: null })).toEqual({
      conflicts: [],
      followed: ['minutes'],
    });
  });

  it('never overwrite in silence: a field that the other changed is followed, or it is a conflict', () => {
    const thing = fc.record({ title: fc.constantFrom('a', 'b', 'c'), minutes: fc.constantFrom(null, 1, 2) });
    fc.assert(
      fc.property(thing, thing, thing, (was, mine, theirs) => {
        const { conflicts, followed } = weigh(was, mine, theirs);
        for (const field of ['title', 'minutes'] as const) {
          const changed = was[field] !== theirs[field];
          expect(conflicts.includes(field) || followed.includes(field)).toBe(changed);
          expect(followed.includes(field) && ![was[field], theirs[field]].includes(mine[field])).toBe(false);
        }
      }),
    );
  });
});
