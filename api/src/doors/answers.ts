// What the doors answer, and the words in which their documentation speaks.

import { accountRole, isStation, streams } from '@rostrum/events';
import type { AccountState, Actor } from '@rostrum/events';
import * as z from 'zod';
import { answerJson } from '../http/answer.ts';

const { signInName, name } = streams.account.commands['create-account'].input.shape;
export { name, signInName };

/** A password on its way in. What may be one is said by `password.ts`, in one sentence for people. */
export const password = z.string().max(1000, 'Must not be longer than 1000 characters.').meta({ format: 'password' });

/** Shown where the documentation must not look as if it held a secret. */
export const PASSWORD_EXAMPLE = 'the password';

export const sessionAnswer = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('account'), accountId: z.string(), name: z.string(), roles: z.array(accountRole) }),
    z.object({ kind: z.literal('attendee'), name: z.string(), meetingId: z.string(), attendeeId: z.string() }),
    z.object({
      kind: z.enum(['screen', 'steward']),
      name: z.string(),
      meetingId: z.string(),
      venueId: z.string().nullable(),
    }),
  ])
  .meta({ id: 'Session' });

/** Who is signed in, as `GET /api/session` tells it. */
export function answerSession(actor: Actor, status = 200): Response {
  if (actor.kind === 'account') {
    const { kind, id: accountId, name: who, roles } = actor;
    return answerJson({ kind, accountId, name: who, roles }, status);
  }
  if (actor.kind === 'attendee') {
    const { kind, id: attendeeId, meetingId, name: who } = actor;
    return answerJson({ kind, name: who, meetingId, attendeeId }, status);
  }
  if (isStation(actor)) {
    const { kind, name: under, meetingId, venueId } = actor;
    return answerJson({ kind, name: under, meetingId, venueId }, status);
  }
  throw new Error('A process of the system has no session.');
}

export const accountAnswer = z
  .object({
    accountId: z.string(),
    signInName: z.string(),
    name: z.string(),
    roles: z.array(accountRole),
    status: z.enum(['enabled', 'disabled']),
    hasPassword: z.boolean(),
  })
  .meta({ id: 'Account' });

/** An account as administrators see it: without the hash of its password and without its sessions. */
export const accountShown = ({
  accountId,
  signInName: known,
  name: who,
  roles,
  status,
  passwordHash,
}: AccountState) => ({
  accountId,
  signInName: known,
  name: who,
  roles,
  status,
  hasPassword: passwordHash !== null,
});
