/**
 * A store in a process of its own, so that tests can end it as a power cut would. Run with the data folder and a deed;
 * what it has to say goes to standard output, a line each, written before anything else happens.
 */

import { writeSync } from 'node:fs';
import { openSqliteEventStore } from './open.ts';
import type { EventStore } from '../port.ts';
import { all, said } from './said.fixture.ts';

const say = (line: string): void => void writeSync(1, `${line}\n`);

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? String(error);

/** Appends for ever, four writers to each of three streams; says `stream revision id` of all that is acknowledged. */
async function append(store: EventStore): Promise<void> {
  const write = async (stream: string): Promise<void> => {
    for (;;) {
      const event = said('x'.repeat(300));
      const { revision } = await store.append(stream, [event], 'any');
      say(`${stream} ${revision} ${event.id}`);
    }
  };
  await Promise.all(Array.from({ length: 12 }, (_, index) => write(`meeting-${index % 3}`)));
}

/** Appends until that fails; says what was acknowledged, then `failed code id`, then what can be read. */
async function fill(store: EventStore): Promise<void> {
  for (;;) {
    const event = said('x'.repeat(2000));
    try {
      await store.append('meeting-0', [event], 'any');
      say(`acknowledged ${event.id}`);
    } catch (error) {
      say(`failed ${codeOf(error)} ${event.id}`);
      break;
    }
  }
  say(`readable ${(await all(store.readStream('meeting-0'))).length}`);
}

/** Appends a few, says so, and waits to be ended. */
async function hold(store: EventStore): Promise<void> {
  await store.append('meeting-0', [said('a'), said('b')], 'none');
  say('holding');
}

const deeds: Readonly<Record<string, (store: EventStore) => Promise<void>>> = { append, fill, hold };

const [directory, deed] = process.argv.slice(2);
try {
  await deeds[deed!]!(await openSqliteEventStore({ directory: directory! }));
  setInterval(() => undefined, 1000);
} catch (error) {
  say(`refused ${codeOf(error)} ${(error as Error).message}`);
}
