// Who may do something to an account, and whether the account is there to do it to.

import type { Actor } from '../kernel/actor.ts';
import type { Command, CommandDefinition, Role } from '../kernel/command.ts';
import { reject } from '../kernel/decision.ts';
import type { Decision, Rejection } from '../kernel/decision.ts';
import { accountCommands, decideAccount } from './account.ts';
import type { AccountEvent, AccountState, AccountStatus, AccountSurroundings } from './account.ts';

const sentences: Readonly<Record<AccountStatus, Rejection>> = {
  absent: reject.missing('account.unknown', 'There is no such account.'),
  enabled: reject.conflict('account.enabled', 'The account is enabled already.'),
  disabled: reject.conflict('account.disabled', 'The account is disabled. Enable it first.'),
};

/** The roles that hold in the whole deployment. An attendee has none of them. */
export const deploymentRolesOf = (actor: Actor): readonly Role[] =>
  actor.kind === 'account' ? actor.roles : actor.kind === 'system' ? ['system'] : [];

/**
 * Decides a command on an account: whether the actor may, whether the account is there, and then what the slice says.
 * @param command validated by its definition's `input`
 * @param alone the account as its own stream tells
 */
export function decideOnAccount(
  command: Command<keyof typeof accountCommands>,
  alone: AccountState,
  around: AccountSurroundings,
): Decision<AccountEvent> {
  const account = around.standing ?? alone;
  const definition: CommandDefinition = accountCommands[command.name];
  const roles = deploymentRolesOf(command.actor);
  if (!definition.by.some((role) => roles.includes(role))) {
    return reject.forbidden('account.not-permitted', `“${definition.summary}” is for: ${definition.by.join(', ')}.`, {
      by: definition.by,
    });
  }
  if (!definition.during.includes(account.status)) return sentences[account.status];
  const decide = decideAccount[command.name] as (
    command: Command,
    account: AccountState,
    around: AccountSurroundings,
  ) => Decision<AccountEvent>;
  return decide(command, account, around);
}
