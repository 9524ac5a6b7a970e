// The first administrator. While there is none, each start prints a one-time link that makes one; with `ADMIN_PASSWORD`
// the account `admin` is made without it.

import type { AccountState, Actor } from '@rostrum/events';
import type { AccountDirectory } from '../commands/account-directory.ts';
import { Problem } from '../http/problem.ts';
import type { Log } from '../operations/log.ts';
import { MistakenSettings } from '../settings.ts';
import type { AccountBook, NewAccount } from './account-book.ts';
import { faultOfPassword } from './password.ts';
import { digestOf, matches, newToken } from './token.ts';
import { takeTurns } from './turns.ts';

export type SetupOptions = {
  readonly accounts: AccountDirectory;
  readonly book: AccountBook;
  readonly log: Log;
  readonly adminPassword: string | null;
};

/** What the set-up records, it records in its own name: there is nobody yet. */
const SETUP: Actor = { kind: 'system', id: 'setup' };

/** Roles of the first administrator, who may do everything until others are there. */
const ROLES = ['administrator', 'organizer', 'archivist'] as const;

/** The id of the account that the one-time link makes: with one id for all, two nodes cannot make two. */
const FIRST_ACCOUNT = 'first-administrator';
/** The sign-in name of the account that `ADMIN_PASSWORD` makes, and its id. */
const ADMIN = 'admin';

export class Setup {
  readonly #options: SetupOptions;
  readonly #turns = takeTurns({ atOnce: 1, waiting: 32 });
  #token: string | null = null;

  private constructor(options: SetupOptions) {
    this.#options = options;
  }

  /**
   * Makes what the start has to make: the account `admin`, or the token of the one-time link.
   * @throws MistakenSettings where `ADMIN_PASSWORD` cannot be a password; StoreUnavailable
   */
  static async begin(options: SetupOptions): Promise<Setup> {
    const setup = new Setup(options);
    if (options.adminPassword !== null) await setup.#keepAdmin(options.adminPassword);
    else if (!setup.#hasAdministrator()) setup.#token = newToken();
    return setup;
  }

  /** True while somebody with the link can make the first administrator. */
  get needed(): boolean {
    return this.#token !== null && !this.#hasAdministrator();
  }

  /** The one-time link; null where it is not needed. For the terminal of whoever started the server, and nothing else. */
  link(publicUrl: string): string | null {
    return this.needed ? `${publicUrl}/setup#${this.#token}` : null;
  }

  /**
   * Makes the first administrator. Of several at once, one does.
   * @returns the account, which then has no link any more
   * @throws Problem 403 for another token, 409 where the administrator is there, 422 for a password that cannot be used
   */
  claim(
    token: string,
    account: Omit<NewAccount, 'roles'> & { readonly password: string },
    correlationId: string,
  ): Promise<AccountState> {
    return this.#turns(async () => {
      if (!this.needed) {
        throw new Problem(409, 'setup.done', 'The administrator is already there. Sign in with that account.');
      }
      if (!matches(token, digestOf(this.#token ?? ''))) {
        throw new Problem(
          403,
          'setup.wrong-token',
          'This is not the link that the server printed at its last start. Open that one, or start the server again for a new one.',
        );
      }
      const id = this.#options.accounts.byId(FIRST_ACCOUNT) ? undefined : FIRST_ACCOUNT;
      const made = await this.#options.book.create({ ...account, roles: ROLES }, SETUP, {
        accountId: id,
        correlationId,
      });
      this.#token = null;
      return made;
    });
  }

  /** Makes the account `admin`, or gives it the password where it has another one. */
  async #keepAdmin(password: string): Promise<void> {
    const fault = faultOfPassword(password, ADMIN);
    if (fault !== undefined) throw new MistakenSettings([`ADMIN_PASSWORD cannot be used. ${fault}`]);
    const { accounts, book, log } = this.#options;
    const known = accounts.bySignInName(ADMIN);
    if (!known) {
      const accountId = accounts.byId(ADMIN) ? undefined : ADMIN;
      await book.create({ signInName: ADMIN, name: 'Administrator', roles: ROLES, password }, SETUP, { accountId });
      log.info('The account admin was made with the password of ADMIN_PASSWORD.');
      return;
    }
    if (known.status === 'disabled') {
      log.warn('The account admin is disabled. ADMIN_PASSWORD was not given to it.');
    } else if (await book.keepPassword(known, password, SETUP)) {
      log.info('The account admin was given the password of ADMIN_PASSWORD.');
    }
  }

  #hasAdministrator(): boolean {
    return this.#options.accounts
      .all()
      .some(
        ({ status, roles, passwordHash }) =>
          status === 'enabled' && roles.includes('administrator') && passwordHash !== null,
      );
  }
}
