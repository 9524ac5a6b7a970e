// A short record for tests: a meeting scheduled, convened the next day, held for half an hour, with events that share an
// instant and one that was heard of late.

import { Playback } from '@rostrum/projections';
import type { LiveEvent } from '../../../live/live-fold.ts';

const ACTOR = { kind: 'attendee', id: 'liu', name: 'Liu Shiquan' } as const;

type Told = readonly [at: string, type: string, data?: object, family?: string];

/** Events of one meeting on 26 May 2021, as they travel; times are UTC, of that day where only a time is given. */
export function recordOf(told: readonly Told[]): readonly LiveEvent[] {
  const revisions = new Map<string, number>();
  return told.map(([time, type, data = {}, family = 'meeting'], place) => {
    const at = time.includes('T') ? time : `2021-05-26T${time}.000Z`;
    const revision = (revisions.get(family) ?? -1) + 1;
    revisions.set(family, revision);
    const stream = `${family}-m`;
    const position = String(place + 1);
    return {
      id: `e${position}`,
      stream,
      type,
      revision,
      position,
      data: { ...data, at },
      actor: ACTOR,
      recordedAt: at,
    };
  });
}

const attendee = (attendeeId: string, name: string, precedence: number) => ({
  attendeeId,
  name,
  title: null,
  unit: 'CASIC',
  capacity: 'member',
  precedence,
  venueId: null,
});
const item = (itemId: string, title: string) => ({
  itemId,
  kind: 'report',
  title,
  presenters: [],
  plannedMinutes: 15,
  documents: [],
  topics: [],
  beforeItemId: null,
});
const floor = (speechId: string, speakerId: string, itemId: string) => ({
  speechId,
  speakerId,
  kind: 'speech',
  itemId,
  requestId: null,
  limitSeconds: 600,
});

/** The record; places are counted from 0 in the comments. */
export const heldRecord = (): readonly LiveEvent[] =>
  recordOf([
    /* 0 */ [
      '2021-05-24T02:00:00.000Z',
      'MeetingScheduled',
      {
        meetingId: 'm',
        title: 'Conference',
        organisation: 'CASIC',
        purpose: [],
        languages: ['en', 'zh-CN'],
        form: 'video',
        quorum: 2,
        timeZone: 'Asia/Shanghai',
        startsAt: '2021-05-26T09:00:00+08:00',
        endsAt: '2021-05-26T09:30:00+08:00',
      },
    ],
    /* 1 */ ['2021-05-24T02:01:00.000Z', 'AttendeeAdded', attendee('liu', 'Liu Shiquan', 1)],
    /* 2 */ ['2021-05-24T02:01:00.000Z', 'AttendeeAdded', attendee('wei', 'Wei Yiyin', 2)],
    /* 3 */ ['2021-05-24T02:02:00.000Z', 'OfficerAppointed', { office: 'chair', attendeeId: 'liu' }],
    /* 4 */ ['2021-05-24T02:03:00.000Z', 'ItemAdded', item('i1', 'Opening')],
    /* 5 */ ['2021-05-24T02:03:00.000Z', 'ItemAdded', item('i2', 'Report')],
    /* 6 */ ['2021-05-25T02:00:00.000Z', 'MeetingConvened', { notice: null }],
    /* 7 */ ['00:55:00', 'ParticipantJoined', { sessionId: 's1', attendeeId: 'liu', via: 'video' }, 'attendance'],
    /* 8 */ ['01:00:00', 'MeetingOpened', { present: 1, quorum: 2, withoutQuorumBecause: 'Time presses' }],
    /* 9 */ ['01:00:00', 'ItemCalled', { itemId: 'i1' }],
    /* 10 */ ['01:01:00', 'FloorGiven', floor('f1', 'liu', 'i1')],
    /* 11 */ ['01:00:30', 'ParticipantJoined', { sessionId: 's2', attendeeId: 'wei', via: 'video' }, 'attendance'],
    /* 12 */ ['01:06:00', 'FloorYielded', { speechId: 'f1' }],
    /* 13 */ ['01:07:00', 'ItemConcluded', { itemId: 'i1', outcome: null }],
    /* 14 */ ['01:08:00', 'ItemCalled', { itemId: 'i2' }],
    /* 15 */ ['01:09:00', 'FloorGiven', floor('f2', 'wei', 'i2')],
    /* 16 */ ['01:24:00', 'FloorTakenBack', { speechId: 'f2', reason: 'Time is up' }],
    /* 17 */ ['01:25:00', 'ItemConcluded', { itemId: 'i2', outcome: 'Received.' }],
    /* 18 */ ['01:26:00', 'MeetingClosed'],
    /* 19 */ [
      '2021-06-30T08:00:00.000Z',
      'MinutesSigned',
      { office: 'chair', signerId: 'liu', signerName: 'Liu', texts: [] },
    ],
  ]);

export const heldPlayback = (): Playback => new Playback(heldRecord());
