// How far the record goes and how far this node has come in it. Positions are the store's own: on a server they count
// bytes, so what matters of a lag is whether it stays.

import type { ReadModels } from '@rostrum/projections/tables';
import type { Feed } from '../live/feed.ts';
import { Gauge } from './metrics.ts';
import type { Registry } from './metrics.ts';
import type { RecordWatch } from './record-watch.ts';

export type RecordMeasures = {
  readonly watch: RecordWatch;
  readonly feed: Feed;
  readonly readModels: ReadModels;
  /** How many events the store itself passed over since they are not ours; to these come those in streams without a place here. */
  readonly foreignEvents: () => number;
};

/** Registers the measures of the record. */
export function measureRecord(registry: Registry, { watch, feed, readModels, foreignEvents }: RecordMeasures): void {
  const behind = (position: bigint) => Number(watch.last > position ? watch.last - position : 0n);
  registry.add(
    new Gauge('rostrum_store_reachable', '1 while the record can be reached, else 0.', () => Number(watch.reachable)),
  );
  registry.add(
    new Gauge('rostrum_store_position', 'Position of the last event of the store.', () => Number(watch.last)),
  );
  registry.add(
    new Gauge('rostrum_store_lag', 'Distance from the last event of the store to what this node has come to.', () => [
      [{ of: 'feed' }, behind(feed.position)],
      [{ of: 'read-models' }, behind(readModels.checkpoint)],
    ]),
  );
  registry.add(
    new Gauge(
      'rostrum_foreign_events_total',
      'Events in the store that are not of this program, and were passed over.',
      () => foreignEvents() + readModels.foreign,
      'counter',
    ),
  );
}
