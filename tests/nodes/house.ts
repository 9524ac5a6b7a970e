// A node in the process of a test: the real house on an event store that is given, entered without its doors.

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Log, openHouse, readSettings } from '@rostrum/api/server';
import type { House } from '@rostrum/api/server';
import type { Actor } from '@rostrum/events';
import { systemClock } from '@rostrum/infra';
import type { EventStore, ProcessHome } from '@rostrum/infra';
import { openFolderFiles } from '@rostrum/infra/adapters';
import { ReadModels } from '@rostrum/projections/tables';
import { onTestFinished } from 'vitest';

export const organizer: Actor = { kind: 'account', id: 'organizer-1', name: 'Zhou Ping', roles: ['organizer'] };

export type NodeInside = {
  readonly house: House;
  readonly store: EventStore;
  /** The lines of its log. */
  readonly lines: readonly string[];
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** Status and, of a refusal, the code. */
  readonly status: (method: string, path: string, body?: unknown) => Promise<readonly [number, string | undefined]>;
  /** Resolves once it has seen everything that the store holds now. */
  readonly current: () => Promise<void>;
  /** Stops it and lets the store go; its folder stays. */
  readonly stop: () => Promise<void>;
};

/** A folder for a node, which is removed when the test is over. */
export function nodeFolder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-node-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** An event store, and the home of processes beside it. */
export type Ground = {
  readonly store: EventStore & { readonly foreignEvents?: number };
  readonly processHome: ProcessHome;
};

/** Opens a node on a store, which it closes when it stops: at the latest when the test is over. */
export async function nodeOn({ store, processHome }: Ground, directory = nodeFolder()): Promise<NodeInside> {
  const lines: string[] = [];
  const readModels = ReadModels.open(join(directory, 'read-models.sqlite'));
  const house = await openHouse({
    settings: readSettings({ DATA_DIR: directory, LOG_LEVEL: 'info', RATE_LIMITS: 'off' }, directory),
    publicUrl: () => 'http://localhost',
    store,
    processHome,
    foreignEvents: () => store.foreignEvents ?? 0,
    files: openFolderFiles({ directory: join(directory, 'files') }),
    readModels,
    clock: systemClock,
    newId: randomUUID,
    log: new Log({ level: 'info', clock: systemClock, write: (line) => void lines.push(line) }),
    secrets: [randomBytes(32)],
    webRoot: join(directory, 'no-web'),
    resolveCaller: () => ({ actor: organizer, sessionId: 'session-1', expiresAt: '2099-01-01T00:00:00.000Z' }),
  });
  let stopped: Promise<void> | undefined;
  const stop = () =>
    (stopped ??= (async () => {
      house.leave();
      await house.idle();
      await store.close();
      readModels.close();
    })());
  onTestFinished(stop);
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> =>
    house.app.request(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  const status = async (method: string, path: string, body?: unknown) => {
    const response = await ask(method, path, body);
    const text = await response.text();
    return [response.status, response.ok ? undefined : (JSON.parse(text) as { code: string }).code] as const;
  };
  const current = async () => {
    const position = await store.lastPosition();
    if (!(await house.deps.feed.reach(position, 10_000))) throw new Error('The record does not arrive.');
  };
  return { house, store, lines, ask, status, current, stop };
}
