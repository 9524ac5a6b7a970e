// The doors of the meetings that people are in: links, ended sessions and who is on the roster, folded in memory from
// the first request on and kept level with the record by the feed, so that a request asks nothing of the store.

import { homeOf, readEvent, streams } from '@rostrum/events';
import type { Attendee, DoorState, MeetingState, RecordedEvent } from '@rostrum/events';
import { deletedStream } from '@rostrum/infra';
import type { EventStore } from '@rostrum/infra';

const { door: doorFamily, meeting: meetingFamily } = streams;

/** What a door rests on beside its own stream. */
const ROSTER_EVENTS: ReadonlySet<string> = new Set(['AttendeeAdded', 'AttendeeRevised', 'AttendeeRemoved']);

/** True where a door rests on an event of the meeting: on those of the roster, and on what may be one for all that is known here. */
const concernsRoster = (type: string): boolean => ROSTER_EVENTS.has(type) || !meetingFamily.codec.knows(type);

/** Doors kept in memory at most; the one not asked for longest goes first. */
const MOST_DOORS = 1000;

/** One meeting's door as it stands. */
export class MeetingDoor {
  #door: DoorState = doorFamily.initial;
  #meeting: MeetingState = meetingFamily.initial;
  #revisions = { door: -1, meeting: -1 };

  get state(): DoorState {
    return this.#door;
  }

  /** The attendee at this roster id; undefined where there is none or they were removed. */
  attendee(attendeeId: string): Attendee | undefined {
    const attendee = this.#meeting.roster.attendees.get(attendeeId);
    return attendee?.removed ? undefined : attendee;
  }

  /** True where nothing was ever recorded of such a meeting. */
  get isUnknown(): boolean {
    return this.#revisions.meeting < 0;
  }

  /**
   * One more event of the door's stream or the meeting's; what was seen already changes nothing.
   * @throws UnreadableEvent
   */
  see(event: RecordedEvent): void {
    const stream = event.stream.startsWith('door-') ? 'door' : 'meeting';
    if (event.revision <= this.#revisions[stream]) return;
    if (stream === 'door') this.#door = doorFamily.evolve(this.#door, readEvent(event));
    else if (concernsRoster(event.type)) this.#meeting = meetingFamily.evolve(this.#meeting, readEvent(event));
    this.#revisions[stream] = event.revision;
  }
}

/** What happened while a door is being read, and whether what was read counts no more. */
type Meanwhile = { readonly events: RecordedEvent[]; outdated: boolean };
type Opening = { readonly door: Promise<MeetingDoor>; readonly meanwhile: Meanwhile };

export class MeetingDoors {
  readonly #store: EventStore;
  readonly #open = new Map<string, MeetingDoor>();
  readonly #opening = new Map<string, Opening>();

  constructor(store: EventStore) {
    this.#store = store;
  }

  /**
   * The door of a meeting, from memory where it is there.
   * @throws StoreUnavailable, UnreadableEvent
   */
  of(meetingId: string): MeetingDoor | Promise<MeetingDoor> {
    const known = this.#open.get(meetingId);
    if (known) {
      this.#open.delete(meetingId);
      this.#open.set(meetingId, known);
      return known;
    }
    const opening = this.#opening.get(meetingId) ?? this.#begin(meetingId);
    return opening.door;
  }

  /** Keeps the doors level with the record; for the feed. */
  follow(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      const meetingId = meetingOf(event);
      if (meetingId === undefined) continue;
      const meanwhile = this.#opening.get(meetingId)?.meanwhile;
      if (deletedStream(event) === undefined) {
        meanwhile?.events.push(event);
        this.#see(meetingId, event);
      } else {
        if (meanwhile) meanwhile.outdated = true;
        this.#open.delete(meetingId);
      }
    }
  }

  /** What is held may lack something: every door is read again when it is asked for. */
  forgetAll(): void {
    this.#open.clear();
    for (const { meanwhile } of this.#opening.values()) meanwhile.outdated = true;
  }

  #see(meetingId: string, event: RecordedEvent): void {
    try {
      this.#open.get(meetingId)?.see(event);
    } catch {
      // The next request reads it, fails, and is told why.
      this.#open.delete(meetingId);
    }
  }

  #begin(meetingId: string): Opening {
    const meanwhile: Meanwhile = { events: [], outdated: false };
    const opening = { door: this.#read(meetingId, meanwhile), meanwhile };
    this.#opening.set(meetingId, opening);
    return opening;
  }

  async #read(meetingId: string, meanwhile: Meanwhile): Promise<MeetingDoor> {
    let door: MeetingDoor;
    try {
      do {
        meanwhile.outdated = false;
        meanwhile.events.length = 0;
        door = await this.#readOnce(meetingId);
      } while (meanwhile.outdated);
      for (const event of meanwhile.events) door.see(event);
    } finally {
      this.#opening.delete(meetingId);
    }
    if (!door.isUnknown) this.#keep(meetingId, door);
    return door;
  }

  async #readOnce(meetingId: string): Promise<MeetingDoor> {
    const door = new MeetingDoor();
    for (const stream of [`door-${meetingId}`, `meeting-${meetingId}`]) {
      for await (const page of this.#store.readStream(stream)) for (const event of page) door.see(event);
    }
    return door;
  }

  #keep(meetingId: string, door: MeetingDoor): void {
    this.#open.set(meetingId, door);
    const oldest = this.#open.keys().next();
    if (this.#open.size > MOST_DOORS && !oldest.done) this.#open.delete(oldest.value);
  }
}

/** The meeting whose door an event, or a deletion, may concern; undefined where it concerns none. */
export function meetingOf(event: RecordedEvent): string | undefined {
  const deleted = deletedStream(event);
  const home = homeOf(deleted ?? event.stream);
  if (home?.family === 'door') return home.subjects[0];
  return home?.family === 'meeting' && (deleted !== undefined || concernsRoster(event.type))
    ? home.subjects[0]
    : undefined;
}
