import { describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { foldBy } from '../kernel/fold.ts';
import { administrator, attendee, EARLIER, NOW, organizer, specification, system } from '../testing/given.ts';
import type { Happened } from '../testing/given.ts';
import { accountCommands, accountEvents, evolveAccount, initialAccount, sessionHolds } from './account.ts';
import type { AccountEvent, AccountState, AccountSurroundings } from './account.ts';
import { decideOnAccount } from './standing.ts';

const several: AccountSurroundings = { administrators: 2, signInNameTaken: false };
const only: AccountSurroundings = { administrators: 1, signInNameTaken: false };

const given = specification<typeof accountCommands, AccountState, AccountSurroundings, AccountEvent>({
  commands: accountCommands,
  events: accountEvents,
  initial: initialAccount,
  around: several,
  evolve: foldBy(evolveAccount),
  decide: decideOnAccount,
});

type Event = Happened<AccountEvent>;
const zhou = { accountId: 'zhou', name: 'Zhou Ping', signInName: 'zhou.ping' };
const created = (...roles: ('administrator' | 'organizer' | 'archivist')[]): Event => ({
  type: 'AccountCreated',
  data: { ...zhou, roles },
});
const asZhou: Actor = { kind: 'account', id: 'zhou', name: 'Zhou Ping', roles: ['organizer'] };
const hash = (salt: string) => `$argon2id$v=19$m=65536,t=3,p=4$${salt.repeat(22)}$RdescudvJCsgt3ub+b4dWRWJTmaaJObG`;
const passwordSet = (salt: string): Event => ({ type: 'PasswordSet', data: { hash: hash(salt) } });
const ended = (before: string): Event => ({ type: 'SessionsEnded', data: { before } });
const disabled: Event = { type: 'AccountDisabled', data: { reason: null } };

describe('creating an account', () => {
  it('is done by an administrator, or by the system for the first one', () => {
    for (const actor of [administrator, system('setup')]) {
      const account = given()
        .by(actor)
        .when('create-account', { ...zhou, roles: ['organizer'] })
        .then(created('organizer'));
      expect(account).toMatchObject({ status: 'enabled', roles: ['organizer'], passwordHash: null });
    }
  });

  it('keeps the sign-in name in lower case and each role once', () => {
    given()
      .by(administrator)
      .when('create-account', { ...zhou, signInName: 'Zhou.Ping', roles: ['archivist', 'organizer', 'archivist'] })
      .then(created('organizer', 'archivist'));
  });

  it('sets the password with it, or where the account has none yet', () => {
    given()
      .by(administrator)
      .when('create-account', { ...zhou, roles: ['organizer'], hash: hash('a') })
      .then(created('organizer'), passwordSet('a'));
    given(created())
      .by(administrator)
      .when('create-account', { ...zhou, hash: hash('a') })
      .then(passwordSet('a'));
    given(created(), passwordSet('b'))
      .by(administrator)
      .when('create-account', { ...zhou, hash: hash('a') })
      .thenNothing();
  });

  it('counts as nothing where another account had the sign-in name first', () => {
    given(created('administrator'))
      .around({ ...several, standing: initialAccount })
      .by(administrator)
      .when('set-roles', { roles: [] })
      .refused('account.unknown');
  });

  it('records nothing where it exists, and is refused where the id or the sign-in name is taken', () => {
    const past = given(created()).by(administrator);
    past.when('create-account', zhou).thenNothing();
    past.when('create-account', { ...zhou, signInName: 'another' }).refused('account.exists');
    given()
      .around({ administrators: 1, signInNameTaken: true })
      .by(administrator)
      .when('create-account', zhou)
      .refused('account.name-taken');
  });

  it('is refused to all others', () => {
    for (const actor of [organizer, attendee('wei')]) {
      given().by(actor).when('create-account', zhou).refused('account.not-permitted');
    }
  });
});

describe('setting the password', () => {
  it('takes the hash and ends the sessions that began before', () => {
    const account = given(created())
      .by(asZhou)
      .when('set-password', { hash: hash('a') })
      .then(passwordSet('a'), ended(NOW));
    expect(account.passwordHash).toBe(hash('a'));
    expect(sessionHolds(account, 'session-1', EARLIER)).toBe(false);
    expect(sessionHolds(account, 'session-2', NOW)).toBe(true);
  });

  it('records nothing where the hash is the same', () => {
    given(created(), passwordSet('a'))
      .by(administrator)
      .when('set-password', { hash: hash('a') })
      .thenNothing();
  });

  it('is refused to others, for a disabled account and for no account', () => {
    given(created())
      .by(organizer)
      .when('set-password', { hash: hash('a') })
      .refused('account.not-yours');
    given(created(), disabled)
      .by(administrator)
      .when('set-password', { hash: hash('a') })
      .refused('account.disabled');
    given()
      .by(administrator)
      .when('set-password', { hash: hash('a') })
      .refused('account.unknown');
  });

  it('takes no password in clear and no other hash', () => {
    given(created()).when('set-password', { hash: 'correct horse battery staple' }).malformed('hash');
    given(created())
      .when('set-password', { hash: '$2b$12$abcdefghijklmnopqrstuu5s9y7b3p7wHq6yqQe3z0YkqQe3z0Ykq' })
      .malformed('hash');
  });
});

describe('setting the roles', () => {
  it('replaces them', () => {
    const account = given(created('organizer'))
      .by(administrator)
      .when('set-roles', { roles: ['archivist', 'administrator'] })
      .then({ type: 'RolesSet', data: { roles: ['administrator', 'archivist'] } });
    expect(account.roles).toEqual(['administrator', 'archivist']);
  });

  it('records nothing where they are the same, in whatever order they are given', () => {
    given(created('organizer', 'archivist'))
      .by(administrator)
      .when('set-roles', { roles: ['archivist', 'organizer'] })
      .thenNothing();
  });

  it('never takes the role of the last administrator', () => {
    given(created('administrator'))
      .around(only)
      .by(administrator)
      .when('set-roles', { roles: ['organizer'] })
      .refused('account.last-administrator');
    given(created('administrator'))
      .around(only)
      .by(administrator)
      .when('set-roles', { roles: ['administrator', 'organizer'] })
      .then({ type: 'RolesSet', data: { roles: ['administrator', 'organizer'] } });
    given(created('administrator'))
      .by(administrator)
      .when('set-roles', { roles: [] })
      .then({ type: 'RolesSet', data: { roles: [] } });
  });

  it('is refused to the holder of the account', () => {
    given(created('organizer'))
      .by(asZhou)
      .when('set-roles', { roles: ['administrator'] })
      .refused('account.not-permitted');
  });
});

describe('disabling an account', () => {
  it('ends all its sessions, and they stay ended when it is enabled again', () => {
    const off = given(created())
      .by(administrator)
      .when('disable-account', { reason: 'Moved away' })
      .then({ type: 'AccountDisabled', data: { reason: 'Moved away' } }, ended(NOW));
    expect(sessionHolds(off, 'session-1', NOW)).toBe(false);
    const on = given(created(), disabled, ended(NOW))
      .by(administrator)
      .when('enable-account', {})
      .then({ type: 'AccountEnabled', data: {} });
    expect(sessionHolds(on, 'session-1', EARLIER)).toBe(false);
    expect(sessionHolds(on, 'session-2', NOW)).toBe(true);
  });

  it('records nothing where it is so already', () => {
    given(created(), disabled).by(administrator).when('disable-account', {}).thenNothing();
    given(created()).by(administrator).when('enable-account', {}).thenNothing();
  });

  it('is refused for the last administrator', () => {
    given(created('administrator'))
      .around(only)
      .by(administrator)
      .when('disable-account', {})
      .refused('account.last-administrator', { accountId: 'zhou' });
  });
});

describe('ending sessions', () => {
  it('ends one, by the holder or an administrator', () => {
    for (const actor of [asZhou, administrator, system()]) {
      const account = given(created())
        .by(actor)
        .when('end-session', { sessionId: 'session-1' })
        .then({ type: 'SessionEnded', data: { sessionId: 'session-1' } });
      expect(sessionHolds(account, 'session-1', NOW)).toBe(false);
      expect(sessionHolds(account, 'session-2', NOW)).toBe(true);
    }
  });

  it('ends all that began before', () => {
    const account = given(created()).by(asZhou).when('end-all-sessions', {}).then(ended(NOW));
    expect(sessionHolds(account, 'session-1', EARLIER)).toBe(false);
  });

  it('records nothing where it is ended, and is refused to others', () => {
    given(created(), { type: 'SessionEnded', data: { sessionId: 'session-1' } })
      .by(asZhou)
      .when('end-session', { sessionId: 'session-1' })
      .thenNothing();
    given(created()).by(organizer).when('end-session', { sessionId: 'session-1' }).refused('account.not-yours');
    given(created()).by(organizer).when('end-all-sessions', {}).refused('account.not-yours');
  });

  it('leaves no session to an account that never was', () => {
    expect(sessionHolds(initialAccount, 'session-1', NOW)).toBe(false);
  });
});
