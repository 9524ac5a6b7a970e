// A whole house for tests: the real application on a real SQLite file in a folder of its own, with a clock that is set by
// hand and callers that are chosen by a header.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@rostrum/events';
import {
  loadOrCreateSecret,
  openFolderFiles,
  openLocalProcessHome,
  openSqliteEventStore,
} from '@rostrum/infra/adapters';
import type { EventStore, ProcessHome } from '@rostrum/infra';
import { ReadModels } from '@rostrum/projections/tables';
import type { AppContext, Caller } from './http/context.ts';
import { openHouse } from './house.ts';
import type { House, Ports } from './house.ts';
import { Log } from './operations/log.ts';
import { readSettings } from './settings.ts';

/** A clock that stands still until it is set. */
export class HandClock {
  #now: string;

  constructor(now = '2021-05-26T01:00:00.000Z') {
    this.#now = now;
  }

  now(): string {
    return this.#now;
  }

  set(now: string): void {
    this.#now = now;
  }

  /** Forwards, or backwards where negative. */
  move(seconds: number): void {
    this.#now = new Date(Date.parse(this.#now) + seconds * 1000).toISOString();
  }
}

export const organizer: Actor = { kind: 'account', id: 'organizer-1', name: 'Zhou Ping', roles: ['organizer'] };
export const administrator: Actor = {
  kind: 'account',
  id: 'administrator-1',
  name: 'Administrator',
  roles: ['administrator'],
};
export const archivist: Actor = { kind: 'account', id: 'archivist-1', name: 'Archivist', roles: ['archivist'] };

export type TestHouse = House & {
  readonly store: EventStore;
  /** The store without what was put around it. */
  readonly bareStore: EventStore;
  readonly processHome: ProcessHome;
  readonly directory: string;
  readonly clock: HandClock;
  /** The lines of the log. */
  readonly lines: string[];
  /** Sends a request as this actor; a body that is no text is sent as JSON. */
  readonly send: (
    actor: Actor | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** Stops the house; its folder stays for another one. */
  readonly stop: () => Promise<void>;
  /** Stops the house and removes its folder. */
  readonly remove: () => Promise<void>;
};

export type TestHouseOptions = Partial<Pick<Ports, 'webRoot' | 'newId' | 'publicUrl' | 'patience'>> & {
  /** The folder of a house that was stopped. */
  readonly directory?: string;
  /** Another house, on whose store this one is a second node, by the same clock and secret. Stop this one first. */
  readonly beside?: TestHouse;
  readonly clock?: HandClock;
  readonly env?: Readonly<Record<string, string>>;
  /** True where callers come through the real doors, by a cookie, in place of a header. */
  readonly throughDoors?: boolean;
  /** Puts something between the house and its home of processes. */
  readonly aroundHome?: (home: ProcessHome) => ProcessHome;
  /** Puts something between the house and its store. */
  readonly around?: (store: EventStore) => EventStore;
};

/** Opens a house. Close it with `remove`, or with `stop` to open its folder again. */
export async function openTestHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const {
    directory = mkdtempSync(join(tmpdir(), 'rostrum-api-')),
    beside,
    clock = beside?.clock ?? new HandClock(),
    env = {},
    around = (store) => store,
    aroundHome = (home) => home,
    patience,
    throughDoors = false,
  } = options;
  const processHome = beside?.processHome ?? openLocalProcessHome({ directory: join(directory, 'processes') });
  const opened = beside?.bareStore ?? (await openSqliteEventStore({ directory }));
  const store = around(opened);
  const lines: string[] = [];
  const readModels = ReadModels.open(join(directory, 'read-models.sqlite'));
  const house = await openHouse({
    settings: readSettings({ LOG_LEVEL: 'info', RATE_LIMITS: 'off', DATA_DIR: directory, ...env }, directory),
    publicUrl: options.publicUrl ?? (() => 'http://localhost'),
    store,
    processHome: aroundHome(processHome),
    ...(patience ? { patience } : {}),
    files: openFolderFiles({ directory: join(directory, 'files') }),
    readModels,
    clock,
    newId: options.newId ?? (() => crypto.randomUUID()),
    log: new Log({ level: env['LOG_LEVEL'] === 'debug' ? 'debug' : 'info', clock, write: (line) => lines.push(line) }),
    webRoot: options.webRoot ?? join(directory, 'no-web'),
    secrets: [loadOrCreateSecret(join((beside ?? { directory }).directory, 'secrets'), 'sessions')],
    ...(throughDoors ? {} : { resolveCaller: (c: AppContext) => callerIn(c.req.header('authorization')) }),
  });
  const stop = async () => {
    house.leave();
    await house.idle();
    if (!beside) await opened.close();
    readModels.close();
  };
  const remove = async () => {
    await stop();
    rmSync(directory, { recursive: true, force: true });
  };
  const send: TestHouse['send'] = async (actor, method, path, body, headers = {}) => {
    const content =
      body === undefined
        ? {}
        : typeof body === 'string' || body instanceof Uint8Array
          ? { body }
          : { body: JSON.stringify(body) };
    const init = {
      method,
      headers: {
        ...(body === undefined ? {} : JSON_TYPE),
        ...(actor ? { authorization: tokenOf(actor) } : {}),
        ...headers,
      },
    };
    return house.app.request(path, { ...init, ...content } as RequestInit);
  };
  return { ...house, store, bareStore: opened, processHome, directory, clock, lines, send, stop, remove };
}

const JSON_TYPE = { 'content-type': 'application/json' };

const tokenOf = (actor: Actor) => `test ${Buffer.from(JSON.stringify(actor)).toString('base64url')}`;

function callerIn(authorization: string | undefined): Caller | null {
  if (!authorization?.startsWith('test ')) return null;
  const actor = JSON.parse(Buffer.from(authorization.slice(5), 'base64url').toString()) as Actor;
  return { actor, sessionId: `session-${actor.id}`, expiresAt: '2099-01-01T00:00:00.000Z' };
}
