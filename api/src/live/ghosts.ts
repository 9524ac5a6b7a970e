// Puts in order what nodes that are gone have left behind: sessions that nobody would ever end. One node at a time goes
// through the meetings under way whenever a node has gone, and whoever opens a meeting looks at that one. To end a session
// twice is harmless: the same end comes out.

import { streams } from '@rostrum/events';
import type { AttendanceState, Instant } from '@rostrum/events';
import type { Clock, EventStore } from '@rostrum/infra';
import type { MeetingsQuery, ReadModels } from '@rostrum/projections/tables';
import type { CommandDesk } from '../commands/desk.ts';
import { blankSheet, refresh } from '../commands/sheet.ts';
import type { Log } from '../operations/log.ts';
import { pause } from '../processes/hold-name.ts';
import type { Nodes } from '../processes/nodes.ts';
import { GRACE_MS, nodeOf, whenLeft } from './when-left.ts';

/** Milliseconds between two looks whether a node has gone. */
const LOOK_MS = 1000;
/** Milliseconds after which all meetings under way are gone through although no node has gone, as far as is known. */
const EVERY_MS = 10 * 60_000;
/** Milliseconds after the planned end for which a meeting that is closed is gone through as well. */
const AFTER_END_MS = 24 * 3600_000;
/** Milliseconds before it is tried again where it cannot be seen who is alive. */
const AGAIN_MS = 5000;
const PAGE = 500;

export type GhostsOptions = {
  readonly store: EventStore;
  readonly commands: CommandDesk;
  readonly readModels: ReadModels;
  readonly nodes: Nodes;
  readonly clock: Clock;
  readonly log: Log;
  readonly graceMs?: number;
  readonly lookMs?: number;
};

/** An open session whose node is gone, and until when its attendee may still come back without having been away. */
type Ghost = {
  readonly attendeeId: string;
  readonly sessionId: string;
  readonly brokeOffAt: Instant;
  readonly backBy: number;
};

export class Ghosts {
  readonly #options: GhostsOptions;
  readonly #graceMs: number;

  constructor(options: GhostsOptions) {
    this.#options = options;
    this.#graceMs = options.graceMs ?? GRACE_MS;
  }

  /** Goes through the meetings under way whenever that is due, until the signal. */
  async watch(signal: AbortSignal): Promise<void> {
    const { nodes, log, lookMs = LOOK_MS } = this.#options;
    let departures = -1;
    let next = 0;
    while (!signal.aborted) {
      if (nodes.departures !== departures || performance.now() >= next) {
        ({ departures } = nodes);
        try {
          next = performance.now() + Math.min(EVERY_MS, await this.#sweep(signal));
        } catch (error) {
          log.error('The presence of those whose node is gone could not be put in order; it is tried again.', error);
          next = performance.now() + AGAIN_MS;
        }
      }
      await pause(lookMs, signal);
    }
  }

  /** Ends what is due in one meeting, as it stands. */
  tend(meetingId: string, attendance: AttendanceState): void {
    this.#end(meetingId, attendance).catch((error: unknown) =>
      this.#options.log.error('A presence could not be put in order.', error, { meeting: meetingId }),
    );
  }

  /** @returns milliseconds until the next session is due; Infinity where none is open */
  async #sweep(signal: AbortSignal): Promise<number> {
    const { store } = this.#options;
    let next = Infinity;
    for (const meetingId of this.#underWay()) {
      if (signal.aborted) break;
      const { state } = await refresh(store, blankSheet(`attendance-${meetingId}`, streams.attendance));
      next = Math.min(next, await this.#end(meetingId, state as AttendanceState));
    }
    return next;
  }

  /** The meetings in which presence counts now, or has counted until a while ago. */
  #underWay(): string[] {
    const { readModels, clock } = this.#options;
    const from = new Date(Date.parse(clock.now()) - AFTER_END_MS).toISOString();
    const queries: Pick<MeetingsQuery, 'status' | 'from'>[] = [
      { status: ['convened', 'open', 'recess'] },
      { status: ['closed', 'minuted'], from },
    ];
    return queries.flatMap((query) => {
      const found: string[] = [];
      for (let total = Infinity; found.length < total;) {
        const page = readModels.meetings({ audience: 'officers', ...query, limit: PAGE, offset: found.length });
        if (page.rows.length === 0) break;
        found.push(...page.rows.map(({ meetingId }) => meetingId));
        ({ total } = page);
      }
      return found;
    });
  }

  /** Ends the sessions of one meeting that are due. @returns milliseconds until the next is */
  async #end(meetingId: string, attendance: AttendanceState): Promise<number> {
    const { commands, clock, nodes } = this.#options;
    // A node makes itself known before it records anything: so whoever is not known after reading is gone.
    if (this.#ghostsIn(attendance).length === 0) return Infinity;
    if (!(await nodes.look())) return AGAIN_MS;
    const now = Date.parse(clock.now());
    let next = Infinity;
    for (const { attendeeId, sessionId, brokeOffAt, backBy } of this.#ghostsIn(attendance)) {
      if (now < backBy) {
        next = Math.min(next, backBy - now);
        continue;
      }
      const happenedAt = whenLeft(attendance, attendeeId, sessionId, brokeOffAt, backBy);
      await commands.give({
        family: 'attendance',
        subject: meetingId,
        name: 'record-left',
        data: { sessionId, attendeeId, reason: null, happenedAt },
        actor: { kind: 'system', id: 'live-presence' },
      });
    }
    return next;
  }

  #ghostsIn(attendance: AttendanceState): Ghost[] {
    const { nodes } = this.#options;
    return attendance.whereabouts.keys().flatMap((attendeeId) =>
      attendance.whereabouts.get(attendeeId)!.sessions.flatMap(({ sessionId, joined, left }) => {
        if (joined?.via !== 'live' || left !== null) return [];
        const nodeId = nodeOf(sessionId);
        if (nodeId !== null && nodes.isAlive(nodeId)) return [];
        const lastSeen = (nodeId === null ? undefined : nodes.lastSeen(nodeId)) ?? nodes.since;
        // Nobody can have left before they came: the node was seen last, and then let somebody in.
        const brokeOffAt = Date.parse(joined.at) > Date.parse(lastSeen) ? joined.at : lastSeen;
        // Before this node was there, there may have been none to come back to.
        const backBy = Math.max(Date.parse(brokeOffAt), Date.parse(nodes.since)) + this.#graceMs;
        return [{ attendeeId, sessionId, brokeOffAt, backBy }];
      }),
    );
  }
}
