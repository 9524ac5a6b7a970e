// Presence of those who follow a meeting's page: where a connection begins and ends, the attendance stream says so. One
// that breaks off and is back within the grace period was never away, on whichever node. What a node leaves behind when
// it dies is put in order by `ghosts.ts`.

import { setTimeout as sleep } from 'node:timers/promises';
import { UnreadableEvent } from '@rostrum/events';
import type { Instant } from '@rostrum/events';
import { OutcomeUnknown, StoreUnavailable } from '@rostrum/infra';
import type { Clock } from '@rostrum/infra';
import type { CommandDesk } from '../commands/desk.ts';
import type { Log } from '../operations/log.ts';
import { GRACE_MS, liveSessionId, whenLeft } from './when-left.ts';

/** Milliseconds before a notice is given again that could not be recorded: doubled each time up to the last. */
const AGAIN_MS = [500, 15_000] as const;

export type PresenceOptions = {
  readonly commands: CommandDesk;
  readonly clock: Clock;
  readonly log: Log;
  /** A new UUID. */
  readonly newId: () => string;
  readonly graceMs?: number;
};

/** One attendee on the page of one meeting, by any number of connections to this node. */
type Stay = {
  readonly meetingId: string;
  readonly attendeeId: string;
  /** Null while this node is not known to the others: nothing is recorded in its name. */
  sessionId: string | null;
  connections: number;
  leaving: NodeJS.Timeout | null;
};

export class Presence {
  readonly #options: PresenceOptions;
  readonly #graceMs: number;
  readonly #stays = new Map<string, Stay>();
  readonly #ended = new AbortController();
  #nodeId: string | null = null;

  constructor(options: PresenceOptions) {
    this.#options = options;
    this.#graceMs = options.graceMs ?? GRACE_MS;
  }

  /** From now on this node records presence, under this id: also that of those who are here already. */
  enter(nodeId: string): void {
    this.#nodeId = nodeId;
    for (const stay of this.#stays.values()) if (stay.connections > 0) this.#begin(stay);
  }

  /** The others do not know of this node any more: they end what it has recorded. */
  exit(): void {
    this.#nodeId = null;
    for (const [place, stay] of this.#stays) {
      stay.sessionId = null;
      if (stay.leaving) clearTimeout(stay.leaving);
      stay.leaving = null;
      if (stay.connections === 0) this.#stays.delete(place);
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
    const stay: Stay = { meetingId, attendeeId, sessionId: null, connections: 1, leaving: null };
    this.#stays.set(place, stay);
    this.#begin(stay);
  }

  /** From now on presence is recorded: also that of those who were on the page before. */
  convened(meetingId: string): void {
    for (const stay of this.#stays.values()) if (stay.meetingId === meetingId) this.#tellJoined(stay);
  }

  /** A connection ended. */
  left(meetingId: string, attendeeId: string): void {
    const stay = this.#stays.get(placeOf(meetingId, attendeeId));
    if (!stay) return;
    stay.connections -= 1;
    if (stay.connections > 0) return;
    if (stay.sessionId === null) this.#stays.delete(placeOf(meetingId, attendeeId));
    else this.#leaveLater(stay, stay.sessionId);
  }

  /** The server goes down: what is pending is left to another node, or to the next start. */
  end(): void {
    this.#ended.abort();
    for (const { leaving } of this.#stays.values()) if (leaving) clearTimeout(leaving);
    this.#stays.clear();
  }

  #begin(stay: Stay): void {
    if (this.#nodeId === null) return;
    stay.sessionId = liveSessionId(this.#nodeId, this.#options.newId());
    this.#tellJoined(stay);
  }

  #leaveLater(stay: Stay, sessionId: string): void {
    const brokeOffAt = this.#options.clock.now();
    stay.leaving = setTimeout(() => {
      this.#stays.delete(placeOf(stay.meetingId, stay.attendeeId));
      void this.#leave(stay, sessionId, brokeOffAt);
    }, this.#graceMs).unref();
  }

  /** Records the end of a session, seamlessly where they are on another node now. */
  async #leave({ meetingId, attendeeId }: Stay, sessionId: string, brokeOffAt: Instant): Promise<void> {
    await this.#untilRecorded(meetingId, async () => {
      const { state } = await this.#options.commands.stateOf('attendance', meetingId);
      const backBy = Date.parse(brokeOffAt) + this.#graceMs;
      const happenedAt = whenLeft(state, attendeeId, sessionId, brokeOffAt, backBy);
      await this.#give(meetingId, 'record-left', { sessionId, attendeeId, reason: null, happenedAt });
    });
  }

  #tellJoined({ meetingId, attendeeId, sessionId }: Stay): void {
    if (sessionId === null) return;
    const data = { sessionId, attendeeId, via: 'live', happenedAt: this.#options.clock.now() };
    void this.#untilRecorded(meetingId, () => this.#give(meetingId, 'record-joined', data));
  }

  /** Out of season, before the invitation or after the closing, the notice is refused and nothing is lost by it. */
  async #give(meetingId: string, name: string, data: object): Promise<void> {
    const { commands } = this.#options;
    await commands.give({
      family: 'attendance',
      subject: meetingId,
      name,
      data,
      actor: { kind: 'system', id: 'live-presence' },
    });
  }

  /** A notice may be given twice: it names the session and when it happened. */
  async #untilRecorded(meetingId: string, give: () => Promise<void>): Promise<void> {
    const { signal } = this.#ended;
    let wait: number = AGAIN_MS[0];
    while (!signal.aborted) {
      try {
        return await give();
      } catch (error) {
        // Of the meeting itself the log tells once.
        if (error instanceof UnreadableEvent) return;
        this.#options.log.error('A presence could not be recorded.', error, { meeting: meetingId });
        if (!(error instanceof StoreUnavailable || error instanceof OutcomeUnknown)) return;
        await sleep(wait, undefined, { signal, ref: false }).catch(() => undefined);
        wait = Math.min(wait * 2, AGAIN_MS[1]);
      }
    }
  }
}

const placeOf = (meetingId: string, attendeeId: string) => `${meetingId} ${attendeeId}`;
