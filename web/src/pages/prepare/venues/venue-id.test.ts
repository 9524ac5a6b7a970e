import { describe, expect, it } from 'vitest';
import { venueIdFor } from './venue-id.ts';

describe('the id proposed for a venue', () => {
  it('is main for the main venue and branch for the first of the others', () => {
    expect(venueIdFor([], true)).toBe('main');
    expect(venueIdFor(['main'], false)).toBe('branch');
  });

  it('is counted on where it is taken, by a withdrawn venue too', () => {
    expect(venueIdFor(['main', 'branch'], false)).toBe('branch-2');
    expect(venueIdFor(['main', 'branch', 'branch-2'], true)).toBe('branch-3');
  });
});
