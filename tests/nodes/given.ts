// What the tests of several nodes begin with: an event store that they share, folders of their own, one secret, and
// whatever was started is stopped at the end.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startEventStoreDb } from '../eventstoredb/server.ts';
import type { EventStoreDbOptions, EventStoreDbServer } from '../eventstoredb/server.ts';
import { MAIN, startProcess } from '../server/start.ts';
import type { Server } from '../server/start.ts';

/** A folder that is removed when the test is over. */
export function folder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-node-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export async function eventStore(options: EventStoreDbOptions = {}): Promise<EventStoreDbServer> {
  const server = await startEventStoreDb(options);
  onTestFinished(() => server.close());
  return server;
}

/** What a node says of itself once it is open, or of where it waits. */
export const OPEN = /^Rostrum is at (http:\/\/\S+)$/;
export const WAITING = /"ready":"(http:\/\/[^"]+)\/readyz"/;

export const newSecret = (): string => randomBytes(32).toString('hex');

/** Starts a node in a folder of its own; resolves once it says so. It is killed when the test is over. */
export async function node(env: Readonly<Record<string, string>>, says: RegExp = OPEN): Promise<Server> {
  const settings = { PORT: '0', DATA_DIR: folder(), LOG_LEVEL: 'warn', RATE_LIMITS: 'off', ...env };
  const server = await startProcess([MAIN], settings, says);
  onTestFinished(() => server.kill());
  return server;
}

/** The lines with which a node refuses to start, and its exit code is 1. */
export async function refusal(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const refused = await node({ LOG_LEVEL: 'error', ...env }, OPEN).then(
    () => undefined,
    (error: Error) => error.message,
  );
  const [first = '', ...lines] = refused?.split('\n') ?? [];
  if (first !== 'The server ended with 1 before it listened:') throw new Error(`It was not refused: ${refused}`);
  return lines;
}

/** Whether a node is ready, and why it is not. */
export async function readiness(address: string): Promise<readonly [status: number, reasons: string]> {
  const response = await fetch(`${address}/readyz`);
  const { checks } = (await response.json()) as { checks: readonly { reason: string | null }[] };
  return [response.status, checks.flatMap(({ reason }) => reason ?? []).join(' ')];
}
