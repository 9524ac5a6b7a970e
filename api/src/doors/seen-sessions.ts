// The sessions that were used here and still hold, so that what is open under one (a live stream) can be closed at the
// moment it ends, and not only at the next request.

import type { Instant } from '@rostrum/events';
import { hasExpired } from './session.ts';
import type { Session } from './session.ts';

/** Told the id of a session that has ended. */
export type SessionEnded = (sessionId: string) => void;

/** The stream whose events may end a session. */
export const streamBehind = (session: Session): string =>
  session.kind === 'account' ? `account-${session.accountId}` : `door-${session.meetingId}`;

export class SeenSessions {
  readonly #byStream = new Map<string, Map<string, Session>>();
  readonly #listeners = new Set<SessionEnded>();

  /** Tells the listener of every session that ends from now on, until the returned function is called. */
  onEnded(listener: SessionEnded): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Remembers a session that holds; of two forms of one session the one that lasts longer. */
  see(session: Session): void {
    const stream = streamBehind(session);
    let sessions = this.#byStream.get(stream);
    if (!sessions) this.#byStream.set(stream, (sessions = new Map()));
    const known = sessions.get(session.sessionId);
    if (!known || known.expiresAt < session.expiresAt) sessions.set(session.sessionId, session);
  }

  /** The sessions that events of a stream may end. */
  behind(stream: string): readonly Session[] {
    return [...(this.#byStream.get(stream)?.values() ?? [])];
  }

  /** Forgets a session and tells that it has ended; does nothing where that was told already. */
  end(session: Pick<Session, 'sessionId'>, stream: string): void {
    const sessions = this.#byStream.get(stream);
    if (!sessions?.delete(session.sessionId)) return;
    if (sessions.size === 0) this.#byStream.delete(stream);
    for (const listener of this.#listeners) listener(session.sessionId);
  }

  /** Ends those that are over by themselves. */
  sweep(now: Instant): void {
    for (const [stream, sessions] of this.#byStream) {
      for (const session of sessions.values()) if (hasExpired(session, now)) this.end(session, stream);
    }
  }
}
