// Keeps the read models up with the record: what is new from the feed, what they missed from the store. Queries are
// answered meanwhile; `/readyz` says how far it has come.

import type { EventStore } from '@rostrum/infra';
import type { ReadModels } from '@rostrum/projections/tables';
import type { ReadinessCheck } from '../operations/health.ts';
import type { Log } from '../operations/log.ts';
import type { Feed } from './feed.ts';

export type Following = {
  /** Resolves once the tables hold the whole record; rejects where it cannot be read. */
  readonly caughtUp: Promise<void>;
  readonly readiness: ReadinessCheck;
};

/** Fills the tables and keeps them filled until the signal. */
export function keepTables(
  readModels: ReadModels,
  store: EventStore,
  feed: Feed,
  log: Log,
  signal: AbortSignal,
): Following {
  const unfollow = feed.follow((events, until) => readModels.apply(events, { after: feed.position, until }));
  signal.addEventListener('abort', unfollow);
  let lag: string | null = 'The lists are being built from the record.';
  const catchUp = async (): Promise<void> => {
    if (readModels.forgetBeyond(await store.lastPosition())) {
      log.warn('The lists held more than the record, as after an older copy was put back. They are built anew.');
    }
    await readModels.catchUp((after) => store.readAll({ after }), {
      signal,
      onProgress: ({ tables, events, eventsPerSecond }) => {
        if (events === 0) return;
        lag = `The lists are being built from the record: ${events} events read, ${eventsPerSecond} a second.`;
        log.info('Building the lists from the record.', { tables: tables.join(' '), events, eventsPerSecond });
      },
    });
    lag = null;
  };
  const caughtUp = catchUp();
  caughtUp.catch((error: unknown) => {
    lag = 'The lists could not be built. The log says why.';
    log.error('The lists could not be built from the record.', error);
  });
  return { caughtUp, readiness: { name: 'read-models', check: () => lag } };
}
