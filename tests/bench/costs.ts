// What one thing costs: a command, a listener, an event to a listener, an arrival; in processor time, memory and bytes. They
// are what docs/scale.md reckons with. By the server's own account of itself, so that what else the machine does matters
// little. Run it by itself: node tests/bench/costs.ts [connection string of an event store; SQLite without it]

import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { signIn, startServer } from '../server/start.ts';
import type { Server } from '../server/start.ts';
import { conferenceOnTheWire } from './conference-wire.ts';
import { answersPerSecond } from './http-load.ts';
import type { Target } from './http-load.ts';
import { Listeners } from './listeners.ts';
import { give, openMeeting } from './meetings.ts';
import { quantile } from './row.ts';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
const CLIENTS = 64;

const say = (what: string, figure: number, unit: string) =>
  console.log(
    `${(figure >= 100 ? Math.round(figure).toLocaleString('en') : figure.toPrecision(3)).padStart(10)} ${unit.padEnd(6)} ${what}`,
  );

/** What the server says of itself. */
class Meter {
  readonly #address: string;

  constructor({ address }: Pick<Server, 'address'>) {
    this.#address = address;
  }

  /** The sum of a metric over its labels. */
  async read(name: string): Promise<number> {
    const page = await (await fetch(`${this.#address}/metrics`)).text();
    const samples = page.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'));
    return Array.from(samples, ([, value]) => Number(value)).reduce((sum, value) => sum + value, 0);
  }

  /** Microseconds of processor time that some work takes the server. */
  async microseconds(work: () => Promise<unknown>): Promise<number> {
    const before = await this.read('process_cpu_seconds_total');
    await work();
    return ((await this.read('process_cpu_seconds_total')) - before) * 1e6;
  }
}

const summarize = (meetingId: string, text: string) => ({
  path: `/api/meetings/${meetingId}/summarize-speech`,
  body: JSON.stringify({ speechId: 'speech', points: [text, 'The second point stays as it was.'] }),
});

async function commands(target: Target, meter: Meter): Promise<void> {
  for (const clients of [1, CLIENTS]) {
    const before = await meter.read('rostrum_commands_total');
    let rate = 0;
    const cpu = await meter.microseconds(async () => {
      rate = await answersPerSecond(target, clients, SECONDS, (client, turn) =>
        summarize('council', `Point ${turn} of client ${client}, of ${clients}: ${'as long as most are. '.repeat(4)}`),
      );
    });
    const given = (await meter.read('rostrum_commands_total')) - before;
    say(`processor time of a command, ${clients} at a time`, cpu / given, 'µs');
    say(`commands, ${clients} at a time`, rate, '/s');
  }
}

async function listeners(server: Server, meter: Meter, cookie: string): Promise<void> {
  const path = '/api/meetings/plenary/live';
  await openMeeting(server.address, cookie, 'plenary');
  const tell = async (count: number, pace: number) => {
    for (let turn = 0; turn < count; turn += 1) {
      await give(server.address, cookie, '/plenary/summarize-speech', {
        speechId: 'speech',
        points: [`${Math.random()}`],
      });
      await pause(pace);
    }
  };
  await tell(200, 5);
  const alone = await meter.microseconds(() => tell(100, 20));
  const memory = await meter.read('process_resident_memory_bytes');
  const audience = new Listeners(server.address, cookie);
  const count = 2000;
  const opening = await meter.microseconds(() => audience.open(path, count));
  await pause(1000);
  say(
    `memory of a listener, of ${count}`,
    ((await meter.read('process_resident_memory_bytes')) - memory) / count / 1024,
    'KiB',
  );
  say('processor time to open a live stream, of a small meeting', opening / count, 'µs');
  await tell(50, 20);
  const together = await meter.microseconds(async () => {
    await tell(100, 20);
    await audience.settled();
  });
  say('processor time to tell a listener of an event', (together - alone) / count / 100, 'µs');
  const beats = 2;
  const beating = await meter.microseconds(() => pause(beats * 15_000));
  audience.close();
  await pause(2000);
  const idle = await meter.microseconds(() => pause(beats * 15_000));
  say('processor time of a heartbeat to a listener', (beating - idle) / beats / count, 'µs');
  say('processor time of a server at rest', idle / beats / 15, 'µs/s');
}

const rosterOf = (count: number) =>
  Array.from({ length: count }, (_unused, place) => ({
    kind: 'person',
    name: `Delegate Number ${place}`,
    title: 'Head of Department',
    unit: `Headquarters / Department ${place % 40}`,
  }));

/** Attendees who open their personal link and follow the meeting, while those who are there are told of each. */
async function arrivals(server: Server, meter: Meter, cookie: string): Promise<void> {
  const sizes: { readonly roster: number; readonly bytes: number }[] = [];
  const audiences: Listeners[] = [];
  for (const count of [100, 400, 1000]) {
    const meetingId = `assembly-${count}`;
    const rows = rosterOf(count);
    await openMeeting(server.address, cookie, meetingId, (command) => command('import-roster', { rows }));
    const links = await fetch(`${server.address}/api/meetings/${meetingId}/links`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{}',
    });
    if (!links.ok) throw new Error(await links.text());
    const issued = (await links.json()) as readonly { readonly url: string }[];
    const audience = new Listeners(server.address, cookie);
    const before = await meter.read('rostrum_events_appended_total');
    const cpu = await meter.microseconds(async () => {
      for (let first = 0; first < issued.length; first += 20)
        await Promise.all(
          issued.slice(first, first + 20).map(({ url }) => audience.arrive(url, `/api/meetings/${meetingId}/live`)),
        );
      await audience.settled();
    });
    say(
      `events recorded for an arrival, of ${issued.length}`,
      ((await meter.read('rostrum_events_appended_total')) - before) / issued.length,
      '',
    );
    say(`processor time of an arrival, of ${issued.length}`, cpu / issued.length, 'µs');
    const snapshot = await Listeners.snapshotBytes(server.address, cookie, `/api/meetings/${meetingId}/live`);
    sizes.push({ roster: issued.length, bytes: snapshot });
    say(`snapshot of a meeting with ${issued.length} people there`, snapshot, 'B');
    audiences.push(audience);
  }
  for (const audience of audiences) audience.close();
  const [least, most] = [sizes[0]!, sizes.at(-1)!];
  say('of it for each person on the roster and there', (most.bytes - least.bytes) / (most.roster - least.roster), 'B');
}

/** What a node has to do with the events of another: it receives them, keeps its lists up, and tells nobody. */
async function elsewhere(target: Target, eventStore: string, folder: string): Promise<void> {
  const other = await startServer(folder, { EVENT_STORE: eventStore });
  try {
    const meter = new Meter(other);
    const here = new Meter(target);
    await pause(2000);
    const before = await here.read('rostrum_events_appended_total');
    const cpu = await meter.microseconds(async () => {
      await answersPerSecond(target, CLIENTS, SECONDS, (client, turn) =>
        summarize('council', `Point ${turn} of client ${client}, to be heard elsewhere`),
      );
      await pause(1000);
    });
    say(
      'processor time of an event of another node',
      cpu / ((await here.read('rostrum_events_appended_total')) - before),
      'µs',
    );
  } finally {
    await other.stop();
  }
}

/** Meetings that one person each follows, each with a hundred on its roster. */
async function meetings(server: Server, meter: Meter, cookie: string): Promise<void> {
  const count = 200;
  const rows = rosterOf(100);
  const names = Array.from({ length: count }, (_unused, place) => `meeting-of-100-${place}`);
  for (const name of names)
    await openMeeting(server.address, cookie, name, (command) => command('import-roster', { rows }));
  const before = await meter.read('process_resident_memory_bytes');
  const audience = new Listeners(server.address, cookie);
  const cpu = await meter.microseconds(async () => {
    for (const name of names) await audience.open(`/api/meetings/${name}/live`, 1);
  });
  await pause(1000);
  const grown = (await meter.read('process_resident_memory_bytes')) - before;
  say('memory of a meeting of 100 that somebody follows', grown / count / 1024, 'KiB');
  say('processor time of the first to follow a meeting of 100', cpu / count, 'µs');
  audience.close();
}

async function bytes(): Promise<void> {
  const { events, snapshot, stored } = await conferenceOnTheWire();
  say('events of the conference of 2021', events.length, '');
  say('an event on the wire, mean', events.reduce((sum, size) => sum + size, 0) / events.length, 'B');
  say('an event on the wire, median', quantile(events, 0.5), 'B');
  say('an event on the wire, 95 of 100 are shorter', quantile(events, 0.95), 'B');
  say(
    'an event as it is stored (data and metadata), mean',
    stored.reduce((sum, size) => sum + size, 0) / stored.length,
    'B',
  );
  say('snapshot of the whole conference', snapshot, 'B');
}

const [eventStore] = process.argv.slice(2);
console.log(
  `${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, ${eventStore === undefined ? 'SQLite' : 'EventStoreDB'}\n`,
);
const directory = mkdtempSync(join(tmpdir(), 'rostrum-costs-'));
const server = await startServer(
  join(directory, 'server'),
  eventStore === undefined ? {} : { EVENT_STORE: eventStore },
);
try {
  const meter = new Meter(server);
  const cookie = await signIn(server.address);
  await openMeeting(server.address, cookie, 'council');
  const target = { address: server.address, cookie };
  await answersPerSecond(target, CLIENTS, 2, (client, turn) => summarize('council', `Warming up ${client} ${turn}`));
  await commands(target, meter);
  if (eventStore !== undefined) await elsewhere(target, eventStore, join(directory, 'other'));
  await listeners(server, meter, cookie);
  await meetings(server, meter, cookie);
  await arrivals(server, meter, cookie);
  await bytes();
} finally {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}
