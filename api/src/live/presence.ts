// Presence of those who follow a meeting's page: where a connection begins and ends, the attendance stream says so. One
// that breaks off and is back within the grace period was never away, not even when the server was started anew meanwhile.

import { UnreadableEvent, whereaboutsOf } from '@rostrum/events';
import type { AttendanceState, Instant } from '@rostrum/events';
import type { Clock } from '@rostrum/infra';
import type { CommandDesk } from '../commands/desk.ts';
import type { Log } from '../operations/log.ts';

/** Milliseconds for which a broken connection still counts as there. */
const GRACE_MS = 20_000;

export type PresenceOptions = {
  readonly commands: CommandDesk;
  readonly clock: Clock;
  readonly log: Log;
  /** A new UUID. */
  readonly newId: () => string;
  readonly graceMs?: number;
};

/** One attendee on the page of one meeting, by any number of connections. */
type Stay = { readonly sessionId: string; connections: number; leaving: NodeJS.Timeout | null };

export class Presence {
  readonly #options: PresenceOptions;
  readonly #graceMs: number;
  readonly #stays = new Map<string, Stay>();

  constructor(options: PresenceOptions) {
    this.#options = options;
    this.#graceMs = options.graceMs ?? GRACE_MS;
  }

  /** Somebody looks at a meeting for the first time since the start: whoever was there before may still come back. */
  recall(meetingId: string, attendance: AttendanceState): void {
    for (const attendeeId of attendance.whereabouts.keys()) {
      const open = openSession(attendance, attendeeId);
      const place = placeOf(meetingId, attendeeId);
      if (open === undefined || this.#stays.has(place)) continue;
      const stay: Stay = { sessionId: open, connections: 0, leaving: null };
      this.#stays.set(place, stay);
      this.#leaveLater(meetingId, attendeeId, stay);
    }
  }

  /** A connection began. */
  arrived(meetingId: string, attendeeId: string): void {
    const place = placeOf(meetingId, attendeeId);
    const known = this.#stays.get(place);
    if (known) {
      known.connections += 1;
      if (known.leaving) clearTimeout(known.leaving);
      known.leaving = null;
      return;
    }
    const stay: Stay = { sessionId: `live.${this.#options.newId()}`, connections: 1, leaving: null };
    this.#stays.set(place, stay);
    this.#tell(meetingId, 'record-joined', { sessionId: stay.sessionId, attendeeId, via: 'live' });
  }

  /** From now on presence is recorded: also that of those who were on the page before. */
  convened(meetingId: string): void {
    for (const [place, { sessionId }] of this.#stays) {
      const [of, attendeeId] = place.split(' ');
      if (of === meetingId && attendeeId)
        this.#tell(meetingId, 'record-joined', { sessionId, attendeeId, via: 'live' });
    }
  }

  /** A connection ended. */
  left(meetingId: string, attendeeId: string): void {
    const stay = this.#stays.get(placeOf(meetingId, attendeeId));
    if (!stay) return;
    stay.connections -= 1;
    if (stay.connections <= 0) this.#leaveLater(meetingId, attendeeId, stay);
  }

  /** The server goes down: what is pending is left to whoever looks next. */
  end(): void {
    for (const { leaving } of this.#stays.values()) if (leaving) clearTimeout(leaving);
    this.#stays.clear();
  }

  #leaveLater(meetingId: string, attendeeId: string, stay: Stay): void {
    const happenedAt: Instant = this.#options.clock.now();
    stay.leaving = setTimeout(() => {
      this.#stays.delete(placeOf(meetingId, attendeeId));
      this.#tell(meetingId, 'record-left', { sessionId: stay.sessionId, attendeeId, reason: null, happenedAt });
    }, this.#graceMs).unref();
  }

  /** Out of season, before the invitation or after the closing, the notice is refused and nothing is lost by it. */
  #tell(meetingId: string, name: string, data: object): void {
    const { commands, log } = this.#options;
    commands
      .give({ family: 'attendance', subject: meetingId, name, data, actor: { kind: 'system', id: 'live-presence' } })
      .catch((error: unknown) => {
        // Of the meeting itself the log tells once.
        if (error instanceof UnreadableEvent) return;
        log.error('A presence could not be recorded.', error, { meeting: meetingId });
      });
  }
}

const placeOf = (meetingId: string, attendeeId: string) => `${meetingId} ${attendeeId}`;

const openSession = (attendance: AttendanceState, attendeeId: string): string | undefined =>
  whereaboutsOf(attendance, attendeeId).sessions.find(({ joined, left }) => joined?.via === 'live' && left === null)
    ?.sessionId;
