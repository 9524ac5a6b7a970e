// Durable commands a second over HTTP: the real server in a process of its own, 64 clients, beside the same route that
// stores nothing and beside what one would write by hand.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signIn, startProcess, startServer } from '../server/start.ts';
import { alternate, rowOf } from './row.ts';
import type { Row } from './row.ts';
import { answersPerSecond } from './http-load.ts';
import type { NextRequest } from './http-load.ts';
import { openMeeting } from './meetings.ts';

const REFERENCE = fileURLToPath(new URL('reference-server.ts', import.meta.url));
const CLIENTS = 64;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3);
const TURNS = 3;

/** The secretary's points of the speech under way, another text each time, so that each is an event. */
const pointsOf =
  (meetings: readonly string[]): NextRequest =>
  (client, turn) => ({
    path: `/api/meetings/${meetings[client % meetings.length]}/summarize-speech`,
    body: JSON.stringify({
      speechId: 'speech',
      points: [
        `Point ${turn} of client ${client}: the intelligent enterprise is to stand by the end of the plan.`,
        'The second point stays as it was.',
      ],
    }),
  });

export async function commandRows(): Promise<readonly Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-bench-'));
  const rostrum = await startServer(join(directory, 'rostrum'));
  const nothing = await startProcess([REFERENCE, 'nothing']);
  const byHand = await startProcess([REFERENCE, 'insert', join(directory, 'by-hand.sqlite')]);
  try {
    const cookie = await signIn(rostrum.address);
    const many = Array.from({ length: CLIENTS }, (_unused, place) => `council-${place}`);
    for (const meetingId of many) await openMeeting(rostrum.address, cookie, meetingId);
    const load = (address: string, meetings: readonly string[]) => () =>
      answersPerSecond({ address, cookie }, CLIENTS, SECONDS, pointsOf(meetings));
    const one = many.slice(0, 1);
    const besideNothing = await alternate(TURNS, load(rostrum.address, one), load(nothing.address, one));
    const besideByHand = await alternate(TURNS, load(rostrum.address, one), load(byHand.address, one));
    const manyBesideOne = await alternate(TURNS, load(rostrum.address, many), load(rostrum.address, one));
    const shared = { unit: 'commands/s', direction: 'at least' } as const;
    return [
      rowOf({
        ...shared,
        name: 'durable commands, 64 clients, one meeting',
        reference: 'the same route, storing nothing',
        ...besideNothing,
        bar: 0.5,
      }),
      rowOf({
        ...shared,
        name: 'durable commands, 64 clients, one meeting',
        reference: 'the same route, one INSERT in a transaction',
        ...besideByHand,
        bar: 3,
      }),
      rowOf({
        ...shared,
        name: 'durable commands, 64 clients, 64 meetings',
        reference: 'one meeting',
        ...manyBesideOne,
        bar: 1,
      }),
    ];
  } finally {
    await Promise.all([rostrum.stop(), nothing.kill(), byHand.kill()]);
    rmSync(directory, { recursive: true, force: true });
  }
}
