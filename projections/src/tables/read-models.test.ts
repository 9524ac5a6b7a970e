import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '@rostrum/events';
import { anyMeeting } from '../testing/any-meeting.ts';
import { heldConference } from '../testing/conference.ts';
import { longMeeting } from '../testing/long-meeting.ts';
import { ReadModels } from './read-models.ts';
import type { Progress, ReadRecord } from './read-models.ts';
import { contentOf, deletionOf, deliver, filled, freshFile, inPages } from './tables.fixture.ts';

/** The tables of a record, projected in one page, in a file. */
function whole(record: readonly RecordedEvent[]): unknown {
  const file = freshFile();
  const models = ReadModels.open(file);
  deliver(models, record);
  models.close();
  return contentOf(file);
}

describe('The tables', () => {
  it('are the same however the record is cut into pages', () => {
    fc.assert(
      fc.property(anyMeeting(), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), ({ events }, sizes) => {
        const file = freshFile();
        const models = ReadModels.open(file);
        for (let place = 0, page = 0; place < events.length; page++) {
          const size = sizes[page % sizes.length]!;
          deliver(models, events.slice(place, place + size));
          place += size;
        }
        models.close();
        expect(contentOf(file)).toEqual(whole(events));
      }),
      { numRuns: 25 },
    );
  });

  it('go on after an interruption as if there had been none', async () => {
    const events = longMeeting({ events: 1500, attendees: 20 });
    const file = freshFile();
    const interrupted = ReadModels.open(file);
    deliver(interrupted, events.slice(0, 700));
    interrupted.close();
    const resumed = ReadModels.open(file);
    expect(resumed.checkpoint).toBe(700n);
    expect(await resumed.catchUp(inPages(events, 64))).toBe(800);
    resumed.close();
    expect(contentOf(file)).toEqual(whole(events));
  });

  it('take in a page whole or not at all', () => {
    const events = heldConference().events.slice();
    const gone = Object.defineProperty({ ...events[50]! }, 'stream', {
      get: () => {
        throw new TypeError('It is no event any more.');
      },
    });
    const file = freshFile();
    const models = ReadModels.open(file);
    deliver(models, events.slice(0, 40));
    expect(() => deliver(models, [...events.slice(40, 50), gone])).toThrow(TypeError);
    expect(models.checkpoint).toBe(40n);
    deliver(models, events.slice(40));
    models.close();
    expect(contentOf(file)).toEqual(whole(events));
  });

  it('take no event twice', () => {
    const { events } = heldConference();
    const file = freshFile();
    const models = ReadModels.open(file);
    deliver(models, events.slice(0, 60));
    deliver(models, events);
    deliver(models, events.slice(20, 50));
    models.close();
    expect(contentOf(file)).toEqual(whole(events));
  });

  it('are built anew by deletion, one or all, while the rest goes on', async () => {
    const { events } = heldConference();
    const file = freshFile();
    const models = ReadModels.open(file);
    deliver(models, events.slice(0, 60));
    models.rebuild('people');
    expect([models.building, models.checkpoint]).toEqual([['people'], 0n]);
    models.apply(events.slice(60), { after: 60n, until: BigInt(events.length) });
    expect(models.people({ audience: 'officers' }).total).toBe(0);
    expect(models.meetings({ audience: 'officers' }).rows[0]?.status).toBe('closed');
    await models.catchUp(inPages(events, 7));
    expect(models.building).toEqual([]);
    models.rebuild();
    await models.catchUp(inPages(events, 50));
    models.close();
    expect(contentOf(file)).toEqual(whole(events));
  });

  it('are built anew where their version is another one', async () => {
    const { events } = heldConference();
    const file = freshFile();
    const models = ReadModels.open(file);
    deliver(models, events);
    models.close();
    const db = new DatabaseSync(file);
    db.exec(
      "UPDATE checkpoints SET version = 0 WHERE name = 'honours'; UPDATE honours SET award = 'of an older version'",
    );
    db.close();
    const newer = ReadModels.open(file);
    expect(newer.building).toEqual(['honours']);
    await newer.catchUp(inPages(events, 10));
    newer.close();
    expect(contentOf(file)).toEqual(whole(events));
  });

  it('begin anew where their file cannot be read, and say so', async () => {
    const { events } = heldConference();
    const file = freshFile();
    writeFileSync(file, 'This is no database.\n'.repeat(500));
    const reasons: string[] = [];
    const models = ReadModels.open(file, { onDiscarded: (reason) => reasons.push(reason) });
    expect(reasons).toHaveLength(1);
    await models.catchUp(inPages(events, 10));
    models.close();
    expect(contentOf(file)).toEqual(whole(events));
  });

  it('tell how far building them has come', async () => {
    const events = longMeeting({ events: 500, attendees: 10 });
    const models = filled();
    const told: Progress[] = [];
    await models.catchUp(inPages(events, 100), {
      onProgress: (progress) => told.push(progress),
      everyMilliseconds: 0,
      batchEvents: 1,
    });
    expect(told.map(({ events: count }) => count)).toEqual([100, 200, 300, 400, 500, 500]);
    expect(told.at(-1)).toMatchObject({ position: 500n, tables: ['meetings', 'people', 'honours', 'directives'] });
    expect(told.at(-1)!.eventsPerSecond).toBeGreaterThan(0);
  });

  it('tell it of a record that comes slowly as well, long before there is enough for a transaction', async () => {
    const events = longMeeting({ events: 60, attendees: 10 });
    const slowly: ReadRecord = async function* (after) {
      for await (const page of inPages(events, 20)(after)) {
        await new Promise((resolve) => setTimeout(resolve, 30));
        yield page;
      }
    };
    const told: number[] = [];
    await filled().catchUp(slowly, { onProgress: ({ events: count }) => told.push(count), everyMilliseconds: 20 });
    expect(told).toEqual([20, 40, 60, 60]);
  });

  it('stop building between two pages when they are told to', async () => {
    const { events } = heldConference();
    const models = filled();
    const stop = new AbortController();
    await models.catchUp(inPages(events, 20), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
      everyMilliseconds: 0,
      batchEvents: 1,
    });
    expect(models.checkpoint).toBe(20n);
  });

  it('leave what is delivered to the catching up while they have not come so far', async () => {
    const { events } = heldConference();
    const end = BigInt(events.length);
    const file = freshFile();
    const models = ReadModels.open(file);
    models.apply(events.slice(50, 60), { after: 50n, until: 60n });
    expect([models.checkpoint, models.meetings({ audience: 'officers' }).total]).toEqual([0n, 0]);
    let reads = 0;
    await models.catchUp((after) => {
      reads += 1;
      if (reads > 1) return inPages(events, 16)(after);
      models.apply(events.slice(60), { after: 60n, until: end });
      return inPages(events.slice(0, 60), 16)(after);
    });
    expect([reads, models.checkpoint]).toEqual([2, end]);
    models.close();
    expect(contentOf(file)).toEqual(whole(events));
  });

  it('come to the end though the last of the record was deleted meanwhile', async () => {
    const { events } = heldConference();
    const models = filled(events);
    models.rebuild('honours');
    await models.catchUp(inPages(events.slice(0, -5), 20));
    expect([models.building, models.checkpoint]).toEqual([[], BigInt(events.length)]);
  });

  it('are emptied where they hold more than the record', async () => {
    const { events } = heldConference();
    const file = freshFile();
    const models = ReadModels.open(file);
    deliver(models, events);
    expect(models.forgetBeyond(BigInt(events.length))).toBe(false);
    expect(models.forgetBeyond(70n)).toBe(true);
    await models.catchUp(inPages(events.slice(0, 70), 30));
    models.close();
    expect(contentOf(file)).toEqual(whole(events.slice(0, 70)));
  });

  it('move on with deliveries that hold nothing for them', () => {
    const models = filled();
    models.apply([], { after: 0n, until: 17n });
    expect(models.checkpoint).toBe(17n);
    deliver(models, []);
    expect(models.checkpoint).toBe(17n);
  });

  it('forget a meeting whose stream was deleted', () => {
    const { events } = heldConference();
    const end = BigInt(events.length);
    const models = filled(events, [deletionOf('meeting-conference', end + 1n), deletionOf('account-1', end + 2n)]);
    expect(models.meetings({ audience: 'officers' }).total).toBe(0);
    expect(models.people({ audience: 'officers' }).total).toBe(0);
    expect(models.honours({}).total).toBe(0);
    expect(models.directives({}).total).toBe(0);
  });

  it('forget what was answered to a directive, and who came, where only that was deleted', () => {
    const conference = heldConference();
    conference.give('acknowledge-directive', { directiveId: 'second', respondent: 'zhang' });
    const { events } = conference;
    const end = BigInt(events.length);
    const answered = { respondent: 'zhang', standing: 'open' } as const;
    const models = filled(events);
    expect(models.directives(answered).rows[0]?.answers.map(({ status }) => status)).toContain('acknowledged');
    deliver(models, [
      deletionOf('directive-conference.second', end + 1n),
      deletionOf('attendance-conference', end + 2n),
      deletionOf('conversation-conference', end + 3n),
    ]);
    expect(models.directives(answered).rows[0]?.answers.map(({ status }) => status)).not.toContain('acknowledged');
    expect(models.people({ audience: 'officers', q: 'wei' }).rows[0]).toMatchObject({ attended: 0, meetings: 1 });
  });

  it('let a reader wait for what they wrote', async () => {
    const { events } = heldConference();
    const models = filled(events.slice(0, 10));
    expect(await models.waitFor(10n, { timeoutMilliseconds: 0 })).toBe(true);
    const waiting = models.waitFor(20n, { timeoutMilliseconds: 10_000 });
    const never = models.waitFor(21n, { timeoutMilliseconds: 1 });
    deliver(models, events.slice(10, 20));
    expect(await waiting).toBe(true);
    expect(await never).toBe(false);
  });

  it('tell those who still wait when they are closed', async () => {
    const models = ReadModels.open(':memory:');
    const waiting = models.waitFor(1n, { timeoutMilliseconds: 10_000 });
    models.close();
    expect(await waiting).toBe(false);
  });
});
