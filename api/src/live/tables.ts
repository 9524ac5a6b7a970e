// Keeps the read models up with the record: what is new from the feed, what they missed from the store. Queries are
// answered meanwhile; `/readyz` says how far it has come. Where they were made from another record they are made anew.

import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '@rostrum/infra';
import type { ReadModels, UnreadableStream } from '@rostrum/projections/tables';
import type { ReadinessCheck } from '../operations/health.ts';
import type { Log } from '../operations/log.ts';
import type { Feed } from './feed.ts';
import { hasAnchors, isReadableNow } from './same-record.ts';

export type Following = {
  /** Resolves once the tables hold the whole record, or the signal aborts. */
  readonly caughtUp: Promise<void>;
  readonly readiness: ReadinessCheck;
};

/** Milliseconds before the tables are tried again: doubled with each failure, up to the last. */
const BACKOFF_MS = [500, 30_000] as const;

/** Fills the tables and keeps them filled until the signal. */
export function keepTables(
  readModels: ReadModels,
  store: EventStore,
  feed: Feed,
  log: Log,
  signal: AbortSignal,
): Following {
  let lag: string | null = 'The lists are being built from the record.';
  let ours = false;
  let wanted = false;
  let underWay: Promise<void> | undefined;

  const attempt = async (): Promise<void> => {
    // Until then nothing is taken in from the feed, which would look like the record's own.
    if (!ours) await disown(readModels, store, log);
    ours = true;
    if (readModels.owesRebuild) readModels.rebuild();
    await readModels.catchUp((after) => store.readAll({ after }), {
      signal,
      onProgress: ({ tables, events, eventsPerSecond }) => {
        if (events === 0) return;
        lag = `The lists are being built from the record: ${events} events read, ${eventsPerSecond} a second.`;
        log.info('Building the lists from the record.', { tables: tables.join(' '), events, eventsPerSecond });
      },
    });
  };
  const untilDone = async (): Promise<void> => {
    let pause: number = BACKOFF_MS[0];
    while (wanted && !signal.aborted) {
      wanted = false;
      try {
        await attempt();
        lag = null;
      } catch (error) {
        if (signal.aborted) break;
        wanted = true;
        lag = 'The lists could not be built. The log says why; they are tried again.';
        log.error('The lists could not be built from the record; they are tried again.', error);
        await sleep(pause, undefined, { signal }).catch(() => undefined);
        pause = Math.min(pause * 2, BACKOFF_MS[1]);
      }
    }
    underWay = undefined;
  };
  const catchUp = (): Promise<void> => {
    wanted = true;
    return (underWay ??= untilDone());
  };

  const unfollow = feed.follow(
    (events, until) => {
      if (!ours) return;
      readModels.apply(events, { after: feed.position, until });
      if (readModels.owesRebuild) void catchUp();
    },
    () => void catchUp(),
  );
  signal.addEventListener('abort', unfollow);
  readModels.onUnreadable((stream) => warn(log, stream));
  return { caughtUp: catchUp(), readiness: { name: 'read-models', check: () => lag } };
}

/**
 * Empties the tables where they were made from another record than the store's, or passed something over that can be
 * read now.
 */
async function disown(readModels: ReadModels, store: EventStore, log: Log): Promise<void> {
  if (readModels.forgetBeyond(await store.lastPosition())) {
    log.warn('The lists held more than the record, as after an older copy was put back. They are built anew.');
    return;
  }
  if (readModels.reached > 0n && !(await hasAnchors(store, readModels.anchors))) {
    log.warn(
      'The lists may have been made from another record, as after the store was exchanged or put back. They are built anew.',
    );
    readModels.rebuild();
    return;
  }
  for (const one of readModels.unreadable) {
    if (!(await isReadableNow(store, one))) continue;
    log.info('What could not be read before can be now. The lists are built anew.', { stream: one.stream });
    readModels.rebuild();
    return;
  }
}

/** For whoever keeps the server: once for each stream. */
function warn(log: Log, { stream, subject, family, revision, type, why }: UnreadableStream): void {
  const about = { [family === 'account' ? 'account' : 'meeting']: subject, stream, revision, type };
  if (why === 'damaged')
    log.warn('An event is damaged: what rests on it is refused. Put the record back from a copy.', about);
  else log.warn('An event was written by a newer version: what rests on it is refused. Upgrade this server.', about);
}
