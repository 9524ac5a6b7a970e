import { describe, expect, it } from 'vitest';
import { differs, overtaken, revised } from './revise.ts';

const known = { title: 'Report', minutes: 35 as number | null, presenters: ['wei'] as readonly string[] };

describe('a revision', () => {
  it('replaces what is given, null included, and leaves what is not', () => {
    expect(revised(known, { minutes: null })).toEqual({ title: 'Report', minutes: null, presenters: ['wei'] });
    expect(revised(known, { title: undefined })).toEqual(known);
    expect(revised(known, {})).toEqual(known);
  });

  it('differs where something given is other than it stands', () => {
    expect(differs(known, { minutes: null })).toBe(true);
    expect(differs(known, { presenters: ['wei', 'liu'] })).toBe(true);
  });

  it('does not differ where what is given stands so, or nothing is given', () => {
    expect(differs(known, { title: 'Report', presenters: ['wei'] })).toBe(false);
    expect(differs(known, { title: undefined })).toBe(false);
    expect(differs(known, {})).toBe(false);
  });
});

describe('a revision by somebody who says what they saw', () => {
  const seen = { minutes: 20, title: 'Report' };

  it('is refused where another changed one of the values that it gives', () => {
    expect(overtaken(known, { minutes: 40 }, seen)).toMatchObject({
      rejected: 'conflict',
      code: 'revision.overtaken',
      facts: { fields: ['minutes'] },
    });
  });

  it('goes through where what it gives stands as it was seen, whatever else was changed', () => {
    expect(overtaken(known, { title: 'Address' }, seen)).toBeUndefined();
  });

  it('goes through where both want the same, or nothing is said of what was seen', () => {
    expect(overtaken(known, { minutes: 35 }, seen)).toBeUndefined();
    expect(overtaken(known, { minutes: 40 }, undefined)).toBeUndefined();
    expect(overtaken(known, { minutes: 40 }, { title: 'Report' })).toBeUndefined();
  });

  it('compares nothing and lists as they are', () => {
    expect(overtaken(known, { presenters: [] }, { presenters: ['liu'] })?.facts).toEqual({ fields: ['presenters'] });
    expect(overtaken({ minutes: null as number | null }, { minutes: 5 }, { minutes: 3 })).toBeDefined();
    expect(overtaken({ minutes: null as number | null }, { minutes: 5 }, { minutes: null })).toBeUndefined();
  });
});
