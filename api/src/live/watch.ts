// One meeting while somebody looks at it: its view for each audience, kept up with the feed, and the listeners of its live
// stream. Each event is serialised once and written to every listener who may read it.

import type { Actor, Audience, Instant, RecordedEvent, Seat } from '@rostrum/events';
import { evolveView, foldView, viewFromSeat } from '@rostrum/projections';
import type { MeetingView } from '@rostrum/projections';
import { mayRead, readableBy, seatOf } from './audience.ts';
import { isAt, markOf } from './mark.ts';
import type { Mark } from './mark.ts';
import { message } from './sse.ts';
import type { Sink } from './sse.ts';
import { wireEvent } from './wire.ts';

export type Listener = {
  actor: Actor;
  readonly sessionId: string;
  readonly sink: Sink;
  seat: Seat;
};

/** An event as it is sent; encoded when it is first needed. */
type Chunk = { readonly event: RecordedEvent; bytes: Uint8Array | undefined };

/** Events kept at hand, so that those who were away for a moment resume without a look into the store. */
const TAIL = 512;

/** What a listener missed, and whether any of it may have put them on another side of the meeting. */
export type Missed = { readonly chunks: readonly Uint8Array[]; readonly otherSide: boolean };

/** After these somebody may have become an officer, or is one no more, or has left the roster. */
const CHANGES_AUDIENCES = new Set([
  'OfficerAppointed',
  'OfficerRelieved',
  'ChairHandedOver',
  'AttendeeRemoved',
  'AttendeeRevised',
  'AttendeeAdded',
]);

/** True where the event may have changed the audience that an actor belongs to. */
export function mayReseat({ type, data }: Pick<RecordedEvent, 'type' | 'data'>, actor: Actor): boolean {
  if (actor.kind !== 'attendee' || !CHANGES_AUDIENCES.has(type)) return false;
  const { attendeeId, from, to } = data as {
    readonly attendeeId?: string;
    readonly from?: string;
    readonly to?: string;
  };
  return [attendeeId, from, to].includes(actor.id);
}

export class Watch {
  readonly meetingId: string;
  readonly listeners = new Set<Listener>();
  readonly #views: Record<Audience, MeetingView>;
  readonly #tail: Chunk[];
  readonly #now: () => Instant;
  readonly #until: bigint;
  /** The last event before the tail; undefined where the tail holds the whole record. */
  #before: RecordedEvent | undefined;
  #last: RecordedEvent | undefined;
  #snapshot: Partial<Record<Seat, { readonly position: string; readonly json: string }>> = {};

  /**
   * @param record the whole record up to a position
   * @param position that position: every later event comes through `apply`
   * @param now the server's clock
   */
  constructor(meetingId: string, record: readonly RecordedEvent[], position: bigint, now: () => Instant) {
    this.meetingId = meetingId;
    this.#now = now;
    this.#until = position;
    this.#tail = record.slice(-TAIL).map((event) => ({ event, bytes: undefined }));
    this.#before = record.at(-TAIL - 1);
    this.#last = record.at(-1);
    this.#views = {
      officers: foldView(record),
      // As `apply` does it: withdrawn words are not shown in a view, but that they were said, by whom and when, is.
      attendees: foldView(record.filter((event) => mayRead(event, 'attendees'))),
    };
  }

  /** The meeting now, as it may be seen from a seat. */
  view(seat: Seat): MeetingView {
    return seat === 'officers' ? this.#views.officers : viewFromSeat(this.#views.attendees, seat);
  }

  /** The view as JSON, made once for all who ask between two events. */
  snapshot(seat: Seat): string {
    const { position } = this.#views[seat === 'officers' ? seat : 'attendees'];
    const known = this.#snapshot[seat];
    if (known?.position === position) return known.json;
    const json = JSON.stringify(this.view(seat));
    this.#snapshot[seat] = { position, json };
    return json;
  }

  /** Takes an event of this meeting, already in today's shape, and tells every listener who may read it. */
  apply(event: RecordedEvent): void {
    const officers = evolveView(this.#views.officers, event);
    if (officers === this.#views.officers) return;
    const open = mayRead(event, 'attendees');
    const reaches: Readonly<Record<Seat, boolean>> = {
      officers: true,
      attendees: open,
      hall: mayRead(event, 'hall'),
      door: mayRead(event, 'door'),
    };
    this.#views.officers = officers;
    if (open) this.#views.attendees = evolveView(this.#views.attendees, event);
    const bytes = recordedMessage(event);
    this.#last = event;
    this.#keep({ event, bytes });
    for (const listener of this.listeners) {
      if (reaches[listener.seat] && !listener.sink.write(bytes)) listener.sink.end();
    }
    if (CHANGES_AUDIENCES.has(event.type)) this.#reseat();
  }

  /** How far the view goes: nothing of this meeting up to this position is missing from it. */
  get until(): bigint {
    const last = BigInt(this.#views.officers.position);
    return last > this.#until ? last : this.#until;
  }

  /**
   * Where the event is that a listener names: at hand, or in the store where it is too long ago, or nowhere in this
   * record, as after it was moved to another store.
   */
  whereIs(mark: Mark): 'at-hand' | 'in-store' | 'nowhere' {
    if (this.#before && mark.position < this.#before.position) return 'in-store';
    const found = [this.#before, ...this.#tail.map(({ event }) => event)].some((event) => event && isAt(event, mark));
    return found ? 'at-hand' : 'nowhere';
  }

  /** What a listener missed after a position; undefined where that is too long ago to be at hand. */
  missed(after: bigint, { actor, seat }: Pick<Listener, 'actor' | 'seat'>): Missed | undefined {
    if (this.#before && after < this.#before.position) return undefined;
    const chunks = this.#tail.filter(({ event }) => event.position > after);
    const events = chunks.map(({ event }) => event);
    const readable = new Set(readableBy(events, seat));
    return {
      chunks: chunks.flatMap((chunk) =>
        readable.has(chunk.event) ? [(chunk.bytes ??= recordedMessage(chunk.event))] : [],
      ),
      otherSide: events.some((event) => mayReseat(event, actor)),
    };
  }

  /** The first message of a stream: the view, who is looking, and the server's clock. */
  opening(listener: Pick<Listener, 'actor' | 'seat'>): Uint8Array {
    const me = {
      kind: listener.actor.kind,
      id: listener.actor.id,
      name: 'name' in listener.actor ? listener.actor.name : listener.actor.id,
    };
    const { seat } = listener;
    const head = JSON.stringify({ audience: seat, me, serverTime: this.#now() }).slice(1);
    return message('snapshot', `{"view":${this.snapshot(seat)},${head}`, this.#last && markOf(this.#last));
  }

  #keep(chunk: Chunk): void {
    this.#tail.push(chunk);
    if (this.#tail.length <= TAIL * 2) return;
    this.#before = this.#tail[TAIL - 1]!.event;
    this.#tail.splice(0, TAIL);
  }

  /** Seats those who listen with an account anew, by the roles that it has now. */
  recast(actor: Actor): void {
    for (const listener of this.listeners) {
      if (listener.actor.kind === actor.kind && listener.actor.id === actor.id) listener.actor = actor;
    }
    this.#reseat();
  }

  /** Gives whoever changed sides the meeting as they may now see it, and shows out whoever has no place any more. */
  #reseat(): void {
    for (const listener of this.listeners) {
      const seat = seatOf(listener.actor, this.#views.officers.meeting);
      if (seat === listener.seat) continue;
      if (seat === null) {
        this.dismiss(listener, 'removed');
        continue;
      }
      listener.seat = seat;
      listener.sink.write(this.opening(listener));
    }
  }

  /** Tells a listener why the stream ends, and ends it. */
  dismiss(listener: Listener, reason: string): void {
    this.listeners.delete(listener);
    listener.sink.write(message('ended', JSON.stringify({ reason })));
    listener.sink.end();
  }
}

/** The message by which an event is told of. */
export const recordedMessage = (event: RecordedEvent): Uint8Array =>
  message('recorded', JSON.stringify(wireEvent(event)), markOf(event));
