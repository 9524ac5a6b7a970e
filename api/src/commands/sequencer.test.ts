// What happens between the command and the store when others write too, when the disk fails, and when the record holds
// what this version cannot read.

import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@rostrum/events';
import { EventTooLarge, OutcomeUnknown, StoreUnavailable } from '@rostrum/infra';
import type { EventStore } from '@rostrum/infra';
import { afterEach, describe, expect, test } from 'vitest';
import { item, plan, recordedIn } from '../conference.fixture.ts';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse, TestHouseOptions } from '../house.fixture.ts';

let house: TestHouse;
afterEach(() => house.remove());

async function open(options: TestHouseOptions = {}): Promise<void> {
  house = await openTestHouse(options);
  await house.send(organizer, 'POST', '/api/meetings', plan);
}

const give = (name: string, data: unknown = {}, headers: Record<string, string> = {}, meetingId = 'conference') =>
  house.send(organizer, 'POST', `/api/meetings/${meetingId}/${name}`, data, headers);

const recorded = () => recordedIn(house);

/** What another node writes, straight into the store. */
async function elsewhere(type: string, data: object, expected: number, stream = 'meeting-conference'): Promise<void> {
  const id = randomUUID();
  const metadata = {
    actor: organizer,
    commandId: id,
    command: 'elsewhere',
    fingerprint: '0000000000000000',
    $correlationId: id,
    $causationId: id,
    recordedAt: house.clock.now(),
  };
  await house.store.append(stream, [{ id, type, data, metadata }], expected);
}

async function addedElsewhere(itemId: string, expected: number): Promise<void> {
  await give('add-item', item('pattern'));
  const { data } = (await recorded()).at(-1)!;
  await elsewhere('ItemAdded', { ...(data as object), itemId, title: `Item ${itemId}` }, expected);
}

/** A store that does something else on some of its appends. */
function interrupted(
  onAppend: (
    stream: string,
    events: readonly NewEvent[],
    append: () => ReturnType<EventStore['append']>,
  ) => ReturnType<EventStore['append']>,
) {
  return (store: EventStore): EventStore =>
    new Proxy(store, {
      get(target, name) {
        if (name === 'append') {
          return (stream: string, events: readonly NewEvent[], expected: number | 'none' | 'any') =>
            onAppend(stream, events, () => target.append(stream, events, expected));
        }
        const value = target[name as keyof EventStore];
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
}

describe('while another node writes to the same meeting', () => {
  test('a command is decided again on what it wrote', async () => {
    await open();
    await addedElsewhere('theirs', 1);
    const response = await give('add-item', item('ours'));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ revision: 3 });
    expect((await recorded()).map(({ revision }) => revision)).toEqual([0, 1, 2, 3]);
  });

  test('nothing is refused, and nothing called done, on a memory that is out of date', async () => {
    await open();
    await addedElsewhere('theirs', 1);
    const again = await give('add-item', { ...item('theirs') });
    expect(await again.json()).toMatchObject({ revision: 2, events: [] });
    const other = await give('withdraw-item', { itemId: 'theirs' });
    expect(other.status).toBe(200);
  });

  test('a command is given up after forty conflicts, with 503 and nothing written', async () => {
    let writes = 0;
    await open({
      around: interrupted(async (stream, events, append) => {
        if (
          stream === 'meeting-conference' &&
          events[0]!.type === 'ItemAdded' &&
          events[0]!.metadata.command === 'add-item'
        ) {
          writes += 1;
          const data = { ...(events[0]!.data as object), itemId: `theirs-${writes}` };
          await elsewhere('ItemAdded', data, writes - 1);
        }
        return append();
      }),
    });
    const response = await give('add-item', item('ours'));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'store.contended' });
    expect(response.headers.get('retry-after')).toBe('2');
    expect(writes).toBe(41);
    expect((await recorded()).map(({ metadata }) => metadata.command)).not.toContain('add-item');
  });
});

describe('when the store fails', () => {
  test('a full disk answers 503, and memory never holds what was not stored', async () => {
    let full = false;
    await open({
      around: interrupted(async (_stream, _events, append) => {
        if (full) throw new StoreUnavailable('store.disk-full', 'The disk is full.');
        return append();
      }),
    });
    full = true;
    const refused = await give('add-item', item('one'));
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: 'store.unavailable' });
    full = false;
    expect(await (await give('add-item', item('two'))).json()).toMatchObject({ revision: 1 });
    expect((await recorded()).map(({ type }) => type)).toEqual(['MeetingScheduled', 'ItemAdded']);
  });

  test('an outcome that is unknown is asked again with the same events, and written once', async () => {
    let silent = 2;
    const ids: string[] = [];
    await open({
      around: interrupted(async (_stream, events, append) => {
        if (events[0]!.type !== 'ItemAdded') return append();
        ids.push(events[0]!.id);
        const appended = await append();
        if (silent-- > 0) throw new OutcomeUnknown('No answer came.');
        return appended;
      }),
    });
    const response = await give('add-item', item('one'));
    expect(response.status).toBe(200);
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(3);
    expect(await recorded()).toHaveLength(2);
  });

  test('an outcome that stays unknown answers 503, and the same key finds out later', async () => {
    let silent = true;
    await open({
      around: interrupted(async (_stream, events, append) => {
        const appended = await append();
        if (silent && events[0]!.type === 'ItemAdded') throw new OutcomeUnknown('No answer came.');
        return appended;
      }),
    });
    const headers = { 'idempotency-key': randomUUID() };
    const unknown = await give('add-item', item('one'), headers);
    expect(unknown.status).toBe(503);
    expect(await unknown.json()).toMatchObject({ code: 'store.outcome-unknown' });
    silent = false;
    expect(await (await give('add-item', item('one'), headers)).json()).toMatchObject({
      revision: 1,
      events: [{ type: 'ItemAdded' }],
    });
    expect(await recorded()).toHaveLength(2);
  });

  test('one event that is too large fails alone among those decided with it', async () => {
    await open({
      around: interrupted(async (_stream, events, append) => {
        if (events.some(({ data }) => (data as { itemId?: string }).itemId === 'large'))
          throw new EventTooLarge('ItemAdded', 2, 1);
        return append();
      }),
    });
    const answers = await Promise.all(['one', 'large', 'two'].map((itemId) => give('add-item', item(itemId))));
    expect(answers.map(({ status }) => status)).toEqual([200, 413, 200]);
    expect(await recorded()).toHaveLength(3);
  });
});

describe('a record with an event that this version cannot read', () => {
  test.each([
    ['of an unknown type', 'TeaServed', {}],
    ['of a newer shape', 'ItemWithdrawn', { shape: 99 }],
  ])('%s refuses commands and leaves other meetings alone', async (_what, type, extra) => {
    await open();
    await house.send(organizer, 'POST', '/api/meetings', { ...plan, meetingId: 'other' });
    const id = randomUUID();
    const [first] = await recorded();
    await house.store.append(
      'meeting-conference',
      [{ id, type, data: { at: house.clock.now() }, metadata: { ...first!.metadata, ...extra } }],
      0,
    );
    await house.stop();
    house = await openTestHouse({ directory: house.directory });

    const refused = await give('add-item', item('one'));
    expect(refused.status).toBe(409);
    const problem = (await refused.json()) as { code: string; detail: string };
    expect(problem.code).toBe('record.unreadable');
    expect(problem.detail).toContain('Upgrade');
    expect((await give('add-item', item('one'), {}, 'other')).status).toBe(200);
    expect(await recorded()).toHaveLength(2);
  });
});
