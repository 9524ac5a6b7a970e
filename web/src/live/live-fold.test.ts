import { initialView } from '@rostrum/projections';
import { describe, expect, it } from 'vitest';
import type { StreamEvent } from './event-stream.ts';
import { hear, isForGood } from './live-fold.ts';
import type { Live } from './live-fold.ts';

const meetingId = 'm1';
const at = '2021-05-26T01:00:00.000Z';

const message = (type: string, data: unknown, lastEventId = ''): StreamEvent => ({
  type,
  data: JSON.stringify(data),
  lastEventId,
});

const recorded = (position: number, type: string, data: Record<string, unknown>, revision = position): StreamEvent =>
  message(
    'recorded',
    {
      id: `event-${position}`,
      stream: `meeting-${meetingId}`,
      type,
      revision,
      position: String(position),
      data,
      actor: { kind: 'account', id: 'a1', name: 'Chen' },
      recordedAt: at,
    },
    String(position),
  );

const scheduled = recorded(9, 'MeetingScheduled', {
  meetingId,
  title: 'Work Conference',
  organisation: 'CASIC',
  purpose: [],
  languages: ['en'],
  form: 'video',
  quorum: null,
  timeZone: 'Asia/Shanghai',
  startsAt: at,
  endsAt: '2021-05-26T03:00:00.000Z',
  at,
});
const convened = recorded(10, 'MeetingConvened', { notice: null, at });

const snapshot = message('snapshot', {
  view: initialView,
  audience: 'attendees',
  me: { kind: 'attendee', id: 'p1', name: 'Li' },
  serverTime: at,
});

const after = (messages: readonly StreamEvent[], from: Live | null = null) => hear(from, messages);

describe('what is heard over the live stream', () => {
  it('begins with the snapshot: the view, who is looking, the server’s clock', () => {
    const { live, serverTime } = after([snapshot]);
    expect(live?.me).toEqual({ kind: 'attendee', id: 'p1', name: 'Li' });
    expect(live?.view.meeting.roster.attendees.size).toBe(0);
    expect(serverTime).toBe(at);
  });

  it('goes on with each event as it is recorded', () => {
    const { live, recorded: events } = after([snapshot, scheduled, convened]);
    expect(live?.view.meeting.lifecycle).toMatchObject({ title: 'Work Conference', status: 'convened' });
    expect(live?.view.position).toBe('10');
    expect(events.map(({ type }) => type)).toEqual(['MeetingScheduled', 'MeetingConvened']);
  });

  it('counts once what is delivered twice, and never goes back', () => {
    const first = after([snapshot, scheduled, convened]);
    const again = after([scheduled, convened], first.live);
    expect(again.live).toBe(first.live);
    expect(again.recorded).toEqual([]);
  });

  it('starts over from a later snapshot, where one’s rights have changed', () => {
    const { live } = after(
      [
        scheduled,
        message('snapshot', {
          view: initialView,
          audience: 'officers',
          me: { kind: 'attendee', id: 'p1', name: 'Li' },
          serverTime: at,
        }),
      ],
      after([snapshot]).live,
    );
    expect(live).toMatchObject({ audience: 'officers', view: { position: initialView.position } });
  });

  it('passes over events of a newer version but remembers that they were there', () => {
    const { live } = after([snapshot, scheduled, recorded(11, 'SomethingNew', { at })]);
    expect(live?.view.position).toBe('11');
    expect(live?.view.meeting.lifecycle.status).toBe('draft');
  });

  it('ends with a reason', () => {
    expect(after([snapshot, message('ended', { reason: 'removed' })]).ended).toBe('removed');
    expect(after([snapshot]).ended).toBeNull();
  });

  it('ends for good with the session or the place on the roster, and is asked for again for any other reason', () => {
    const reasons = ['removed', 'session-ended', 'unreadable', 'deleted', null];
    expect(reasons.map((ended) => isForGood({ ended }))).toEqual([true, true, false, false, false]);
  });

  it('passes over events before any snapshot, and messages of unknown kinds', () => {
    expect(after([scheduled, message('weather', { rain: true })])).toEqual({
      live: null,
      recorded: [],
      serverTime: null,
      ended: null,
    });
  });
});
