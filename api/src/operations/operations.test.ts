// What operators look at: the log, the measurements, and whether the server is alive and ready.

import { StoreUnavailable } from '@rostrum/infra';
import type { EventStore } from '@rostrum/infra';
import { afterEach, describe, expect, test } from 'vitest';
import { plan } from '../conference.fixture.ts';
import { HandClock, openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { Log } from './log.ts';
import type { LogLevel } from './log.ts';
import { Counter, Gauge, Histogram, Registry } from './metrics.ts';

describe('the log', () => {
  const open = (level: LogLevel, plain = false) => {
    const lines: string[] = [];
    return { lines, log: new Log({ level, plain, clock: new HandClock(), write: (line) => lines.push(line) }) };
  };

  test('writes JSON lines with their time and level', () => {
    const { lines, log } = open('info');
    log.with({ request: '7' }).info('The record is open.', { streams: 3 });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/\n$/);
    expect(JSON.parse(lines[0]!)).toEqual({
      at: '2021-05-26T01:00:00.000Z',
      level: 'info',
      message: 'The record is open.',
      request: '7',
      streams: 3,
    });
  });

  test('leaves out what lies below its level', () => {
    const { lines, log } = open('warn');
    log.debug('one');
    log.info('two');
    log.warn('three');
    log.error('four', new Error('why'));
    expect(lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual(['three', 'four']);
    expect(lines[1]).toContain('Error: why');
    const silent = open('silent');
    silent.log.error('nothing');
    expect(silent.lines).toEqual([]);
  });

  test('keeps one line for one thing, whatever stands in it', () => {
    const { lines, log } = open('info');
    log.info('A title', { title: 'two\nlines \u001B[31m' });
    expect(lines[0]!.trimEnd()).not.toMatch(/\p{Cc}/u);
  });

  test('is plain where a person reads it', () => {
    const { lines, log } = open('info', true);
    log.warn('The disk is nearly full.', { free: 12 });
    expect(lines[0]).toBe('01:00:00  WARN The disk is nearly full.  free=12\n');
  });

  test('lets nobody’s text pass for another line or move the cursor on a terminal', () => {
    const { lines, log } = open('info', true);
    log.info('A title', { title: 'two\nlines \u001B[31m' });
    expect(lines[0]!.trimEnd()).not.toMatch(/\p{Cc}/u);
  });
});

describe('measurements', () => {
  test('are written as Prometheus reads them', () => {
    const registry = new Registry();
    const commands = registry.add(new Counter('commands_total', 'Commands.'));
    const times = registry.add(new Histogram('seconds', 'Times.', [0.1, 1]));
    registry.add(new Gauge('loaded', 'Loaded.', () => 2));
    commands.add(1, { command: 'give-floor', outcome: 'accepted' });
    commands.add(2, { command: 'give-floor', outcome: 'accepted' });
    commands.add(1, { command: 'say "hi"\\\n', outcome: 'failed' });
    const spread = times.of({ route: '/x' });
    for (const seconds of [0.05, 0.1, 0.5, 7]) spread.observe(seconds);
    expect(registry.page()).toBe(`# HELP commands_total Commands.
# TYPE commands_total counter
commands_total{command="give-floor",outcome="accepted"} 3
commands_total{command="say \\"hi\\"\\\\\\n",outcome="failed"} 1
# HELP seconds Times.
# TYPE seconds histogram
seconds_bucket{route="/x",le="0.1"} 2
seconds_bucket{route="/x",le="1"} 3
seconds_bucket{route="/x",le="+Inf"} 4
seconds_sum{route="/x"} 7.65
seconds_count{route="/x"} 4
# HELP loaded Loaded.
# TYPE loaded gauge
loaded 2
`);
  });

  test('have each name once', () => {
    const registry = new Registry();
    registry.add(new Counter('one', ''));
    expect(() => registry.add(new Counter('one', ''))).toThrow('exists already');
  });
});

describe('a server', () => {
  let house: TestHouse;
  afterEach(() => house.remove());

  test('is alive and ready', async () => {
    house = await openTestHouse();
    expect(await (await house.send(null, 'GET', '/healthz')).json()).toEqual({ alive: true });
    const response = await house.send(null, 'GET', '/readyz');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      ready: true,
      checks: expect.arrayContaining([{ name: 'record', ready: true, reason: null }]),
    });
  });

  test('is alive but not ready once its store is gone, and says why', async () => {
    house = await openTestHouse();
    await house.store.close();
    expect((await house.send(null, 'GET', '/healthz')).status).toBe(200);
    const response = await house.send(null, 'GET', '/readyz');
    expect(response.status).toBe(503);
    const { checks } = (await response.json()) as { checks: { name: string; ready: boolean; reason: string | null }[] };
    expect(checks.find(({ name }) => name === 'record')).toMatchObject({
      ready: false,
      reason: 'The event store is closed.',
    });
  });

  test('whose record is away for a while is not ready meanwhile, and by itself ready again', async () => {
    let state: 'there' | 'away' | 'silent' = 'there';
    const lastPosition = (store: EventStore): Promise<bigint> => {
      if (state === 'silent') return new Promise(() => {});
      if (state === 'there') return store.lastPosition();
      return Promise.reject(new StoreUnavailable('store.unreachable', 'Nothing listens at 127.0.0.1:2113.'));
    };
    house = await openTestHouse({
      around: (store) =>
        new Proxy(store, {
          get(target, name) {
            if (name === 'lastPosition') return () => lastPosition(target);
            const value: unknown = Reflect.get(target, name, target);
            return typeof value === 'function' ? (value.bind(target) as unknown) : value;
          },
        }),
    });
    const record = async () => {
      const response = await house.send(null, 'GET', '/readyz');
      const { checks } = (await response.json()) as { checks: { name: string; reason: string | null }[] };
      return [response.status, checks.find(({ name }) => name === 'record')?.reason];
    };
    const said = () => house.lines.map((line) => (JSON.parse(line) as { message: string }).message);
    const reachable = async () =>
      (await (await house.send(null, 'GET', '/metrics')).text()).match(/^rostrum_store_reachable (\d)$/m)?.[1];

    expect(await record()).toEqual([200, null]);
    state = 'away';
    expect(await record()).toEqual([503, 'Nothing listens at 127.0.0.1:2113.']);
    expect(await reachable()).toBe('0');
    state = 'silent';
    expect(await record()).toEqual([503, 'The record does not answer.']);
    state = 'there';
    expect(await record()).toEqual([200, null]);
    expect(await reachable()).toBe('1');
    expect(said().filter((line) => /away|again/.test(line))).toEqual([
      'The record is away. Commands are refused until it is there again.',
      'The record is there again.',
    ]);
  });

  test('counts its commands by name and outcome, and what it wrote', async () => {
    house = await openTestHouse();
    await house.send(organizer, 'POST', '/api/meetings', plan);
    await house.send(organizer, 'POST', '/api/meetings/conference/close-meeting');
    const page = await (await house.send(null, 'GET', '/metrics')).text();
    expect(page).toContain('rostrum_commands_total{command="schedule-meeting",outcome="accepted"} 1\n');
    expect(page).toMatch(/rostrum_commands_total\{command="close-meeting",outcome="meeting\.[a-z-]+"\} 1\n/);
    expect(page).toMatch(/rostrum_events_appended_total 1\n/);
    for (const name of [
      'rostrum_decision_seconds_count',
      'rostrum_append_seconds_count',
      'rostrum_batch_commands_count',
      'rostrum_meetings_loaded',
      'rostrum_live_listeners',
      'process_resident_memory_bytes',
      'process_event_loop_delay_seconds',
      'rostrum_request_seconds_bucket',
      'rostrum_store_position 1',
      'rostrum_store_lag{of="feed"} 0',
      'rostrum_foreign_events_total 0',
      'rostrum_store_reachable 1',
      `name="${house.deps.settings.nodeName}"`,
    ]) {
      expect(page).toContain(name);
    }
    for (const line of page.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{.*\})? -?[0-9.e+-]+)$/);
  });
});
