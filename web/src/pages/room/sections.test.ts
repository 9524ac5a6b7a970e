import { describe, expect, it } from 'vitest';
import { addressOf, sectionNamed, sections } from './sections.ts';

describe('the parts of the room', () => {
  it('are found again by their addresses', () => {
    for (const section of sections) {
      expect(sectionNamed(new URLSearchParams(addressOf({ show: section })).get('show') ?? undefined)).toBe(section);
    }
  });

  it('begin with the hall, also for an address that names no part', () => {
    expect(sectionNamed(undefined)).toBe('now');
    expect(sectionNamed('elsewhere')).toBe('now');
    expect(addressOf({ show: 'now' })).toBe('?');
  });

  it('name a statement and for whom it is answered', () => {
    expect(addressOf({ show: 'part', statement: 's 1', for: 'academy' })).toBe('?show=part&statement=s+1&for=academy');
  });
});
