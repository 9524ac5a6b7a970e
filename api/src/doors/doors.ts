// Who gets in: the set-up of the first administrator, passwords, personal links, and the sessions they open. Put together
// here for the house.

import type { Clock, EventStore } from '@rostrum/infra';
import type { AccountDirectory } from '../commands/account-directory.ts';
import type { CommandDesk } from '../commands/desk.ts';
import type { ResolveCaller } from '../http/context.ts';
import { RateLimit } from '../http/rate-limit.ts';
import type { Part, Route } from '../http/route.ts';
import type { Feed } from '../live/feed.ts';
import type { Log } from '../operations/log.ts';
import { Counter } from '../operations/metrics.ts';
import type { Registry } from '../operations/metrics.ts';
import type { Settings } from '../settings.ts';
import type { Secrets } from '../shared-secrets.ts';
import { AccountBook } from './account-book.ts';
import { accountRoutes } from './account-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { stationLinkRoutes } from './station-link-routes.ts';
import { Links } from './links.ts';
import { MeetingDoors } from './meeting-doors.ts';
import { sealWith } from './seal.ts';
import { SessionWatch } from './session-watch.ts';
import type { RolesChanged, SessionDoubted, SessionEnded } from './session-watch.ts';
import { SESSION_PURPOSE } from './session.ts';
import { sessionRoutes } from './session-routes.ts';
import { Sessions } from './sessions.ts';
import { Setup } from './setup.ts';
import { setupRoutes } from './setup-routes.ts';

export type DoorsOptions = {
  readonly settings: Pick<Settings, 'adminPassword' | 'sessionHours' | 'rateLimits' | 'trustProxy'>;
  /** Of 32 bytes or more each. */
  readonly secrets: Secrets;
  readonly publicUrl: () => string;
  readonly store: EventStore;
  readonly commands: CommandDesk;
  readonly accounts: AccountDirectory;
  readonly feed: Feed;
  readonly clock: Clock;
  /** A new UUID. */
  readonly newId: () => string;
  readonly log: Log;
  readonly metrics: Registry;
};

export type Doors = {
  readonly routes: readonly Route[];
  readonly resolveCaller: ResolveCaller;
  /**
   * Tells the listener the id of every session that ends from now on, at the moment it does: signed out, disabled, link
   * revoked, off the roster, expired. The returned function takes the listener back.
   */
  readonly onSessionEnded: (listener: SessionEnded) => () => void;
  /** Tells the listener of every session of which it cannot be said whether it holds: the next request under it decides. */
  readonly onSessionDoubted: (listener: SessionDoubted) => () => void;
  /** Tells the listener of every account whose roles change from now on, as an actor with the new ones. */
  readonly onRolesChanged: (listener: RolesChanged) => () => void;
  /** True where a session ended not long ago: for what was opened under it while it ended. */
  readonly hasEnded: (sessionId: string) => boolean;
  /** The one-time link that makes the first administrator; null where there is one. Print it for the operator, never log it. */
  readonly setupLink: () => string | null;
  /** Ends what follows the record. */
  readonly close: () => void;
};

/**
 * Opens the doors. The feed must have been started.
 * @throws MistakenSettings where `ADMIN_PASSWORD` cannot be a password; StoreUnavailable
 */
export async function openDoors(options: DoorsOptions): Promise<Doors> {
  const { settings, secrets, publicUrl, store, commands, accounts, feed, clock, newId, log, metrics } = options;
  const doors = new MeetingDoors(store);
  const seal = sealWith(secrets, SESSION_PURPOSE);
  const watch = new SessionWatch({ accounts, doors, feed, clock });
  const accountHours = settings.sessionHours;
  const sessions = new Sessions({
    seal,
    accounts,
    doors,
    watch,
    commands,
    feed,
    clock,
    newId,
    publicUrl,
    accountHours,
  });
  const book = new AccountBook(commands, accounts, newId);
  const setup = await Setup.begin({ accounts, book, log, secrets, adminPassword: settings.adminPassword }).catch(
    (error: unknown) => {
      watch.close();
      throw error;
    },
  );
  const links = new Links({ commands, doors, feed, clock, publicUrl, secret: secrets[0] });
  const rateLimit = new RateLimit(() => Date.parse(clock.now()));
  const attempts = metrics.add(new Counter('rostrum_sign_ins_total', 'Attempts to come in, by way and outcome.'));
  const signIn = { accounts, doors, sessions, rateLimit, settings, now: () => clock.now() };
  return {
    routes: [
      ...setupRoutes(setup, sessions),
      ...sessionRoutes({ ...signIn, attempts }),
      ...linkRoutes(links, newId),
      ...stationLinkRoutes(links, newId),
      ...accountRoutes(signIn, book, newId),
    ].map((route) => tellingHowFar(route, feed)),
    resolveCaller: (c) => sessions.resolve(c),
    onSessionEnded: (listener) => watch.onEnded(listener),
    onSessionDoubted: (listener) => watch.onDoubted(listener),
    onRolesChanged: (listener) => watch.onRolesChanged(listener),
    hasEnded: (sessionId) => watch.hasEnded(sessionId),
    setupLink: () => setup.link(publicUrl()),
    close: () => watch.close(),
  };
}

/** What is done at the doors has arrived here before it is answered: how far the record goes here tells of it elsewhere too. */
const tellingHowFar = (route: Route, feed: Feed): Route =>
  route.method === 'GET'
    ? route
    : {
        ...route,
        handle: async (c) => {
          const response = await route.handle(c);
          c.set('position', feed.position);
          return response;
        },
      };

/** The doors as a part of the application. */
export const doorRoutes: Part = ({ doors }) => doors.routes;
