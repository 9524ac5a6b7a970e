// All accounts, folded in memory from their streams: whose sign-in name it is, how many administrators there are. There
// are few accounts and they change seldom; what decides about them must have seen all of them.

import { setTimeout as pause } from 'node:timers/promises';
import { STREAM_DELETED } from '@rostrum/infra';
import type { EventStore } from '@rostrum/infra';
import { streams } from '@rostrum/events';
import type { AccountState, RecordedEvent } from '@rostrum/events';

const { account: family } = streams;

/** Milliseconds before a subscription that broke off is taken up again. */
const RESUME_MS = 200;

type Tick = { readonly position: bigint; readonly tell: () => void };

export class AccountDirectory {
  readonly #store: EventStore;
  readonly #accounts = new Map<string, AccountState>();
  readonly #bySignInName = new Map<string, string>();
  #position = -1n;
  #failure: unknown;
  #waiting: Tick[] = [];

  private constructor(store: EventStore) {
    this.#store = store;
  }

  /**
   * Reads all accounts and follows them from then on.
   * @param signal ends the following
   * @throws StoreUnavailable, UnreadableEvent
   */
  static async open(store: EventStore, signal: AbortSignal): Promise<AccountDirectory> {
    const directory = new AccountDirectory(store);
    void directory.#follow(signal);
    await directory.reached();
    return directory;
  }

  /** The account; undefined where none was ever created with this id. */
  byId(accountId: string): AccountState | undefined {
    return this.#accounts.get(accountId);
  }

  /** The account with this sign-in name, which is compared without regard to case. */
  bySignInName(name: string): AccountState | undefined {
    const accountId = this.#bySignInName.get(name.trim().normalize('NFC').toLowerCase());
    return accountId === undefined ? undefined : this.#accounts.get(accountId);
  }

  /** How many enabled accounts have the role of administrator. */
  administrators(): number {
    let count = 0;
    for (const { status, roles } of this.#accounts.values())
      if (status === 'enabled' && roles.includes('administrator')) count += 1;
    return count;
  }

  /** Every account, in the order of their creation. */
  all(): readonly AccountState[] {
    return [...this.#accounts.values()];
  }

  /**
   * Resolves once everything up to the position is seen; without one, everything stored so far.
   * @throws StoreUnavailable, UnreadableEvent where the accounts cannot be read
   */
  async reached(position?: bigint): Promise<void> {
    const wanted = position ?? (await this.#store.lastPosition());
    if (this.#failure === undefined && this.#position < wanted)
      await new Promise<void>((tell) => this.#waiting.push({ position: wanted, tell }));
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#followOnce(signal);
      } catch (error) {
        this.#failure = error;
        this.#tell();
      }
      await pause(RESUME_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
    this.#failure ??= new Error('The accounts are no longer followed.');
    this.#tell();
  }

  /** Follows from where it stands until the store breaks it off. */
  async #followOnce(signal: AbortSignal): Promise<void> {
    const after = this.#position < 0n ? 'start' : this.#position;
    for await (const { events, position } of this.#store.subscribe({ after, prefixes: [`${family.name}-`], signal })) {
      for (const event of events) this.#see(event);
      this.#position = position;
      this.#failure = undefined;
      this.#tell();
    }
  }

  #see(recorded: RecordedEvent): void {
    if (recorded.type === STREAM_DELETED) return;
    const accountId = recorded.stream.slice(family.name.length + 1);
    const account = family.evolve(this.#accounts.get(accountId) ?? family.initial, family.codec.decode(recorded));
    this.#accounts.set(accountId, account);
    if (account.signInName !== '') this.#bySignInName.set(account.signInName, accountId);
  }

  #tell(): void {
    const told = this.#waiting.filter(({ position }) => this.#failure !== undefined || position <= this.#position);
    this.#waiting = this.#waiting.filter((tick) => !told.includes(tick));
    for (const { tell } of told) tell();
  }
}
