// A node that joins the others: it reads the record before it is ready and tells how far it has come, passes over what is
// not ours, and after an absence goes on where it stopped.

import { expect, test } from 'vitest';
import { append, connect } from '../eventstoredb/bare-client.ts';
import { Secretariat } from '../server/secretariat.ts';
import { ADMIN_PASSWORD } from '../server/start.ts';
import { eventStore, folder, newSecret, node, readiness } from './given.ts';

const MEETINGS = 60;

/** What the log says it read for the lists, of all lines that say so. */
const eventsRead = (lines: readonly string[]): readonly number[] =>
  lines.flatMap((line) => {
    const { message, events } = JSON.parse(line.startsWith('{') ? line : '{}') as { message?: string; events?: number };
    return message === 'Building the lists from the record.' ? [events ?? 0] : [];
  });

test('a node reads the record before it is ready, and after an absence only what it missed', async () => {
  const store = await eventStore();
  const env = { EVENT_STORE: store.url, SECRET: newSecret(), ADMIN_PASSWORD };
  const first = await node(env);
  const here = await Secretariat.at(first.address);
  const schedule = (meetingId: string) =>
    here.does('POST', '/api/meetings', {
      meetingId,
      title: `Sitting ${meetingId}`,
      organisation: 'Council of the City',
      timeZone: 'UTC',
      startsAt: '2040-01-01T09:00:00Z',
      endsAt: '2040-01-01T10:00:00Z',
    });
  for (let number = 0; number < MEETINGS; number++) await schedule(`m${number}`);
  await append(connect(store.url), 'orders-1', 'no_stream', 1, 2);

  // A store that takes 50 ms for each event: a minute for twelve hundred.
  for (const operation of ['read', 'subscribe'] as const) store.faults.always(operation, { pace: 50 });
  const data = folder();
  const second = await node({ ...env, DATA_DIR: data, LOG_LEVEL: 'info' });
  const reasons = new Set<string>();
  await expect
    .poll(
      async () => {
        const [status, reason] = await readiness(second.address);
        if (status === 503) reasons.add(reason);
        return status;
      },
      { interval: 100 },
    )
    .toBe(200);
  expect([...reasons].some((reason) => /being built from the record/.test(reason))).toBe(true);
  expect(eventsRead(second.lines).at(-1)).toBeGreaterThan(MEETINGS);
  const there = here.elsewhere(second.address);
  const total = async () => (await there.does<{ total: number }>('GET', '/api/meetings')).total;
  expect(await total()).toBe(MEETINGS);
  const metrics = await (await fetch(`${second.address}/metrics`)).text();
  expect(/^rostrum_foreign_events_total (\d+)$/m.exec(metrics)?.[1]).toBe('2');
  expect(second.lines.filter((line) => line.includes('not of this program'))).toHaveLength(1);

  await second.stop();
  await schedule('while-away');
  const again = await node({ ...env, DATA_DIR: data, LOG_LEVEL: 'info' });
  await expect.poll(() => readiness(again.address)).toEqual([200, '']);
  const back = here.elsewhere(again.address);
  expect((await back.does<{ total: number }>('GET', '/api/meetings')).total).toBe(MEETINGS + 1);
  for (const events of eventsRead(again.lines)) expect(events).toBeLessThan(10);
});
