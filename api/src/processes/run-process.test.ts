// A process handles every event in order, on one node at a time, and goes on where it stopped: whoever leaves, dies, stalls
// or cannot reach the home of processes.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NewEvent, RecordedEvent } from '@rostrum/events';
import type { EventStore, ProcessHome } from '@rostrum/infra';
import { openLocalProcessHome, openSqliteEventStore } from '@rostrum/infra/adapters';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HandClock } from '../house.fixture.ts';
import { Log } from '../operations/log.ts';
import { Registry } from '../operations/metrics.ts';
import { distant } from './distant-home.fixture.ts';
import { processMeasures } from './measures.ts';
import { runProcess } from './run-process.ts';
import type { ProcessOptions, RunningProcess } from './run-process.ts';

let directory: string;
let store: EventStore;
let home: ProcessHome;
let lines: string[];
const leaving: AbortController[] = [];
const running: RunningProcess[] = [];

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'rostrum-process-'));
  store = await openSqliteEventStore({ directory });
  home = openLocalProcessHome({ directory: join(directory, 'processes') });
  lines = [];
});
afterEach(async () => {
  for (const each of leaving.splice(0)) each.abort();
  await Promise.all(running.splice(0).map(({ ended }) => ended));
  await store.close();
  rmSync(directory, { recursive: true });
});

const AT = '2021-05-26T01:00:00.000Z';

/** An event that says a number. */
const said = (text: string, extra: { readonly shape?: number } = {}): NewEvent => {
  const id = randomUUID();
  const metadata = {
    actor: { kind: 'system', id: 'test' } as const,
    commandId: id,
    command: 'convene-meeting',
    fingerprint: '0000000000000000',
    $correlationId: id,
    $causationId: id,
    recordedAt: AT,
    ...extra,
  };
  return { id, type: 'MeetingConvened', data: { notice: text, at: AT }, metadata };
};

const append = async (from: number, to: number, stream = 'meeting-1', into = store) => {
  for (let number = from; number <= to; number += 1) await into.append(stream, [said(String(number))], 'any');
};

const textOf = ({ data, type }: RecordedEvent): string =>
  type === 'MeetingConvened' ? (data as { notice: string }).notice : type;

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, place) => String(from + place));

type Node = RunningProcess & {
  readonly handled: string[];
  readonly fences: Set<number>;
  readonly leave: () => Promise<void>;
};

/** Starts the process on one more node. */
function start(options: Partial<ProcessOptions> = {}): Node {
  const controller = new AbortController();
  leaving.push(controller);
  const handled: string[] = [];
  const fences = new Set<number>();
  const log = new Log({ level: 'info', clock: new HandClock(), write: (line) => lines.push(line) });
  const process = runProcess({
    name: 'usher',
    prefixes: ['meeting-'],
    from: 'start',
    home,
    store,
    log,
    holder: randomUUID(),
    signal: controller.signal,
    ttlMs: 400,
    ...options,
    handle: async (event, charge) => {
      fences.add(charge.fence);
      await options.handle?.(event, charge);
      handled.push(textOf(event));
    },
  });
  running.push(process);
  const leave = async () => {
    controller.abort();
    await process.ended;
  };
  return { ...process, handled, fences, leave };
}

describe('a process', () => {
  test('handles the events of its streams in order, those of the past first', async () => {
    await append(1, 3);
    await append(100, 100, 'account-1');
    const node = start();
    await expect.poll(() => node.handled).toEqual(numbers(1, 3));
    await append(4, 6);
    await expect.poll(() => node.handled).toEqual(numbers(1, 6));
  });

  test('may begin with what comes from now on, and misses nothing from then, even where nothing came before it died', async () => {
    await append(1, 3);
    const first = start({ from: 'now' });
    await expect.poll(async () => (await home.holders('usher')).length).toBe(1);
    await expect.poll(() => first.fences.size === 0 && lines.join('')).toBe('');
    await sleep(100);
    await first.leave();
    await append(4, 5);
    const second = start({ from: 'now' });
    await expect.poll(() => second.handled).toEqual(['4', '5']);
    expect(first.handled).toEqual([]);
  });

  test('begins at the first event where it began with the present of an empty record', async () => {
    const first = start({ from: 'now' });
    await sleep(100);
    await first.leave();
    await append(1, 2);
    const second = start({ from: 'now' });
    await expect.poll(() => second.handled).toEqual(['1', '2']);
  });

  test('is handed on at once, and without a repetition, where its node leaves', async () => {
    await append(1, 50);
    const first = start({ ttlMs: 60_000 });
    await expect.poll(() => first.handled.length).toBe(50);
    const second = start({ ttlMs: 60_000 });
    await first.leave();
    await append(51, 60);
    await expect.poll(() => second.handled).toEqual(numbers(51, 60));
    expect(first.handled).toEqual(numbers(1, 50));
    expect(Math.min(...second.fences)).toBeGreaterThan(Math.max(...first.fences));
  });

  test('does not count an event that was not handled to its end when its node leaves', async () => {
    await append(1, 3);
    const first = start({
      handle: async (event, { signal }) => {
        if (textOf(event) === '2') await sleep(10_000, undefined, { signal });
      },
    });
    await expect.poll(() => first.handled).toEqual(['1']);
    await sleep(20);
    await first.leave();
    const second = start();
    await expect.poll(() => second.handled).toEqual(['2', '3']);
  });

  test('is taken over where its node cannot be heard of, and stops there first', async () => {
    const far = distant(home);
    let stopped = 0;
    const first = start({
      home: far,
      handle: async (event, { signal }) => {
        if (textOf(event) !== '3') return;
        signal.addEventListener('abort', () => (stopped = performance.now()));
        await sleep(10_000, undefined, { signal });
      },
    });
    await append(1, 3);
    await expect.poll(() => first.handled).toEqual(['1', '2']);
    // What is handled is kept within a moment.
    await sleep(150);
    far.away = 'silent';
    let began = 0;
    const second = start({ handle: async () => void (began ||= performance.now()) });
    await expect.poll(() => second.handled).toEqual(['3']);
    expect(stopped).toBeGreaterThan(0);
    expect(stopped).toBeLessThan(began);
    far.away = 'no';
    await append(4, 5);
    await expect.poll(() => second.handled).toEqual(['3', '4', '5']);
    expect(first.handled).toEqual(['1', '2']);
  });

  test('blames no work that has ended where the home of processes does not answer for long', async () => {
    const far = distant(home);
    const node = start({ home: far });
    await append(1, 1);
    await expect.poll(() => node.handled).toEqual(['1']);
    // What is handled is kept within a moment.
    await sleep(250);
    far.away = 'silent';
    await expect.poll(() => lines.join('')).toContain('could not be renewed in time');
    await sleep(5300);
    expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
    far.away = 'no';
    await append(2, 2);
    await expect.poll(() => node.handled).toEqual(['1', '2']);
  });

  test('goes on where the home of processes was away for less than its time', async () => {
    const far = distant(home);
    const node = start({ home: far, ttlMs: 3000 });
    await append(1, 1);
    await expect.poll(() => node.handled).toEqual(['1']);
    far.away = 'refused';
    await sleep(900);
    far.away = 'no';
    await append(2, 2);
    await expect.poll(() => node.handled).toEqual(['1', '2']);
    expect(node.fences.size).toBe(1);
  });

  test('tries an event again that it could not handle, and says so meanwhile', async () => {
    const metrics = new Registry();
    const measures = processMeasures(metrics)('usher');
    let broken = true;
    const node = start({
      measures,
      handle: async (event) => {
        if (broken && textOf(event) === '2') throw new Error('The mail server does not answer.');
      },
    });
    await append(1, 3);
    await expect.poll(() => node.readiness.check()).toContain('The process usher cannot handle an event');
    expect(node.handled).toEqual(['1']);
    expect(lines.join('')).toContain('The mail server does not answer.');
    expect(metrics.page()).toContain('rostrum_process_failing{process="usher"} 1');
    expect(metrics.page()).toContain('rostrum_process_holding{process="usher"} 1');
    broken = false;
    await expect.poll(() => node.handled).toEqual(['1', '2', '3']);
    expect(node.readiness.check()).toBeNull();
    expect(metrics.page()).toContain('rostrum_process_failing{process="usher"} 0');
    expect(metrics.page()).toContain('rostrum_process_events_total{process="usher"} 3');
    await node.leave();
    expect(metrics.page()).toContain('rostrum_process_holding{process="usher"} 0');
  });

  test('hears of a stream that was deleted', async () => {
    await append(1, 2);
    await append(1, 1, 'contact-1.liu');
    await store.deleteStream('contact-1.liu');
    const node = start({ prefixes: ['meeting-', 'contact-'] });
    await expect.poll(() => node.handled).toEqual(['1', '2', '$streamDeleted']);
    await node.leave();
    const next = start({ prefixes: ['meeting-', 'contact-'] });
    await append(3, 3);
    await expect.poll(() => next.handled).toEqual(['3']);
  });
});

describe('an event that cannot be read', () => {
  test('is passed over where it is damaged', async () => {
    await append(1, 1);
    await store.append('meeting-1', [{ ...said('2'), data: { notice: 7 } }], 'any');
    await append(3, 3);
    const node = start();
    await expect.poll(() => node.handled).toEqual(['1', '3']);
    expect(lines.join('')).toContain('passes over an event that it cannot read');
  });

  test('is left to another node for a while where a newer version wrote it', async () => {
    await append(1, 1);
    await store.append('meeting-1', [said('2', { shape: 99 })], 'any');
    await append(3, 3);
    const node = start({ newerMs: 1000 });
    await expect.poll(() => node.readiness.check()).toContain('newer version');
    expect(node.handled).toEqual(['1']);
    await expect.poll(() => node.handled).toEqual(['1', '3']);
    expect(node.fences.size).toBe(2);
    expect(node.readiness.check()).toBeNull();
  });
});

describe('where a process goes on', () => {
  /** Another store, in which the events stand at other positions. */
  async function copied(before: number): Promise<{ into: EventStore; close: () => Promise<void> }> {
    const folder = mkdtempSync(join(tmpdir(), 'rostrum-copied-'));
    const into = await openSqliteEventStore({ directory: folder });
    await append(1, before, 'account-1', into);
    for await (const page of store.readAll()) {
      for (const { stream, id, type, data, metadata } of page)
        await into.append(stream, [{ id, type, data, metadata }], 'any');
    }
    const close = async () => {
      await into.close();
      rmSync(folder, { recursive: true });
    };
    return { into, close };
  }

  test.each([0, 7, 500])('after the record was copied to where it stands %i positions further', async (before) => {
    await append(1, 20);
    const first = start();
    await expect.poll(() => first.handled.length).toBe(20);
    await first.leave();
    await append(21, 30);
    const { into, close } = await copied(before);
    const second = start({ store: into });
    await expect.poll(() => second.handled).toEqual(numbers(21, 30));
    await second.leave();
    await close();
  });

  test('by the position, where the stream of its last event was deleted', async () => {
    await append(1, 5);
    const first = start({ prefixes: ['meeting-'] });
    await expect.poll(() => first.handled.length).toBe(5);
    await first.leave();
    await append(6, 8, 'meeting-2');
    await store.deleteStream('meeting-1');
    const second = start();
    await expect.poll(() => second.handled).toEqual(['6', '7', '8', '$streamDeleted']);
    expect(lines.join('')).toContain('goes on by position');
  });

  test('at the end, where the record is older than what was handled', async () => {
    await append(1, 3);
    const { into, close } = await copied(0);
    await append(4, 9);
    const first = start();
    await expect.poll(() => first.handled.length).toBe(9);
    await first.leave();
    const second = start({ store: into });
    await sleep(200);
    await append(10, 11, 'meeting-1', into);
    await expect.poll(() => second.handled).toEqual(['10', '11']);
    await second.leave();
    await close();
  });
});

test(
  'whatever happens to its nodes, no two handle at once, and every event is handled in order',
  { timeout: 120_000 },
  async () => {
    const mishap = fc.record({
      node: fc.nat(2),
      what: fc.constantFrom('leave', 'die', 'refused', 'silent', 'slow'),
      after: fc.integer({ min: 0, max: 250 }),
      lasts: fc.integer({ min: 20, max: 500 }),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(mishap, { maxLength: 6 }), async (mishaps) => {
        round += 1;
        const stream = `meeting-round-${round}.`;
        const [name, count] = [`usher-${round}`, 60];
        const acting = new Set<object>();
        const faults: string[] = [];
        const handled: { readonly number: number; readonly fence: number }[] = [];
        let crashed = false;

        /** A node is on until it dies or leaves; then another one is started in its place. */
        const open = () => {
          const far = distant(home);
          const life = { dead: false, slow: 0 };
          const node = start({
            name,
            prefixes: [stream],
            home: far,
            ttlMs: 200,
            handle: async (event, { fence, signal }) => {
              if (life.dead) return sleep(10_000, undefined, { signal });
              if (acting.size > 0) faults.push(`${textOf(event)} by two at once`);
              if (fence < (handled.at(-1)?.fence ?? 0)) faults.push(`${textOf(event)} under an old fence`);
              acting.add(life);
              try {
                await sleep(Math.random() * 8 + life.slow, undefined, { signal });
                if (!life.dead) handled.push({ number: Number(textOf(event)), fence });
              } finally {
                acting.delete(life);
              }
            },
          });
          return { far, life, node };
        };
        const nodes = [open(), open(), open()];
        const writing = (async () => {
          for (let number = 1; number <= count; number += 1) {
            await append(number, number, `${stream}1`);
            await sleep(Math.random() * 15);
          }
        })();
        for (const { node: place, what, after, lasts } of mishaps) {
          await sleep(after);
          const { far, life, node } = nodes[place]!;
          if (what === 'leave') {
            await node.leave();
            nodes[place] = open();
          } else if (what === 'die') {
            crashed = true;
            life.dead = true;
            acting.delete(life);
            far.away = 'silent';
            nodes[place] = open();
          } else if (what === 'slow') life.slow = lasts;
          else {
            crashed = true;
            far.away = what;
            await sleep(lasts);
            far.away = 'no';
          }
        }
        await writing;
        await expect.poll(() => handled.at(-1)?.number, { timeout: 30_000 }).toBe(count);

        expect(faults).toEqual([]);
        const firsts = [...new Set(handled.map(({ number }) => number))];
        expect(firsts).toEqual(Array.from({ length: count }, (_, place) => place + 1));
        expect(handled.length).toBeLessThanOrEqual(crashed ? Infinity : count);
        // Under one fence nothing comes twice and nothing is passed over.
        for (const [, under] of Map.groupBy(handled, ({ fence }) => fence)) {
          const first = under[0]!.number;
          expect(under.map(({ number }) => number)).toEqual(under.map((_, place) => first + place));
        }
        for (const { far } of nodes) far.away = 'no';
        for (const each of leaving.splice(0)) each.abort();
      }),
      { numRuns: 8 },
    );
  },
);
