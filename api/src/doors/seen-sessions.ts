// The sessions that were used here and still hold, by the stream whose events may end them.

import type { Instant } from '@rostrum/events';
import { hasExpired } from './session.ts';
import type { Session } from './session.ts';

/** The stream whose events may end a session. */
export const streamBehind = (session: Session): string =>
  session.kind === 'account' ? `account-${session.accountId}` : `door-${session.meetingId}`;

export class SeenSessions {
  readonly #byStream = new Map<string, Map<string, Session>>();

  /** Remembers a session that holds; of two forms of one session the one that lasts longer. */
  see(session: Session): void {
    const stream = streamBehind(session);
    let sessions = this.#byStream.get(stream);
    if (!sessions) this.#byStream.set(stream, (sessions = new Map()));
    const known = sessions.get(session.sessionId);
    if (!known || known.expiresAt < session.expiresAt) sessions.set(session.sessionId, session);
  }

  /** The streams whose events may end a session. */
  get streams(): readonly string[] {
    return [...this.#byStream.keys()];
  }

  /** The sessions that events of a stream may end. */
  behind(stream: string): readonly Session[] {
    return [...(this.#byStream.get(stream)?.values() ?? [])];
  }

  /** Forgets a session; false where it is not here. */
  forget(sessionId: string, stream: string): boolean {
    const sessions = this.#byStream.get(stream);
    if (!sessions?.delete(sessionId)) return false;
    if (sessions.size === 0) this.#byStream.delete(stream);
    return true;
  }

  /** Those that are over by themselves. */
  expired(now: Instant): readonly Session[] {
    return this.#byStream
      .values()
      .flatMap((sessions) => sessions.values())
      .filter((session) => hasExpired(session, now))
      .toArray();
  }
}
