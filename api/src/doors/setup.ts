// The first administrator. While there is none, each start prints a one-time link that makes one, the same on every node;
// with `ADMIN_PASSWORD` the account `admin` is made without it.

import { hkdfSync } from 'node:crypto';
import type { AccountState, Actor } from '@rostrum/events';
import type { AccountDirectory } from '../commands/account-directory.ts';
import { Problem } from '../http/problem.ts';
import type { Log } from '../operations/log.ts';
import { MistakenSettings } from '../settings.ts';
import type { Secrets } from '../shared-secrets.ts';
import type { AccountBook, NewAccount } from './account-book.ts';
import { faultOfPassword, verifyPassword } from './password.ts';
import { digestOf, matches, tokenOf } from './token.ts';
import { takeTurns } from './turns.ts';

export type SetupOptions = {
  readonly accounts: AccountDirectory;
  readonly book: AccountBook;
  readonly log: Log;
  /** The link follows from the first; those that follow from the others are still good. */
  readonly secrets: Secrets;
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

/** The token of the one-time link: all nodes of a deployment know the same one, and it never has to be kept. */
const setupToken = (secret: Uint8Array): string =>
  tokenOf(new Uint8Array(hkdfSync('sha256', secret, '', 'rostrum set-up', 32)), FIRST_ACCOUNT);

const alreadyMade = () =>
  new Problem(409, 'setup.done', 'The administrator is already there. Sign in with that account.');

export class Setup {
  readonly #options: SetupOptions;
  readonly #turns = takeTurns({ atOnce: 1, waiting: 32 });
  readonly #tokens: readonly string[];

  private constructor(options: SetupOptions) {
    this.#options = options;
    this.#tokens = options.secrets.map(setupToken);
  }

  /**
   * Makes the account `admin` where it is to be made without the link.
   * @throws MistakenSettings where `ADMIN_PASSWORD` cannot be a password; StoreUnavailable
   */
  static async begin(options: SetupOptions): Promise<Setup> {
    const setup = new Setup(options);
    if (options.adminPassword !== null) await setup.#keepAdmin(options.adminPassword);
    return setup;
  }

  /** True while somebody with the link can make the first administrator. */
  get needed(): boolean {
    return this.#options.adminPassword === null && !this.#hasAdministrator();
  }

  /** The one-time link; null where it is not needed. For the terminal of whoever started the server, and nothing else. */
  link(publicUrl: string): string | null {
    return this.needed ? `${publicUrl}/setup#${this.#tokens[0]}` : null;
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
      const { accounts, book } = this.#options;
      await accounts.reached();
      if (!this.needed) throw alreadyMade();
      if (!this.#tokens.some((known) => matches(token, digestOf(known)))) {
        throw new Problem(
          403,
          'setup.wrong-token',
          'This is not the link that the server printed when it started. Open that one.',
        );
      }
      const id = accounts.all().some(({ accountId }) => accountId === FIRST_ACCOUNT) ? undefined : FIRST_ACCOUNT;
      const made = await book
        .create({ ...account, roles: ROLES }, SETUP, { accountId: id, correlationId })
        .catch((error: unknown) => {
          throw error instanceof Problem && error.code === 'account.exists' ? alreadyMade() : error;
        });
      // Another node made the very same account a moment ago, with the password that was typed there.
      if (!(await verifyPassword(account.password, made.passwordHash))) throw alreadyMade();
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
      const account = { signInName: ADMIN, name: 'Administrator', roles: ROLES, password };
      const made = await book.create(account, SETUP, { accountId }).catch((error: unknown) => {
        if (error instanceof Problem && error.code === 'account.name-taken') return null;
        throw error;
      });
      // Where another node made it at the same moment, it may be with another password.
      if (made === null || !(await verifyPassword(password, made.passwordHash))) return this.#keepAdmin(password);
      log.info('The account admin has the password of ADMIN_PASSWORD.');
      return;
    }
    if (!accounts.isReadable(known.accountId)) {
      log.warn('The account admin cannot be read by this version. ADMIN_PASSWORD was not given to it.');
    } else if (known.status === 'disabled') {
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
