import { describe, expect, it } from 'vitest';
import { otherHand, subjectOf } from './marks.ts';

describe('what others change', () => {
  it('is known by the first id that the event names, the meeting’s own left out', () => {
    expect(subjectOf({ type: 'FloorGiven', data: { speechId: 's', speakerId: 'wei', itemId: 'report' } })).toBe('s');
    expect(subjectOf({ type: 'MeetingScheduled', data: { meetingId: 'm', title: 'A' } })).toBeUndefined();
    expect(subjectOf({ type: 'MeetingOpened', data: null })).toBeUndefined();
  });

  it('is the new chair, where the chair is handed over', () => {
    expect(subjectOf({ type: 'ChairHandedOver', data: { from: 'liu', to: 'chen', reason: 'Report' } })).toBe('chen');
  });

  it('is nobody’s who is the reader or the system', () => {
    expect(otherHand({ actor: { kind: 'attendee', id: 'chen', name: 'Chen' } }, 'liu')).toBe('Chen');
    expect(otherHand({ actor: { kind: 'attendee', id: 'liu', name: 'Liu' } }, 'liu')).toBeUndefined();
    expect(otherHand({ actor: { kind: 'system', id: 'usher' } }, 'liu')).toBeUndefined();
    expect(otherHand({}, 'liu')).toBeUndefined();
  });
});
