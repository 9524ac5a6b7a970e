// Sessions: opened at a door, found again by the cookie at every request, prolonged by use, ended by an event. An ended
// session stays ended whatever copy of its cookie comes back.

import type { AccountState, Actor, Instant } from '@rostrum/events';
import type { Clock } from '@rostrum/infra';
import type { AccountDirectory } from '../commands/account-directory.ts';
import type { CommandDesk } from '../commands/desk.ts';
import { isRefused } from '../commands/receipt.ts';
import type { AppContext, Caller } from '../http/context.ts';
import { problemOfRejection } from '../http/problem.ts';
import type { Feed } from '../live/feed.ts';
import { cookieOf, handOut, takeBack } from './cookie.ts';
import type { MeetingDoor, MeetingDoors } from './meeting-doors.ts';
import { openerOf } from './opener.ts';
import type { Seal } from './seal.ts';
import type { SessionWatch } from './session-watch.ts';
import { accountSessionEnds, attendeeSessionEnds, hasExpired, prolonged, sealSession } from './session.ts';
import type { AccountSession, AttendeeSession, Session, StationSession } from './session.ts';
import { accountBehind, attendeeBehind, comerBehind, stationBehind } from './who.ts';

export type SessionsOptions = {
  readonly seal: Seal;
  readonly accounts: AccountDirectory;
  readonly doors: MeetingDoors;
  readonly watch: SessionWatch;
  readonly commands: CommandDesk;
  readonly feed: Feed;
  readonly clock: Clock;
  /** A new UUID. */
  readonly newId: () => string;
  readonly publicUrl: () => string;
  /** Hours after which an account's session ends however much it is used. */
  readonly accountHours: number;
};

/** Milliseconds that an answer waits until the end of a session is known here. */
const REACH_MS = 2000;

export class Sessions {
  readonly #options: SessionsOptions;
  readonly #opened: (value: string) => Session | undefined;

  constructor(options: SessionsOptions) {
    this.#options = options;
    this.#opened = openerOf(options.seal);
  }

  /**
   * Who asks, by the cookie; null where it brings no session that holds.
   * @throws StoreUnavailable, UnreadableEvent where the meeting's door was not read yet and cannot be
   */
  resolve(c: AppContext): Caller | null | Promise<Caller | null> {
    const { accounts, doors, publicUrl, clock } = this.#options;
    const value = cookieOf(c, publicUrl());
    const session = value === undefined ? undefined : this.#opened(value);
    if (!session) return null;
    const now = clock.now();
    if (hasExpired(session, now)) return this.#turnAway(c);
    if (session.kind === 'account') {
      return this.#admit(c, this.#kept(c, session, now), accountBehind(session, accounts.byId(session.accountId)));
    }
    const door = doors.of(session.meetingId);
    const admit = (opened: MeetingDoor) => this.#admit(c, session, comerBehind(session, opened, now));
    return door instanceof Promise ? door.then(admit) : admit(door);
  }

  /** Opens a session of an account and hands out its cookie with the answer. */
  async openForAccount(c: AppContext, account: AccountState): Promise<Actor> {
    const { clock, newId, accountHours } = this.#options;
    const now = clock.now();
    const ended = account.sessionsEndedBefore;
    // Clocks of several nodes differ a little: a new session never begins before those that were ended.
    const startedAt = ended !== null && ended > now ? ended : now;
    const expiresAt = accountSessionEnds(startedAt, startedAt, accountHours);
    const { accountId } = account;
    const session: AccountSession = { kind: 'account', sessionId: newId(), startedAt, expiresAt, accountId };
    return this.#open(c, session, accountBehind(session, account));
  }

  /** Opens a session of an attendee, bound to the link they came by, and hands out its cookie with the answer. */
  async openForAttendee(
    c: AppContext,
    door: MeetingDoor,
    come: { meetingId: string; attendeeId: string; linkId: string },
  ): Promise<Actor> {
    const { clock, newId } = this.#options;
    const now = clock.now();
    const expiresAt = attendeeSessionEnds(now, door.state.links.get(come.linkId)?.expiresAt ?? now);
    const session: AttendeeSession = { kind: 'attendee', sessionId: newId(), startedAt: now, expiresAt, ...come };
    return this.#open(c, session, attendeeBehind(session, door, now));
  }

  /** Opens a session of a screen or a steward, which lasts as long as the link, and hands out its cookie with the answer. */
  async openForStation(c: AppContext, door: MeetingDoor, come: { meetingId: string; linkId: string }): Promise<Actor> {
    const { clock, newId } = this.#options;
    const now = clock.now();
    const expiresAt = door.state.links.get(come.linkId)?.expiresAt ?? now;
    const session: StationSession = { kind: 'station', sessionId: newId(), startedAt: now, expiresAt, ...come };
    return this.#open(c, session, stationBehind(session, door, now));
  }

  /**
   * Ends the session of a caller by an event, so that every copy of the cookie is void, and takes the cookie back.
   * @throws StoreUnavailable, OutcomeUnknown, and what else a command may meet
   */
  async end(c: AppContext): Promise<void> {
    const caller = c.get('caller');
    if (caller !== null) await this.#end(caller);
    c.set('setCookie', takeBack(this.#options.publicUrl()));
  }

  async #end({ actor, sessionId }: Caller): Promise<void> {
    if (actor.kind === 'system') return;
    const { commands, feed, watch } = this.#options;
    const of =
      actor.kind === 'account'
        ? { family: 'account' as const, subject: actor.id }
        : { family: 'door' as const, subject: actor.meetingId };
    const outcome = await commands.give({
      ...of,
      name: 'end-session',
      data: { sessionId },
      actor: { kind: 'system', id: 'doors' },
    });
    if (isRefused(outcome)) throw problemOfRejection(outcome);
    if (of.family === 'door') await feed.reach(outcome.position, REACH_MS);
    watch.end(sessionId, `${of.family}-${of.subject}`);
  }

  async #open(c: AppContext, session: Session, actor: Actor | null): Promise<Actor> {
    if (actor === null) throw new Error('A session was opened that does not hold.');
    const before = c.get('caller');
    if (before !== null) {
      // Whoever had this browser's cookie before has it no more. That the record cannot be written keeps nobody out.
      await this.#end(before).catch((error: unknown) =>
        c.get('log').warn('A replaced session was not ended.', { reason: String(error) }),
      );
    }
    this.#handOut(c, session);
    this.#options.watch.see(session);
    c.set('caller', { actor, sessionId: session.sessionId, expiresAt: session.expiresAt });
    return actor;
  }

  #admit(c: AppContext, session: Session, actor: Actor | null): Caller | null {
    if (actor === null) return this.#turnAway(c);
    this.#options.watch.see(session);
    return { actor, sessionId: session.sessionId, expiresAt: session.expiresAt };
  }

  /** The session was one of ours and is over. */
  #turnAway(c: AppContext): null {
    c.set('sessionEnded', true);
    c.set('setCookie', takeBack(this.#options.publicUrl()));
    return null;
  }

  /** The session, prolonged by its use where that is worth a new cookie. */
  #kept(c: AppContext, session: AccountSession, now: Instant): AccountSession {
    const longer = prolonged(session, now, this.#options.accountHours);
    if (longer) this.#handOut(c, longer);
    return longer ?? session;
  }

  #handOut(c: AppContext, session: Session): void {
    const { seal, publicUrl, clock } = this.#options;
    c.set('setCookie', handOut(publicUrl(), sealSession(seal, session), session.expiresAt, clock.now()));
  }
}
