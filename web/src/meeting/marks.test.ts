import { describe, expect, it } from 'vitest';
import { idsIn, otherHand } from './marks.ts';

describe('what others change', () => {
  it('is known by the ids that the event names, the meeting’s own left out', () => {
    expect(idsIn({ requestId: 'r', speakerId: 'wei', meetingId: 'm', note: 'x', seconderId: null })).toEqual([
      'r',
      'wei',
    ]);
    expect(idsIn(null)).toEqual([]);
  });

  it('is nobody’s who is the reader or the system', () => {
    expect(otherHand({ actor: { kind: 'attendee', id: 'chen', name: 'Chen' } }, 'liu')).toBe('Chen');
    expect(otherHand({ actor: { kind: 'attendee', id: 'liu', name: 'Liu' } }, 'liu')).toBeUndefined();
    expect(otherHand({ actor: { kind: 'system', id: 'usher' } }, 'liu')).toBeUndefined();
    expect(otherHand({}, 'liu')).toBeUndefined();
  });
});
