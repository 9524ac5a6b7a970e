// All accounts, folded in memory in the order of the store: whose sign-in name it is, how many administrators there are.
// There are few accounts and they change seldom; what decides about them must have seen all of them.

import { evolveAccounts, initialAccounts, isAdministrator, readEvent, UnreadableEvent } from '@rostrum/events';
import type { AccountState, RecordedEvent, Rejection } from '@rostrum/events';
import { StoreUnavailable } from '@rostrum/infra';
import type { EventStore } from '@rostrum/infra';
import type { Feed } from '../live/feed.ts';
import type { Log } from '../operations/log.ts';

const PREFIX = 'account-';

/** Milliseconds that a decision waits until all that is stored is seen here. */
const PATIENCE_MS = 5000;

export type DirectoryOptions = {
  readonly store: EventStore;
  /** It must have been started: what comes through it is seen here before others who follow it later. */
  readonly feed: Feed;
  readonly log: Log;
};

export class AccountDirectory {
  readonly #options: DirectoryOptions;
  readonly #unreadable = new Map<string, Error>();
  #accounts = initialAccounts;
  /** Of the last event seen. */
  #position = 0n;

  private constructor(options: DirectoryOptions) {
    this.#options = options;
  }

  /**
   * Reads all accounts, and follows them through the feed from then on.
   * @param signal ends both
   * @throws StoreUnavailable
   */
  static async open(options: DirectoryOptions, signal: AbortSignal): Promise<AccountDirectory> {
    const directory = new AccountDirectory(options);
    // First to follow, then to read: what is recorded in between comes through the feed and is set aside.
    let early: RecordedEvent[] | null = [];
    const unfollow = options.feed.follow((events) => {
      const ours = events.filter(({ stream }) => stream.startsWith(PREFIX));
      if (early) early.push(...ours);
      else directory.#see(ours);
    });
    signal.addEventListener('abort', unfollow);
    await directory.#read(signal);
    directory.#see(early);
    early = null;
    return directory;
  }

  /** The account; undefined where there is none with this id, and where this version cannot read it. */
  byId(accountId: string): AccountState | undefined {
    return this.#unreadable.has(accountId) ? undefined : this.#accounts.all.get(accountId);
  }

  /**
   * The account with this sign-in name, which is compared without regard to case; as last known where it cannot be read
   * any more.
   */
  bySignInName(name: string): AccountState | undefined {
    const accountId = this.#accounts.holders.get(name.trim().normalize('NFC').toLowerCase());
    return accountId === undefined ? undefined : this.#accounts.all.get(accountId);
  }

  /** How many enabled accounts have the role of administrator. Those that cannot be read do not count. */
  administrators(): number {
    return this.all().filter((account) => isAdministrator(account) && this.isReadable(account.accountId)).length;
  }

  /** Every account, in the order of their creation; as last known where it cannot be read any more. */
  all(): readonly AccountState[] {
    return this.#accounts.all.values();
  }

  /** False where the account holds an event that this version cannot read: nobody signs in with it or changes it. */
  isReadable(accountId: string): boolean {
    return !this.#unreadable.has(accountId);
  }

  /** @throws UnreadableEvent where the account is not readable */
  requireReadable(accountId: string): void {
    const error = this.#unreadable.get(accountId);
    if (error) throw error;
  }

  /** Why an event came to nothing, since another node's came before it; undefined where it did not. */
  refusalOf(eventId: string): Rejection | undefined {
    return this.#accounts.without.get(eventId);
  }

  /**
   * Resolves once everything up to the position is seen; without one, everything stored so far.
   * @throws StoreUnavailable where the accounts cannot be read, or not in time
   */
  async reached(position?: bigint): Promise<void> {
    const { store, feed } = this.#options;
    const wanted = position ?? (await store.lastPosition());
    if (await feed.reach(wanted, PATIENCE_MS)) return;
    throw new StoreUnavailable(
      'store.unreachable',
      'What was recorded of the accounts does not arrive from the store.',
    );
  }

  /** Reads what there is, up to the present end. */
  async #read(signal: AbortSignal): Promise<void> {
    const done = new AbortController();
    const until = AbortSignal.any([signal, done.signal]);
    const { store } = this.#options;
    for await (const { events, caughtUp } of store.subscribe({ after: 'start', prefixes: [PREFIX], signal: until })) {
      this.#see(events);
      if (!caughtUp) continue;
      done.abort();
      return;
    }
    signal.throwIfAborted();
    throw new StoreUnavailable('store.closed', 'The store was closed while the accounts were read.');
  }

  #see(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      // Deletions come here as well, in the store's own stream.
      if (event.position <= this.#position || !event.stream.startsWith(PREFIX)) continue;
      this.#position = event.position;
      this.#take(event.stream.slice(PREFIX.length), event);
    }
  }

  #take(accountId: string, event: RecordedEvent): void {
    // What comes after something that cannot be read may rest on it.
    if (this.#unreadable.has(accountId)) return;
    try {
      this.#accounts = evolveAccounts(this.#accounts, accountId, readEvent(event));
    } catch (error) {
      this.#unreadable.set(accountId, error instanceof Error ? error : new Error(String(error)));
      const { log } = this.#options;
      const message = 'An account cannot be read: nobody signs in with it or changes it until the server is upgraded.';
      if (error instanceof UnreadableEvent) log.warn(message, { account: accountId, reason: error.message });
      else log.error(message, error, { account: accountId });
    }
  }
}
