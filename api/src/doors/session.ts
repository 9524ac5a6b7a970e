// A session as the cookie carries it: who somebody is, since when and until when. Nothing of it is kept on the server;
// whether it still holds is asked of the accounts and of the meeting's door at every request.

import * as z from 'zod';
import type { Instant } from '@rostrum/events';
import type { Seal } from './seal.ts';

const span = { sessionId: z.string(), startedAt: z.string(), expiresAt: z.string() };

const session = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account'), ...span, accountId: z.string() }),
  z.strictObject({
    kind: z.literal('attendee'),
    ...span,
    meetingId: z.string(),
    attendeeId: z.string(),
    linkId: z.string(),
  }),
  z.strictObject({ kind: z.literal('station'), ...span, meetingId: z.string(), linkId: z.string() }),
]);

/** Instants are in UTC with milliseconds. `startedAt` stays as it was when a session is prolonged. */
export type Session = Readonly<z.infer<typeof session>>;
export type AccountSession = Extract<Session, { kind: 'account' }>;
export type AttendeeSession = Extract<Session, { kind: 'attendee' }>;
/** Of a screen or a steward; which of the two the link says. */
export type StationSession = Extract<Session, { kind: 'station' }>;

/** What the keys are derived for: a cookie of another kind, or of an older form, does not open as a session. */
export const SESSION_PURPOSE = 'session v1';

/** The session as the cookie's value. */
export const sealSession = (seal: Seal, it: Session): string => seal.close(JSON.stringify(it));

/** The session of a cookie's value; undefined where this deployment did not seal it. */
export function openSession(seal: Seal, value: string): Session | undefined {
  const text = seal.open(value);
  if (text === undefined) return undefined;
  const parsed = session.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
}

const HOUR = 3_600_000;
/** An account's session ends when it was not used for so long. */
const IDLE_MS = 12 * HOUR;
/** It is prolonged once so much of that has passed, and not at every request. */
const PROLONG_AFTER_MS = HOUR / 2;
/** An attendee opens the link again after so long at most. */
const ATTENDEE_MS = 14 * 24 * HOUR;

const plus = (at: Instant, milliseconds: number): number => Date.parse(at) + milliseconds;
const written = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

const accountEndsMs = (startedAt: Instant, usedAt: Instant, hours: number): number =>
  Math.min(plus(usedAt, IDLE_MS), plus(startedAt, hours * HOUR));

/**
 * When an account's session ends, used at an instant.
 * @param hours after which it ends however much it is used
 */
export const accountSessionEnds = (startedAt: Instant, usedAt: Instant, hours: number): Instant =>
  written(accountEndsMs(startedAt, usedAt, hours));

/** When an attendee's session ends: with the link, and after two weeks at the latest. */
export const attendeeSessionEnds = (startedAt: Instant, linkExpiresAt: Instant): Instant =>
  written(Math.min(plus(startedAt, ATTENDEE_MS), Date.parse(linkExpiresAt)));

/** True once the session is over by itself. */
export const hasExpired = ({ expiresAt }: Session, now: Instant): boolean => Date.parse(expiresAt) <= Date.parse(now);

/** The account's session prolonged by its use; undefined where that is not worth a new cookie, or no longer possible. */
export function prolonged(it: AccountSession, now: Instant, hours: number): AccountSession | undefined {
  const ends = accountEndsMs(it.startedAt, now, hours);
  return plus(it.expiresAt, PROLONG_AFTER_MS) <= ends ? { ...it, expiresAt: written(ends) } : undefined;
}
