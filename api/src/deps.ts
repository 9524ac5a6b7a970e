// What the parts of the application are built from. `house.ts` makes them on the ports that the composition root opens;
// tests bring their own clock, ids and callers.

import type { Clock, EventStore, Files } from '@rostrum/infra';
import type { ReadModels } from '@rostrum/projections/tables';
import type { AccountDirectory } from './commands/account-directory.ts';
import type { CommandDesk } from './commands/desk.ts';
import type { Doors } from './doors/doors.ts';
import type { ResolveCaller } from './http/context.ts';
import type { Feed } from './live/feed.ts';
import type { Gallery } from './live/gallery.ts';
import type { Presence } from './live/presence.ts';
import type { ReadinessCheck } from './operations/health.ts';
import type { Log } from './operations/log.ts';
import type { Registry } from './operations/metrics.ts';
import type { Settings } from './settings.ts';

export type Deps = {
  readonly settings: Settings;
  /** Scheme, host and port under which people reach the server. */
  readonly publicUrl: () => string;
  readonly store: EventStore;
  readonly commands: CommandDesk;
  readonly accounts: AccountDirectory;
  readonly files: Files;
  readonly readModels: ReadModels;
  readonly feed: Feed;
  readonly gallery: Gallery;
  readonly presence: Presence;
  readonly doors: Doors;
  readonly clock: Clock;
  /** A new UUID. */
  readonly newId: () => string;
  readonly log: Log;
  readonly metrics: Registry;
  readonly resolveCaller: ResolveCaller;
  /** Aborts when the server goes: whatever follows the record ends with it. */
  readonly leaving: AbortSignal;
  /** What must hold before requests should come here. */
  readonly readiness: readonly ReadinessCheck[];
  /** Folder of the built web application. */
  readonly webRoot: string;
};
