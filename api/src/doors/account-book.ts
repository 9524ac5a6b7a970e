// What the doors write in the accounts: a new account with its password, another password. Passwords come in here and go
// on as hashes alone.

import { streams } from '@rostrum/events';
import type { AccountRole, AccountState, Actor } from '@rostrum/events';
import type { AccountDirectory } from '../commands/account-directory.ts';
import type { CommandDesk, Given } from '../commands/desk.ts';
import { isRefused } from '../commands/receipt.ts';
import type { Receipt } from '../commands/receipt.ts';
import { Problem, problemOfRejection } from '../http/problem.ts';
import { faultOfPassword, hashPassword, verifyPassword } from './password.ts';

export type NewAccount = {
  readonly signInName: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  /** Left out for an account that is given one later, or signs in by other means. */
  readonly password?: string | undefined;
};

/** What a command is known by. */
type Tracing = {
  readonly accountId?: string | undefined;
  /** UUID of the command that creates the account; a new one where it is left out. */
  readonly commandId?: string | undefined;
  readonly correlationId?: string | undefined;
};

export class AccountBook {
  readonly #commands: CommandDesk;
  readonly #accounts: AccountDirectory;
  readonly #newId: () => string;

  constructor(commands: CommandDesk, accounts: AccountDirectory, newId: () => string) {
    this.#commands = commands;
    this.#accounts = accounts;
    this.#newId = newId;
  }

  /**
   * Creates an account, with its password where there is one. Sent again with the same command id it does nothing more.
   * @throws Problem 422 for a password that cannot be used, 403, 409; StoreUnavailable
   */
  async create({ password, ...account }: NewAccount, actor: Actor, tracing: Tracing = {}): Promise<AccountState> {
    if (password !== undefined) checkPassword(password, account.signInName);
    const { commandId = this.#newId(), accountId = commandId, correlationId } = tracing;
    const sameAs = { ...account, roles: [...account.roles], accountId };
    // Each hash has a salt of its own, so that the same command sent again would look like another one.
    const hash = password === undefined ? null : await hashPassword(password);
    const data = streams.account.commands['create-account'].input.parse({ ...sameAs, hash });
    await this.#give({
      subject: accountId,
      actor,
      correlationId,
      name: 'create-account',
      data,
      sameAs,
      id: commandId,
    });
    return this.#state(accountId);
  }

  /**
   * Gives an account another password, and ends its sessions.
   * @throws Problem 422 for a password that cannot be used, 403, 409; StoreUnavailable
   */
  async setPassword(account: AccountState, password: string, actor: Actor, correlationId?: string): Promise<Receipt> {
    checkPassword(password, account.signInName);
    return this.#setPassword(account.accountId, password, actor, correlationId);
  }

  /** Gives an account a password where it has another one; true where that was so. */
  async keepPassword(account: AccountState, password: string, actor: Actor): Promise<boolean> {
    if (await verifyPassword(password, account.passwordHash)) return false;
    await this.setPassword(account, password, actor);
    return true;
  }

  async #setPassword(
    accountId: string,
    password: string,
    actor: Actor,
    correlationId: string | undefined,
  ): Promise<Receipt> {
    const data = { hash: await hashPassword(password) };
    return this.#give({ subject: accountId, name: 'set-password', data, actor, correlationId });
  }

  /** Gives the command; the directory of accounts shows what it did. */
  async #give({
    correlationId,
    ...given
  }: Omit<Given, 'family' | 'correlationId'> & { correlationId: string | undefined }): Promise<Receipt> {
    const outcome = await this.#commands.give({
      family: 'account',
      ...given,
      ...(correlationId === undefined ? {} : { correlationId }),
    });
    if (isRefused(outcome)) throw problemOfRejection(outcome);
    return outcome;
  }

  #state(accountId: string): AccountState {
    return this.#accounts.byId(accountId) ?? streams.account.initial;
  }
}

function checkPassword(password: string, signInName: string): void {
  const fault = faultOfPassword(password, signInName);
  if (fault === undefined) return;
  throw new Problem(422, 'password.unfit', fault, { errors: [{ path: 'password', message: fault }] });
}
