// `/api/accounts`: who there is, a new account with its password, another password. What else is done to accounts goes
// by the commands of the catalogue.

import { accountRole, id, streams } from '@rostrum/events';
import type { AccountState, Actor } from '@rostrum/events';
import * as z from 'zod';
import { commandIdOf } from '../commands/idempotency.ts';
import { parseInput } from '../commands/input.ts';
import { accountId } from '../commands/operation.ts';
import { answer, answerJson } from '../http/answer.ts';
import { readJson } from '../http/body.ts';
import { callerOf } from '../http/context.ts';
import type { AppContext } from '../http/context.ts';
import { API_HEADERS } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Route } from '../http/route.ts';
import type { AccountBook } from './account-book.ts';
import { PASSWORD_EXAMPLE, accountAnswer, accountShown, name, password, signInName } from './answers.ts';
import { verifyPassword } from './password.ts';
import { DOOR_BYTES } from './session-routes.ts';
import { limitTries } from './sign-in.ts';
import type { SignInOptions } from './sign-in.ts';

const newAccount = z.strictObject({
  accountId: id.optional(),
  signInName,
  name,
  roles: z.array(accountRole).max(accountRole.options.length).default([]),
  password: password.optional(),
});
const newPassword = z.strictObject({ password, oldPassword: password.optional() });

const group = 'Accounts';

export const accountRoutes = (options: SignInOptions, book: AccountBook, newId: () => string): readonly Route[] => {
  const { accounts, sessions } = options;

  return [
    {
      method: 'GET',
      path: '/api/accounts',
      access: 'session',
      pace: 'queries',
      operation: {
        group,
        id: 'accounts',
        summary: 'All accounts',
        description: 'In the order of their creation. For administrators.',
        answers: { 200: { description: 'The accounts.', content: { schema: z.array(accountAnswer) } } },
        problems: [403],
      },
      handle: async (c) => {
        requireAdministrator(callerOf(c).actor);
        await accounts.reached();
        return answerJson(accounts.all().map(accountShown));
      },
    },
    {
      method: 'POST',
      path: '/api/accounts',
      access: 'session',
      pace: 'commands',
      operation: {
        group,
        id: 'create-account',
        summary: 'Create an account',
        description: `A password has at least twelve characters; without one nobody signs in with the account until it is given one. ${streams.account.commands['create-account'].description} For administrators.`,
        body: {
          schema: newAccount,
          example: { signInName: 'liu.shiquan', name: 'Liu Shiquan', roles: ['organizer'], password: PASSWORD_EXAMPLE },
          required: true,
        },
        answers: { 201: { description: 'Created.', content: { schema: accountAnswer } } },
        problems: [400, 403, 409, 413, 415, 422, 503],
      },
      handle: async (c) => {
        const { actor } = callerOf(c);
        requireAdministrator(actor);
        const commandId = commandIdOf(c, newId);
        const { accountId: chosen, ...account } = parseInput(newAccount, await readJson(c, DOOR_BYTES));
        const made = await book.create(account, actor, {
          accountId: chosen,
          commandId,
          correlationId: c.get('requestId'),
        });
        return answerJson(accountShown(made), 201, { location: `/api/accounts/${made.accountId}` });
      },
    },
    {
      method: 'POST',
      path: '/api/accounts/:id/password',
      access: 'session',
      pace: 'commands',
      operation: {
        group,
        id: 'change-password',
        summary: 'Set the password',
        description:
          'One’s own, with the old one; an administrator another’s, without it. All sessions of the account end; whoever changes their own goes on with a new one, whose cookie comes with the answer.',
        parameters: [accountId],
        body: {
          schema: newPassword,
          example: { oldPassword: PASSWORD_EXAMPLE, password: 'the new password' },
          required: true,
        },
        answers: { 204: { description: 'The password is set.' } },
        problems: [400, 403, 404, 409, 413, 415, 422, 503],
      },
      handle: async (c) => {
        const { actor } = callerOf(c);
        const given = parseInput(newPassword, await readJson(c, DOOR_BYTES));
        const account = accountFor(c, actor);
        const own = actor.kind === 'account' && actor.id === account.accountId;
        if (own) await checkOld(c, account, given.oldPassword);
        await book.setPassword(account, given.password, actor, c.get('requestId'));
        if (own) await reopen(c, account.accountId);
        return answer(null, 204, API_HEADERS);
      },
    },
  ];

  /** The account in the path, which must be the caller's own where they are no administrator. */
  function accountFor(c: AppContext, actor: Actor): AccountState {
    const wanted = c.req.param('id') ?? '';
    if (actor.kind !== 'account' || actor.id !== wanted) requireAdministrator(actor);
    accounts.requireReadable(wanted);
    const account = accounts.byId(wanted);
    if (!account) throw new Problem(404, 'account.unknown', 'There is no such account.');
    return account;
  }

  async function checkOld(c: AppContext, account: AccountState, oldPassword: string | undefined): Promise<void> {
    limitTries(options, c, account.signInName);
    if (oldPassword !== undefined && (await verifyPassword(oldPassword, account.passwordHash))) return;
    const sentence = 'The old password is wrong. Type the one you sign in with now.';
    throw new Problem(403, 'password.old-wrong', sentence, { errors: [{ path: 'oldPassword', message: sentence }] });
  }

  /** The password has ended all sessions; the one who changed it goes on with another. */
  async function reopen(c: AppContext, own: string): Promise<void> {
    const account = accounts.byId(own);
    c.set('caller', null);
    if (account) await sessions.openForAccount(c, account);
  }
};

function requireAdministrator(actor: Actor): void {
  if (actor.kind === 'account' && actor.roles.includes('administrator')) return;
  throw new Problem(403, 'account.not-permitted', 'This is for administrators.', { facts: { by: ['administrator'] } });
}
