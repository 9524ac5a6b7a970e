// What is in the store and cannot be used here: counted for whoever keeps the server.

import type { ReadModels } from '@rostrum/projections/tables';
import { Gauge } from './metrics.ts';
import type { Registry } from './metrics.ts';

/** Adds the measurements of what could not be read, as the read models met it. */
export function measureReading(metrics: Registry, readModels: ReadModels): void {
  metrics.add(
    new Gauge(
      'rostrum_unreadable_events_total',
      'Events passed over because they, or one before them in the same meeting, cannot be read by this version.',
      () =>
        [...new Map(readModels.unreadable.map(({ stream, events }) => [stream, events])).values()].reduce(
          (sum, events) => sum + events,
          0,
        ),
      'counter',
    ),
  );
  metrics.add(
    new Gauge(
      'rostrum_unreadable_streams',
      'Streams with an event that cannot be read by this version.',
      () => new Set(readModels.unreadable.map(({ stream }) => stream)).size,
    ),
  );
}
