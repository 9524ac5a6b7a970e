// Watches over the sessions in use: what happens in the record to an account, a link or the roster ends them here at
// that very moment, and tells whoever keeps something open under them.

import type { Actor, RecordedEvent } from '@rostrum/events';
import type { Clock } from '@rostrum/infra';
import type { AccountDirectory } from '../commands/account-directory.ts';
import type { Feed } from '../live/feed.ts';
import { meetingOf } from './meeting-doors.ts';
import type { MeetingDoors } from './meeting-doors.ts';
import { SeenSessions, streamBehind } from './seen-sessions.ts';
import type { Session } from './session.ts';
import { accountBehind, comerBehind } from './who.ts';

/** Told the id of a session that has ended. */
export type SessionEnded = (sessionId: string) => void;
/** Told the id of a session of which it cannot be said at the moment whether it holds. */
export type SessionDoubted = (sessionId: string) => void;
/** Told an account as an actor with the roles that it has now. */
export type RolesChanged = (actor: Actor) => void;

export type SessionWatchOptions = {
  readonly accounts: AccountDirectory;
  readonly doors: MeetingDoors;
  readonly feed: Feed;
  readonly clock: Clock;
};

/** Milliseconds between two looks for sessions that are over by themselves. */
const SWEEP_MS = 15_000;
/** Sessions whose end is remembered at most. */
const MOST_ENDED = 10_000;

/** The accounts and doors that a page of events concerns: each stream with the position of its last event. */
function streamsOf(events: readonly RecordedEvent[]): ReadonlyMap<string, bigint> {
  const streams = new Map<string, bigint>();
  for (const event of events) {
    const meetingId = meetingOf(event);
    if (meetingId !== undefined) streams.set(`door-${meetingId}`, event.position);
    else if (event.stream.startsWith('account-')) streams.set(event.stream, event.position);
  }
  return streams;
}

export class SessionWatch {
  readonly #options: SessionWatchOptions;
  readonly #seen = new SeenSessions();
  readonly #ended = new Set<string>();
  readonly #whenEnded = new Set<SessionEnded>();
  readonly #whenDoubted = new Set<SessionDoubted>();
  readonly #whenRolesChanged = new Set<RolesChanged>();
  readonly #unfollow: () => void;
  readonly #sweeper: NodeJS.Timeout;

  constructor(options: SessionWatchOptions) {
    this.#options = options;
    this.#unfollow = options.feed.follow(
      (events) => this.#follow(events),
      () => this.#recheckAll(),
    );
    this.#sweeper = setInterval(() => this.#sweep(), SWEEP_MS).unref();
  }

  /** Tells the listener of every session that ends from now on: by its holder, by an officer, by time. */
  onEnded(listener: SessionEnded): () => void {
    this.#whenEnded.add(listener);
    return () => void this.#whenEnded.delete(listener);
  }

  /** Tells the listener of every session of which it cannot be said whether it holds: what is open under it must be closed. */
  onDoubted(listener: SessionDoubted): () => void {
    this.#whenDoubted.add(listener);
    return () => void this.#whenDoubted.delete(listener);
  }

  /** Tells the listener of every account whose roles change from now on. */
  onRolesChanged(listener: RolesChanged): () => void {
    this.#whenRolesChanged.add(listener);
    return () => void this.#whenRolesChanged.delete(listener);
  }

  /** True where a session in use here ended not long ago. */
  hasEnded(sessionId: string): boolean {
    return this.#ended.has(sessionId);
  }

  /** Watches over a session that was just found to hold. */
  see(session: Session): void {
    this.#seen.see(session);
  }

  /** Ends a session here; does nothing where it was not in use, or has ended already. */
  end(sessionId: string, stream: string): void {
    if (!this.#seen.forget(sessionId, stream)) return;
    this.#ended.add(sessionId);
    const oldest = this.#ended.keys().next();
    if (this.#ended.size > MOST_ENDED && !oldest.done) this.#ended.delete(oldest.value);
    for (const tell of this.#whenEnded) tell(sessionId);
  }

  /** Lets the feed go. */
  close(): void {
    this.#unfollow();
    clearInterval(this.#sweeper);
  }

  #sweep(): void {
    for (const session of this.#seen.expired(this.#options.clock.now()))
      this.end(session.sessionId, streamBehind(session));
  }

  #follow(events: readonly RecordedEvent[]): void {
    this.#options.doors.follow(events);
    for (const [stream, position] of streamsOf(events)) void this.#recheck(stream, position);
    for (const { type, stream, position } of events) if (type === 'RolesSet') void this.#tellRoles(stream, position);
  }

  /** Looks whether the sessions behind a stream still hold after what happened there. */
  async #recheck(stream: string, position: bigint): Promise<void> {
    const sessions = this.#seen.behind(stream);
    if (sessions.length === 0) return;
    try {
      if (stream.startsWith('account-')) await this.#options.accounts.reached(position);
      for (const session of sessions) if ((await this.#behind(session)) === null) this.end(session.sessionId, stream);
    } catch {
      // It cannot be said whether they hold: what is open under them is closed, and the next request decides.
      for (const { sessionId } of sessions) for (const tell of this.#whenDoubted) tell(sessionId);
    }
  }

  /** What is held may lack something: everything is looked at again. */
  #recheckAll(): void {
    this.#options.doors.forgetAll();
    for (const stream of this.#seen.streams) void this.#recheck(stream, 0n);
  }

  async #behind(session: Session): Promise<Actor | null> {
    const { accounts, doors, clock } = this.#options;
    return session.kind === 'account'
      ? accountBehind(session, accounts.byId(session.accountId))
      : comerBehind(session, await doors.of(session.meetingId), clock.now());
  }

  async #tellRoles(stream: string, position: bigint): Promise<void> {
    const { accounts } = this.#options;
    await accounts.reached(position).catch(() => undefined);
    const account = accounts.byId(stream.slice('account-'.length));
    if (!account) return;
    const actor: Actor = { kind: 'account', id: account.accountId, name: account.name, roles: [...account.roles] };
    for (const tell of this.#whenRolesChanged) tell(actor);
  }
}
