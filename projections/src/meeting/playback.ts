// Moving through a meeting's record: the view at any revision or instant, and from one notable event to the next. States
// never change in place, so a keyframe is a reference; between two keyframes a few events are folded again.

import type { Instant } from '@rostrum/events';
import { isNotable } from './notable.ts';
import { evolveView, initialView, instantOf } from './view.ts';
import type { MeetingView, ViewEvent } from './view.ts';

/** How many events lie between two keyframes: few enough to fold in a fraction of a millisecond. */
const STRIDE = 64;

export class Playback {
  readonly #events: ViewEvent[] = [];
  /** The view before event 0, STRIDE, 2 × STRIDE, … */
  readonly #keyframes: MeetingView[] = [];
  /** For each event, the latest instant among it and all before it, in milliseconds; never decreases. */
  readonly #instants: number[] = [];
  /** For each event, the revision of the meeting's own stream after it; never decreases. */
  readonly #revisions: number[] = [];
  #latest: MeetingView;

  /**
   * @param events of one meeting, in the order of positions
   * @param from the view before the first of them, where they do not start at the beginning
   */
  constructor(events: Iterable<ViewEvent> = [], from: MeetingView = initialView) {
    this.#latest = from;
    for (const event of events) this.append(event);
  }

  /** Takes one more event, such as the live stream brings; one that is known already changes nothing. */
  append(event: ViewEvent): void {
    const before = this.#latest;
    const after = evolveView(before, event);
    if (after === before) return;
    if (this.#events.length % STRIDE === 0) this.#keyframes.push(before);
    this.#latest = after;
    this.#events.push(event);
    this.#revisions.push(after.revision);
    const previous = this.#instants.at(-1) ?? Number.NEGATIVE_INFINITY;
    const instant = Date.parse(instantOf(event) ?? '');
    this.#instants.push(instant > previous ? instant : previous);
  }

  /** How many events there are to move through. */
  get length(): number {
    return this.#events.length;
  }

  /** The view after the last event. */
  get latest(): MeetingView {
    return this.#latest;
  }

  /** The event at a place counted from 0. */
  eventAt(place: number): ViewEvent | undefined {
    return this.#events[place];
  }

  /** The events up to a moment: what had been recorded by then. */
  eventsUntil(moment: number | Instant): readonly ViewEvent[] {
    return this.#events.slice(0, this.countUntil(moment));
  }

  /**
   * How many events had been recorded by a moment.
   * @param moment a revision of the meeting's own stream, or an RFC 3339 instant; both inclusive
   * @throws RangeError where the text is no instant
   */
  countUntil(moment: number | Instant): number {
    if (typeof moment === 'number') return countUpTo(this.#revisions, moment);
    const instant = Date.parse(moment);
    if (Number.isNaN(instant)) throw new RangeError(`Not an instant: ${moment}`);
    return countUpTo(this.#instants, instant);
  }

  /** The view after the first `count` events; fewer than none is none, more than there are is all. */
  viewAfter(count: number): MeetingView {
    if (count >= this.#events.length) return this.#latest;
    const until = Math.max(0, count);
    const keyframe = Math.floor(until / STRIDE);
    let view = this.#keyframes[keyframe] ?? this.#latest;
    for (let place = keyframe * STRIDE; place < until; place++) view = evolveView(view, this.#events[place]!);
    return view;
  }

  /** The view as it stood at a moment: a revision of the meeting's own stream, or an RFC 3339 instant; both inclusive. */
  viewAt(moment: number | Instant): MeetingView {
    return this.viewAfter(this.countUntil(moment));
  }

  /**
   * How many events to fold to stand right after the next notable event.
   * @param count how many are folded now
   * @returns undefined where none follows
   */
  nextNotable(count: number): number | undefined {
    for (let place = Math.max(0, count); place < this.#events.length; place++) {
      if (isNotable(this.#events[place]!)) return place + 1;
    }
    return undefined;
  }

  /** How many events to fold to stand right after the notable event before the one shown now; undefined where there is none. */
  previousNotable(count: number): number | undefined {
    for (let place = Math.min(count, this.#events.length) - 2; place >= 0; place--) {
      if (isNotable(this.#events[place]!)) return place + 1;
    }
    return undefined;
  }
}

/** How many of the values, which never decrease, are at most the limit: a binary search. */
function countUpTo(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
