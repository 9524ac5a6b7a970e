// Puts the application together on given ports: what reads and decides is made here, once, for the server, the demo and
// the tests alike. Which adapters stand behind the ports, only the composition root knows.

import type { Clock, EventStore, Files, ProcessHome } from '@rostrum/infra';
import type { ReadModels } from '@rostrum/projections/tables';
import type { Hono } from 'hono';
import { createApp } from './app.ts';
import { AccountDirectory } from './commands/account-directory.ts';
import { CommandDesk } from './commands/desk.ts';
import type { Deps } from './deps.ts';
import { openDoors } from './doors/doors.ts';
import type { AppEnv, ResolveCaller } from './http/context.ts';
import { Feed } from './live/feed.ts';
import { Gallery } from './live/gallery.ts';
import { Ghosts } from './live/ghosts.ts';
import { Presence } from './live/presence.ts';
import { keepTables } from './live/tables.ts';
import { watchFiles } from './operations/files-watch.ts';
import { closingCheck } from './operations/health.ts';
import type { Log } from './operations/log.ts';
import { Gauge, Registry } from './operations/metrics.ts';
import { measureProcess } from './operations/process-measures.ts';
import { measureReading } from './operations/reading-measures.ts';
import { measureRecord } from './operations/record-measures.ts';
import { RecordWatch } from './operations/record-watch.ts';
import { holdName } from './processes/hold-name.ts';
import { Nodes } from './processes/nodes.ts';
import { SQLITE } from './settings.ts';
import type { Settings } from './settings.ts';
import type { Secrets } from './shared-secrets.ts';

/** The outside world, as the composition root has opened it. */
export type Ports = {
  readonly settings: Settings;
  readonly publicUrl: () => string;
  readonly store: EventStore;
  readonly processHome: ProcessHome;
  readonly files: Files;
  readonly readModels: ReadModels;
  readonly clock: Clock;
  /** A new UUID. */
  readonly newId: () => string;
  readonly log: Log;
  /** What sessions are sealed with. */
  readonly secrets: Secrets;
  /** Folder of the built web application. */
  readonly webRoot: string;
  /** How many events were met in the store that are not ours; none where it is left out. */
  readonly foreignEvents?: () => number;
  /** How long nodes and connections are waited for, where it is not to be as usual. */
  readonly patience?: Patience;
  /** In place of the doors, for tests of what lies behind them. */
  readonly resolveCaller?: ResolveCaller;
};

export type Patience = {
  /** Milliseconds after which a node that is not heard of is gone. */
  readonly ttlMs: number;
  /** Milliseconds between two looks at who is there. */
  readonly lookMs: number;
  /** Milliseconds for which a broken connection still counts as there. */
  readonly graceMs: number;
};

export type House = {
  readonly app: Hono<AppEnv>;
  readonly deps: Deps;
  /** Says from now on that it is not ready, and ends the live streams: they come back elsewhere. Requests are still answered. */
  readonly withdraw: () => void;
  /** Ends what follows the record, live streams among it. Running commands go on. */
  readonly leave: () => void;
  /** Resolves once no command is being decided or stored and, after leaving, what only one node does is let go. */
  readonly idle: () => Promise<void>;
};

/**
 * Reads what must be known before the first request, and builds the application. The ports stay the caller's to close.
 * @throws StoreUnavailable, UnreadableEvent, MistakenSettings
 */
export async function openHouse(ports: Ports): Promise<House> {
  const leaving = new AbortController();
  try {
    return await furnish(ports, leaving);
  } catch (error) {
    leaving.abort();
    throw error;
  }
}

/** @param leaving ends, when it aborts, whatever goes on by itself */
async function furnish(
  { resolveCaller, secrets, processHome, patience, foreignEvents = () => 0, ...ports }: Ports,
  leaving: AbortController,
): Promise<House> {
  const { store, clock, newId, log, readModels } = ports;
  const onLeaving = (end: () => void) => leaving.signal.addEventListener('abort', end);
  let withdrawn = false;
  const withdraw = () => {
    withdrawn = true;
    gallery.endStreams();
  };
  const metrics = new Registry();
  measureProcess(metrics, ports.settings.nodeName, leaving.signal);
  const feed = new Feed();
  onLeaving(() => feed.end());
  await feed.start(store, log);
  const accounts = await AccountDirectory.open({ store, feed, log }, leaving.signal);
  const commands = new CommandDesk({
    store,
    shared: ports.settings.eventStore !== SQLITE,
    clock,
    newId,
    metrics,
    accounts,
  });
  feed.follow((events) => commands.notice(events));
  const watch = new RecordWatch({ store, feed, log, signal: leaving.signal });
  const files = watchFiles({ files: ports.files, log, metrics, signal: leaving.signal });
  measureRecord(metrics, { watch, feed, readModels, foreignEvents });
  const tables = keepTables(readModels, store, feed, log, leaving.signal);
  measureReading(metrics, readModels);
  const presence = new Presence({ commands, clock, log, newId, ...patience });
  const nodes = new Nodes(
    { home: processHome, clock, log, newId, signal: leaving.signal, ...patience },
    { entered: (nodeId) => presence.enter(nodeId), lost: () => presence.exit() },
  );
  const ghosts = new Ghosts({ store, commands, readModels, nodes, clock, log, ...patience });
  const tending = tables.caughtUp.then(() =>
    holdName({
      name: 'presence',
      holder: newId(),
      home: processHome,
      log,
      signal: leaving.signal,
      ...patience,
      work: ({ signal }) => ghosts.watch(signal),
    }),
  );
  metrics.add(new Gauge('rostrum_nodes', 'Nodes that are alive, as far as this one knows.', () => nodes.count));
  const gallery = new Gallery({ store, feed, clock, log, presence, ghosts });
  onLeaving(() => {
    gallery.end();
    presence.end();
  });
  const doors = await openDoors({ ...ports, secrets, commands, accounts, feed, metrics });
  onLeaving(() => doors.close());
  metrics.add(new Gauge('rostrum_live_listeners', 'Open live streams, over all meetings.', () => gallery.listening));
  doors.onSessionEnded((sessionId) => gallery.endSession(sessionId));
  doors.onSessionDoubted((sessionId) => gallery.releaseSession(sessionId));
  doors.onRolesChanged((actor) => gallery.recast(actor));
  const deps: Deps = {
    ...ports,
    feed,
    gallery,
    presence,
    doors,
    resolveCaller: resolveCaller ?? doors.resolveCaller,
    metrics,
    accounts,
    commands,
    leaving: leaving.signal,
    readiness: [watch.readiness, tables.readiness, files, closingCheck(() => withdrawn)],
  };
  const leave = () => {
    withdraw();
    leaving.abort();
  };
  const idle = async () => {
    await commands.idle();
    if (leaving.signal.aborted) await Promise.all([nodes.ended, tending]);
  };
  return { app: createApp(deps), deps, withdraw, leave, idle };
}
