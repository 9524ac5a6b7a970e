// What the application is built from. `main.ts` makes the real ones; tests bring their own clock, ids and callers.

import type { Clock, EventStore } from '@rostrum/infra';
import type { AccountDirectory } from './commands/account-directory.ts';
import type { CommandDesk } from './commands/desk.ts';
import type { ResolveCaller } from './http/context.ts';
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
  readonly clock: Clock;
  /** A new UUID. */
  readonly newId: () => string;
  readonly log: Log;
  readonly metrics: Registry;
  readonly resolveCaller: ResolveCaller;
  /** What must hold before requests should come here. */
  readonly readiness: readonly ReadinessCheck[];
  /** Folder of the built web application. */
  readonly webRoot: string;
};
