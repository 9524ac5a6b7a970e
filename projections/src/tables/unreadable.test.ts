// What the tables do with events that this program cannot read: their meeting stays as it was, whole, the rest goes on.

import fc from 'fast-check';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '@rostrum/events';
import { anyMeeting } from '../testing/any-meeting.ts';
import { heldConference } from '../testing/conference.ts';
import { ReadModels } from './read-models.ts';
import type { UnreadableStream } from './passed-over.ts';
import { contentOf, deletionOf, deliver, filled, freshFile, inPages } from './tables.fixture.ts';

const conference = heldConference().events;

/** Another meeting, of whose events each comes right after one of the conference's. */
const council: readonly RecordedEvent[] = conference.map((event) => {
  const data = event.type === 'MeetingScheduled' ? { ...(event.data as object), meetingId: 'council' } : event.data;
  const told = event.stream.startsWith('directive-') ? { ...(data as object), meetingId: 'council' } : data;
  const stream = event.stream.replace('-conference', '-council');
  return { ...event, id: `${event.id}-2`, data: told, stream };
});

/** In the order of positions from 1 on. */
const inTurn = (events: readonly RecordedEvent[]): RecordedEvent[] =>
  events.map((event, place) => ({ ...event, position: BigInt(place + 1) }));

const both = inTurn(conference.flatMap((event, place) => [event, council[place]!]));

/** An event right after another one, in a stream of the same meeting. */
const after = ({ metadata, position }: RecordedEvent, change: Partial<RecordedEvent>): RecordedEvent => ({
  id: 'the-unreadable-one',
  stream: 'meeting-conference',
  type: 'TeaServed',
  data: { at: metadata.recordedAt },
  metadata,
  revision: 99,
  position,
  ...change,
});

const withEvent = (place: number, change: Partial<RecordedEvent> = {}): RecordedEvent[] =>
  inTurn(both.toSpliced(place, 0, after(both[place - 1]!, change)));

type Content = readonly (readonly [table: string, rows: readonly Record<string, unknown>[]])[];

/** The rows of the tables without what tells how they came about, of one meeting or of all. */
function rowsOf(file: string, meetingId?: string): Content {
  return (contentOf(file) as Content)
    .filter(([table]) => !['checkpoints', 'anchors', 'unreadable'].includes(table))
    .map(([table, rows]) => [table, rows.filter((row) => meetingId === undefined || row['meetingId'] === meetingId)]);
}

function fileOf(events: readonly RecordedEvent[], size = events.length): string {
  const file = freshFile();
  const models = ReadModels.open(file);
  for (let place = 0; place < events.length; place += size) deliver(models, events.slice(place, place + size));
  models.close();
  return file;
}

const PLACE = 120;

describe('An event that cannot be read', () => {
  it.each<[string, Partial<RecordedEvent>]>([
    ['of an unknown type', {}],
    ['of a newer shape', { type: 'ItemCalled', metadata: { ...both[0]!.metadata, shape: 2 } }],
    ['that is damaged', { type: 'AttendeeAdded', data: { attendeeId: 'new' } }],
    [
      'of another kind of stream',
      { type: 'ParticipantJoined', data: { sessionId: 's', attendeeId: 'wei', via: 'live' } },
    ],
    ['in the attendance', { stream: 'attendance-conference' }],
    ['in a directive', { stream: 'directive-conference.first' }],
    ['that nobody is said to have written', { type: 'MeetingClosed', metadata: {} as RecordedEvent['metadata'] }],
  ])('%s leaves its meeting as it was before it, and the others go on', (_what, change) => {
    const file = fileOf(withEvent(PLACE, change));
    expect(rowsOf(file, 'conference')).toEqual(rowsOf(fileOf(both.slice(0, PLACE)), 'conference'));
    expect(rowsOf(file, 'council')).toEqual(rowsOf(fileOf(both), 'council'));
  });

  it('is told of once, counted with what was passed over after it, and marks its meeting in the list', () => {
    const events = withEvent(PLACE);
    const models = filled(events.slice(0, 50));
    const told: UnreadableStream[] = [];
    models.onUnreadable((one) => told.push(one));
    deliver(models, events.slice(50, 150));
    deliver(models, events.slice(150));
    expect(told.map(({ stream, why, type }) => [stream, type, why])).toEqual([
      ['meeting-conference', 'TeaServed', 'unknown-type'],
    ]);
    const later = both.slice(PLACE).filter(({ stream }) => /^(meeting|attendance|directive)-conference/.test(stream));
    expect(models.unreadable).toMatchObject([{ subject: 'conference', revision: 99, events: later.length + 1 }]);
    const { rows } = models.meetings({ audience: 'officers' });
    expect(rows.map(({ meetingId, unreadable }) => [meetingId, unreadable])).toEqual([
      ['council', undefined],
      ['conference', true],
    ]);
  });

  it('in a conversation marks the meeting, and takes nothing from its rows', () => {
    const file = fileOf(withEvent(PLACE, { stream: 'conversation-conference' }));
    expect(rowsOf(file)).toEqual(rowsOf(fileOf(both)));
    const models = ReadModels.open(file);
    expect(models.meetings({ audience: 'officers', meetingId: 'conference' }).rows[0]?.unreadable).toBe(true);
    models.close();
  });

  it.each(['door-conference', 'contact-conference.wei', 'account-conference'])('of %s is counted alone', (stream) => {
    const models = filled(withEvent(PLACE, { stream }));
    expect(models.unreadable).toMatchObject([{ stream, events: 1 }]);
    expect(models.meetings({ audience: 'officers', meetingId: 'conference' }).rows[0]).toMatchObject({
      status: 'closed',
    });
    expect(models.meetings({ audience: 'officers' }).rows.some(({ unreadable }) => unreadable)).toBe(false);
  });

  it('has the same effect however the record is cut into pages, and whenever it was interrupted', () => {
    const anyEvent = fc.record({ place: fc.nat(), family: fc.constantFrom('meeting', 'attendance', 'conversation') });
    const anySizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyMeeting(), anyEvent, anySizes, ({ events }, { place, family }, sizes) => {
        const at = 1 + (place % (events.length - 1));
        const stream = events[0]!.stream.replace('meeting', family);
        const record = inTurn(events.toSpliced(at, 0, after(events[at]!, { stream })));
        const file = freshFile();
        let models = ReadModels.open(file);
        for (let from = 0, page = 0; from < record.length; page++) {
          const size = sizes[page % sizes.length]!;
          deliver(models, record.slice(from, from + size));
          from += size;
          if (page % 5 !== 4) continue;
          models.close();
          models = ReadModels.open(file);
        }
        models.close();
        expect(contentOf(file)).toEqual(contentOf(fileOf(record)));
      }),
      { numRuns: 20 },
    );
  });

  it('stays passed over when a table is built anew by the same program', async () => {
    const events = withEvent(PLACE);
    const file = fileOf(events);
    const before = contentOf(file);
    const models = ReadModels.open(file);
    models.rebuild('people');
    await models.catchUp(inPages(events, 7));
    models.rebuild('directives');
    await models.catchUp(inPages(events, 50));
    models.close();
    expect(contentOf(file)).toEqual(before);
  });

  it('is told of again after a start, until all is built from a record in which it can be read', async () => {
    const file = fileOf(withEvent(PLACE));
    const models = ReadModels.open(file);
    const told: string[] = [];
    models.onUnreadable(({ stream }) => told.push(stream));
    expect(told).toEqual(['meeting-conference']);
    models.rebuild();
    expect(models.unreadable).toEqual([]);
    await models.catchUp(inPages(both, 100));
    models.close();
    expect(contentOf(file)).toEqual(contentOf(fileOf(both)));
  });

  it('goes with its stream: a meeting that is deleted is gone, mark and all', () => {
    const events = withEvent(PLACE);
    const models = filled(events, [deletionOf('meeting-conference', BigInt(events.length + 1))]);
    expect([models.unreadable, models.owesRebuild]).toEqual([[], false]);
    expect(models.meetings({ audience: 'officers' }).rows.map(({ meetingId }) => meetingId)).toEqual(['council']);
  });

  it('leaves the tables in debt where the deleted stream stood beside the meeting', async () => {
    const events = withEvent(PLACE, { stream: 'attendance-conference' });
    const deletion = deletionOf('attendance-conference', BigInt(events.length + 1));
    const models = filled(events, [deletion]);
    expect([models.unreadable, models.owesRebuild]).toEqual([[], true]);
    const rest = [...events.filter(({ stream }) => stream !== 'attendance-conference'), deletion];
    models.rebuild();
    await models.catchUp(inPages(rest, 100));
    expect(models.owesRebuild).toBe(false);
    expect(models.meetings({ audience: 'officers', meetingId: 'conference' }).rows[0]).toMatchObject({
      status: 'closed',
    });
  });

  it('may be one that no row can be made of', () => {
    const file = freshFile();
    const models = ReadModels.open(file);
    const db = new DatabaseSync(file);
    db.exec(`CREATE TRIGGER refuse BEFORE UPDATE OF status ON meetings
      WHEN NEW.meetingId = 'conference' AND NEW.status = 'open' BEGIN SELECT RAISE(ABORT, 'never'); END`);
    db.close();
    const opened = both.findIndex(({ type, stream }) => type === 'MeetingOpened' && stream === 'meeting-conference');
    deliver(models, both);
    models.close();
    expect(rowsOf(file, 'conference')).toEqual(rowsOf(fileOf(both.slice(0, opened)), 'conference'));
    expect(rowsOf(file, 'council')).toEqual(rowsOf(fileOf(both), 'council'));
  });
});

describe('A stream that is none of ours', () => {
  it.each(['order-7', 'meeting-', 'meeting-not an id', 'directive-conference', '$settings'])(
    '%s is passed over and counted',
    (stream) => {
      const models = filled(withEvent(PLACE, { stream, type: 'MeetingClosed', data: null }));
      expect(models.foreign).toBe(1);
      expect(models.unreadable).toEqual([]);
      expect(models.meetings({ audience: 'officers' }).rows.map(({ status }) => status)).toEqual(['closed', 'closed']);
    },
  );

  it('cannot tell of a deletion', () => {
    const forged = { ...deletionOf('meeting-conference', 1n), stream: 'meeting-council' };
    const models = filled(withEvent(PLACE, forged));
    expect(models.meetings({ audience: 'officers', meetingId: 'conference' }).total).toBe(1);
  });

  it.each([null, {}, { stream: 7 }, { stream: 'order-7' }])('a deletion of %j forgets nothing', (data) => {
    const models = filled(withEvent(PLACE, { ...deletionOf('x', 1n), data }));
    expect(models.meetings({ audience: 'officers' }).total).toBe(2);
  });
});

describe('What a record is known again by', () => {
  it('is the last event of each of the streams written to last', () => {
    const models = filled(both);
    const last = new Map(both.map((event) => [event.stream, event]));
    const expected = [...last.values()]
      .toSorted((a, b) => Number(b.position - a.position))
      .slice(0, 8)
      .map(({ stream, revision, id, position }) => ({ stream, revision, id, position }));
    expect(models.anchors).toEqual(expected);
    expect(models.anchors[0]).toMatchObject({ id: both.at(-1)!.id });
  });

  it('is kept in the file, and forgotten with the tables', () => {
    const file = fileOf(both, 10);
    const models = ReadModels.open(file);
    expect(models.anchors).toHaveLength(Math.min(8, new Set(both.map(({ stream }) => stream)).size));
    expect(models.anchors[0]).toMatchObject({ position: BigInt(both.length) });
    models.rebuild('people');
    expect(models.anchors).not.toEqual([]);
    models.rebuild();
    expect(models.anchors).toEqual([]);
    models.close();
  });
});
