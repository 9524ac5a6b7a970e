// All accounts of a deployment, folded in the one order of the store. Nodes decide on different accounts at the same
// moment, each without having seen the other's event. What concerns all accounts is therefore settled here, alike on
// every node: of two accounts with one sign-in name the earlier has it and the later never came to be; and what would
// leave nobody who can create accounts is without effect.

import { foldBy } from '../kernel/fold.ts';
import { reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { evolveAccount, initialAccount, isAdministrator, lastOfAdministrators, nameTaken } from './account.ts';
import type { AccountState } from './account.ts';

export type AccountsState = {
  /** By id, in the order of their creation. */
  readonly all: Ledger<AccountState>;
  /** Ids of accounts, by sign-in name. */
  readonly holders: Ledger<string>;
  /** How many can create accounts. */
  readonly administrators: number;
  /** Events that came too late to have an effect, by their ids: what their command is to be answered. */
  readonly without: Ledger<Rejection>;
};

export const initialAccounts: AccountsState = {
  all: Ledger.empty(),
  holders: Ledger.empty(),
  administrators: 0,
  without: Ledger.empty(),
};

const evolve = foldBy(evolveAccount);

/**
 * All accounts after one more event of one of them.
 * @param event in today's shape; events are given in the order of the store
 */
export function evolveAccounts(
  accounts: AccountsState,
  accountId: string,
  event: DomainEvent & { readonly id: string },
): AccountsState {
  const before = accounts.all.get(accountId) ?? initialAccount;
  // What follows on an account that never came to be is as little.
  const after = before.status === 'absent' && event.type !== 'AccountCreated' ? before : evolve(before, event);
  const refusal = refusalOf(accounts, before, after, accountId);
  if (refusal) return { ...accounts, without: accounts.without.set(event.id, refusal) };
  const { signInName } = after;
  return {
    ...accounts,
    all: accounts.all.set(accountId, after),
    holders: accounts.holders.has(signInName) ? accounts.holders : accounts.holders.set(signInName, accountId),
    administrators: accounts.administrators + Number(isAdministrator(after)) - Number(isAdministrator(before)),
  };
}

/** Why the change from one state of an account to the next is without effect; undefined where it is not. */
function refusalOf(
  { holders, administrators }: AccountsState,
  before: AccountState,
  after: AccountState,
  accountId: string,
): Rejection | undefined {
  if (after.status === 'absent') return reject.missing('account.unknown', 'There is no such account.');
  if (before.status === 'absent' && (holders.get(after.signInName) ?? accountId) !== accountId)
    return nameTaken(after.signInName);
  return isAdministrator(before) && !isAdministrator(after) && administrators <= 1
    ? lastOfAdministrators(accountId)
    : undefined;
}
