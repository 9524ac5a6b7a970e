// An account: who signs in with a password, what they are trusted with, and which of their sessions were ended. A stream
// for each account. Passwords come here only as argon2id hashes, and leave this stream for no view or export.

import * as z from 'zod';
import { accountRole } from '../kernel/actor.ts';
import type { AccountRole, Actor } from '../kernel/actor.ts';
import { Codec } from '../kernel/codec.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { id, instant, line } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Compared without regard to case: kept in lower case, in Unicode's composed form. */
const signInName = line(200).transform((name) => name.normalize('NFC').toLowerCase());
/** Each role once, in one order. */
const roles = z.array(accountRole).transform((given) => accountRole.options.filter((role) => given.includes(role)));
/** The PHC string format, as the reference implementation of argon2 writes it. */
const passwordHash = z
  .string()
  .max(500)
  .regex(
    /^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]{11,}\$[A-Za-z0-9+/]{22,}$/,
    'Must be an argon2id hash in the PHC string format.',
  );

export const accountEvents = {
  AccountCreated: z.strictObject({ accountId: id, name: line(200), signInName, roles, at: instant }),
  PasswordSet: z.strictObject({ hash: passwordHash, at: instant }),
  RolesSet: z.strictObject({ roles, at: instant }),
  AccountDisabled: z.strictObject({ reason: line(300).nullable(), at: instant }),
  AccountEnabled: z.strictObject({ at: instant }),
  SessionEnded: z.strictObject({ sessionId: id, at: instant }),
  /** All sessions that began before an instant. */
  SessionsEnded: z.strictObject({ before: instant, at: instant }),
};
export type AccountEvent = EventOf<typeof accountEvents>;
export const accountCodec = new Codec(accountEvents);

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `absent`: no such account was ever created. */
export type AccountStatus = 'absent' | 'enabled' | 'disabled';

export type AccountState = {
  readonly status: AccountStatus;
  readonly accountId: string;
  readonly name: string;
  readonly signInName: string;
  readonly roles: readonly AccountRole[];
  /** Null: this account signs in through an identity provider, or has not been given a password yet. */
  readonly passwordHash: string | null;
  readonly endedSessions: Ledger<Instant>;
  readonly sessionsEndedBefore: Instant | null;
};

export const initialAccount: AccountState = {
  status: 'absent',
  accountId: '',
  name: '',
  signInName: '',
  roles: [],
  passwordHash: null,
  endedSessions: Ledger.empty(),
  sessionsEndedBefore: null,
};

/** True while a session of the account holds: the account is enabled, and neither this session nor all of its time was ended. */
export function sessionHolds(account: AccountState, sessionId: string, startedAt: Instant): boolean {
  const { status, endedSessions, sessionsEndedBefore } = account;
  if (status !== 'enabled' || endedSessions.has(sessionId)) return false;
  return sessionsEndedBefore === null || Date.parse(startedAt) >= Date.parse(sessionsEndedBefore);
}

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveAccount: Evolve<AccountState, AccountEvent> = {
  AccountCreated: (state, { at: _at, ...created }) => ({ ...state, ...created, status: 'enabled' }),
  PasswordSet: (state, { hash }) => ({ ...state, passwordHash: hash }),
  RolesSet: (state, { roles }) => ({ ...state, roles }),
  AccountDisabled: (state) => ({ ...state, status: 'disabled' }),
  AccountEnabled: (state) => ({ ...state, status: 'enabled' }),
  SessionEnded: (state, { sessionId, at }) => ({ ...state, endedSessions: state.endedSessions.set(sessionId, at) }),
  SessionsEnded: (state, { before }) => ({ ...state, sessionsEndedBefore: before }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** For one's own account; an administrator for any. */
const OWN = ['administrator', 'organizer', 'archivist'] as const;

export const accountCommands = {
  'create-account': {
    summary: 'Create an account',
    description:
      'Creates an account with its roles, and with its password where there is one. The sign-in name is taken once in the whole deployment.',
    input: z.strictObject({
      accountId: id.optional(),
      name: line(200),
      signInName,
      roles: roles.default([]),
      hash: passwordHash.nullable().default(null),
    }),
    example: { name: 'Zhou Ping', signInName: 'zhou.ping', roles: ['organizer'] },
    by: ['administrator', 'system'],
    during: ['absent', 'enabled', 'disabled'],
  },
  'set-password': {
    summary: 'Set the password',
    description:
      'Replaces the password, by its argon2id hash, and ends all sessions that began before. By the account’s holder or an administrator.',
    input: z.strictObject({ hash: passwordHash }),
    example: { hash: '$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$RdescudvJCsgt3ub+b4dWRWJTmaaJObG' },
    by: [...OWN, 'system'],
    during: ['enabled'],
  },
  'set-roles': {
    summary: 'Set the roles of an account',
    description: 'Replaces the roles. Refused where the deployment would be left without an administrator.',
    input: z.strictObject({ roles }),
    example: { roles: ['organizer', 'archivist'] },
    by: ['administrator'],
    during: ['enabled', 'disabled'],
  },
  'disable-account': {
    summary: 'Disable an account',
    description: 'Nobody signs in with it any more, and all its sessions end. Refused for the last administrator.',
    input: z.strictObject({ reason: line(300).nullable().default(null) }),
    example: { reason: 'Moved to another department' },
    by: ['administrator'],
    during: ['enabled', 'disabled'],
  },
  'enable-account': {
    summary: 'Enable an account',
    description: 'Lets a disabled account sign in again.',
    input: z.strictObject({}),
    example: {},
    by: ['administrator', 'system'],
    during: ['enabled', 'disabled'],
  },
  'end-session': {
    summary: 'End a session',
    description: 'Signs the account out on one device.',
    input: z.strictObject({ sessionId: id }),
    example: { sessionId: 'session-1' },
    by: [...OWN, 'system'],
    during: ['enabled', 'disabled'],
  },
  'end-all-sessions': {
    summary: 'End all sessions',
    description: 'Signs the account out everywhere.',
    input: z.strictObject({}),
    example: {},
    by: [...OWN, 'system'],
    during: ['enabled', 'disabled'],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, AccountStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a decision about one account must know of all others. */
export type AccountSurroundings = {
  /** How many enabled accounts have the role of administrator, this one included. */
  readonly administrators: number;
  /** True where another account has the sign-in name that is asked for. */
  readonly signInNameTaken: boolean;
  /** The account as it stands among all others; without it as its own stream tells. See `accounts.ts`. */
  readonly standing?: AccountState;
};

/** True for an account that can create others. */
export const isAdministrator = ({ status, roles }: Pick<AccountState, 'status' | 'roles'>): boolean =>
  status === 'enabled' && roles.includes('administrator');

export const nameTaken = (signInName: string): Rejection =>
  reject.conflict('account.name-taken', 'Another account has this sign-in name. Choose another one.', { signInName });

/** The refusal to leave the deployment without anyone who can create accounts. */
export const lastOfAdministrators = (accountId: string): Rejection =>
  reject.conflict(
    'account.last-administrator',
    'This is the last administrator. Make another account an administrator first.',
    { accountId },
  );

const notYours = (actor: Actor, { accountId }: AccountState): Rejection | undefined =>
  actor.kind === 'system' ||
  (actor.kind === 'account' && (actor.id === accountId || actor.roles.includes('administrator')))
    ? undefined
    : reject.forbidden('account.not-yours', 'This is for the account’s holder or an administrator.', { accountId });

const lastAdministrator = (account: AccountState, { administrators }: AccountSurroundings): Rejection | undefined =>
  isAdministrator(account) && administrators <= 1 ? lastOfAdministrators(account.accountId) : undefined;

const endSessionsBefore = (at: Instant) => ({ type: 'SessionsEnded' as const, data: { before: at, at } });

export const decideAccount: Deciders<typeof accountCommands, AccountState, AccountSurroundings, AccountEvent> = {
  'create-account': ({ id: commandId, data, at }, account, { signInNameTaken }) => {
    const { accountId = commandId, name, signInName, roles, hash } = data;
    if (signInNameTaken) return nameTaken(signInName);
    const password = hash === null ? [] : [{ type: 'PasswordSet' as const, data: { hash, at } }];
    if (account.status !== 'absent') {
      if (account.signInName === signInName && account.name === name)
        return account.status === 'enabled' && account.passwordHash === null ? password : nothing;
      return reject.conflict('account.exists', 'An account with this id exists already. Use another id.', {
        accountId,
      });
    }
    return [{ type: 'AccountCreated', data: { accountId, name, signInName, roles, at } }, ...password];
  },

  'set-password': ({ data, actor, at }, account) => {
    const refusal = notYours(actor, account);
    if (refusal) return refusal;
    if (account.passwordHash === data.hash) return nothing;
    return [{ type: 'PasswordSet', data: { hash: data.hash, at } }, endSessionsBefore(at)];
  },

  'set-roles': ({ data, at }, account, around) => {
    if (JSON.stringify(account.roles) === JSON.stringify(data.roles)) return nothing;
    const refusal = data.roles.includes('administrator') ? undefined : lastAdministrator(account, around);
    return refusal ?? [{ type: 'RolesSet', data: { roles: data.roles, at } }];
  },

  'disable-account': ({ data, at }, account, around) => {
    if (account.status === 'disabled') return nothing;
    return (
      lastAdministrator(account, around) ?? [{ type: 'AccountDisabled', data: { ...data, at } }, endSessionsBefore(at)]
    );
  },

  'enable-account': ({ at }, { status }) =>
    status === 'enabled' ? nothing : [{ type: 'AccountEnabled', data: { at } }],

  'end-session': ({ data, actor, at }, account) => {
    const refusal = notYours(actor, account);
    if (refusal) return refusal;
    return account.endedSessions.has(data.sessionId) ? nothing : [{ type: 'SessionEnded', data: { ...data, at } }];
  },

  'end-all-sessions': ({ actor, at }, account) => {
    const refusal = notYours(actor, account);
    if (refusal) return refusal;
    const { sessionsEndedBefore: ended } = account;
    return ended !== null && Date.parse(ended) >= Date.parse(at) ? nothing : [endSessionsBefore(at)];
  },
};
