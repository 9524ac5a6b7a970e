import { describe, expect, it } from 'vitest';
import type { MeetingLine } from '../../api/meetings.ts';
import { awayIn, concernsIn } from './concerns.ts';

const now = '2026-03-01T00:00:00.000Z';
const line = (meetingId: string, status: MeetingLine['status'], startsAt: string, more = {}): MeetingLine => ({
  meetingId,
  title: meetingId,
  organisation: 'CASIC',
  form: 'video',
  timeZone: 'UTC',
  startsAt,
  endsAt: startsAt,
  status,
  venues: [],
  attendees: 0,
  delegations: 0,
  ...more,
});

describe('what concerns', () => {
  it('is a draft that begins soon, one left behind, and a record that is not complete, in this order', () => {
    const found = concernsIn(
      [
        line('minuted', 'minuted', '2026-02-01T00:00:00Z'),
        line('closed', 'closed', '2026-02-01T00:00:00Z'),
        line('left', 'draft', '2026-02-20T00:00:00Z'),
        line('near', 'draft', '2026-03-04T00:00:00Z'),
        line('far', 'draft', '2026-06-04T00:00:00Z'),
        line('convened', 'convened', '2026-03-02T00:00:00Z'),
        line('sealed', 'sealed', '2026-02-01T00:00:00Z'),
        line('lost', 'closed', '2026-02-01T00:00:00Z', { unreadable: true }),
      ],
      now,
    );
    expect(found.map(({ meeting, reason }) => `${meeting.meetingId} ${reason}`)).toEqual([
      'near soon',
      'left late',
      'closed closed',
      'minuted minuted',
    ]);
  });

  it('is so far away as one would say it', () => {
    expect(awayIn('2026-03-04T01:00:00Z', now)).toEqual({ value: 3, unit: 'day' });
    expect(awayIn('2026-02-28T22:00:00Z', now)).toEqual({ value: -2, unit: 'hour' });
    expect(awayIn('2026-03-01T00:20:00Z', now)).toEqual({ value: 20, unit: 'minute' });
  });
});
