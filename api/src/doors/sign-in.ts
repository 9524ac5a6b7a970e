// Signing in: with a name and a password, or with a personal link. A wrong name and a wrong password look the same, in
// words and in time.

import { setTimeout as sleep } from 'node:timers/promises';
import { linkFor } from '@rostrum/events';
import type { Actor, Entry } from '@rostrum/events';
import type { AccountDirectory } from '../commands/account-directory.ts';
import { addressOf } from '../http/address.ts';
import type { AppContext } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import type { Settings } from '../settings.ts';
import type { MeetingDoors } from './meeting-doors.ts';
import { verifyPassword } from './password.ts';
import { parseLink } from './personal-link.ts';
import type { Sessions } from './sessions.ts';
import { digestOf } from './token.ts';

export type SignInOptions = {
  readonly accounts: AccountDirectory;
  readonly doors: MeetingDoors;
  readonly sessions: Sessions;
  readonly rateLimit: RateLimit;
  readonly settings: Pick<Settings, 'rateLimits' | 'trustProxy'>;
  /** The present instant. */
  readonly now: () => string;
};

const refusals = {
  unknown: [
    'link.unknown',
    'This link is not known here. Check that it is complete, or ask the organizer for a new one.',
  ],
  expired: ['link.expired', 'This link has expired. Ask the organizer for a new one.'],
  revoked: [
    'link.revoked',
    'This link was withdrawn or replaced by a newer one. Use the newest, or ask the organizer for one.',
  ],
} as const satisfies Record<NonNullable<Entry['refused']>, readonly [code: string, sentence: string]>;

function refused(why: keyof typeof refusals): Problem {
  const [code, sentence] = refusals[why];
  return new Problem(401, code, sentence);
}

/** How often a password may be tried: from one address, and for one name from anywhere. */
export function limitTries(
  { rateLimit, settings }: Pick<SignInOptions, 'rateLimit' | 'settings'>,
  c: AppContext,
  name: string,
): void {
  if (!settings.rateLimits) return;
  rateLimit.take('doors', `address ${addressOf(c, settings.trustProxy)}`);
  rateLimit.take('doors', `name ${digestOf(name)}`);
}

/** Milliseconds for which somebody at the door is kept waiting while the record does not answer. */
const LOOK_MS = 2000;

/**
 * Waits for what other nodes have recorded up to now, such as an account or a link that was made there a moment ago. Where
 * the record is away, what is known here has to do.
 */
async function lookAround({ accounts }: Pick<SignInOptions, 'accounts'>): Promise<void> {
  const seen = new AbortController();
  const late = sleep(LOOK_MS, undefined, { signal: seen.signal }).catch(() => undefined);
  await Promise.race([accounts.reached().catch(() => undefined), late]);
  seen.abort();
}

/**
 * Opens a session with a password.
 * @throws Problem 401 `session.wrong-password`, 429, 503; UnreadableEvent where the account cannot be read by this version
 */
export async function signIn(
  options: SignInOptions,
  c: AppContext,
  signInName: string,
  password: string,
): Promise<Actor> {
  limitTries(options, c, signInName.trim().normalize('NFC').toLowerCase());
  await lookAround(options);
  const account = options.accounts.bySignInName(signInName);
  const kept = account?.status === 'enabled' ? account.passwordHash : null;
  if (!(await verifyPassword(password, kept)) || !account) {
    throw new Problem(
      401,
      'session.wrong-password',
      'The sign-in name or the password is wrong. Check both and try again.',
    );
  }
  options.accounts.requireReadable(account.accountId);
  // While the password was checked the account may have changed.
  const current = options.accounts.byId(account.accountId);
  if (current?.status !== 'enabled' || current.passwordHash !== kept) return signIn(options, c, signInName, password);
  return options.sessions.openForAccount(c, current);
}

/**
 * Opens a session with a link: of an attendee, a screen or a steward.
 * @throws Problem 401 `link.unknown`, `link.expired`, `link.revoked`
 */
export async function comeIn(
  { accounts, doors, sessions, now }: SignInOptions,
  c: AppContext,
  text: string,
): Promise<Actor> {
  const link = parseLink(text);
  if (!link) throw refused('unknown');
  const { meetingId, token } = link;
  let door = await doors.of(meetingId);
  let entry = linkFor(door.state, digestOf(token), now());
  if (entry.refused === 'unknown') {
    await lookAround({ accounts });
    door = await doors.of(meetingId);
    entry = linkFor(door.state, digestOf(token), now());
  }
  if (entry.refused !== null) throw refused(entry.refused);
  const { linkId, attendeeId } = entry.link;
  if (attendeeId === null) return sessions.openForStation(c, door, { meetingId, linkId });
  if (!door.attendee(attendeeId)) throw refused('revoked');
  return sessions.openForAttendee(c, door, { meetingId, attendeeId, linkId });
}
