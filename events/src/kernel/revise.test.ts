import { describe, expect, it } from 'vitest';
import { differs, revised } from './revise.ts';

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
