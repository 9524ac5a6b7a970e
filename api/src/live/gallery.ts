// Everyone who looks at a meeting through this process. Watches are opened when the first one looks, kept up by the feed,
// and let go when nobody has looked for a while.

import { readEvent, UnreadableEvent } from '@rostrum/events';
import type { Actor, RecordedEvent } from '@rostrum/events';
import { deletedStream } from '@rostrum/infra';
import type { Clock, EventStore } from '@rostrum/infra';
import type { Log } from '../operations/log.ts';
import { seatOf } from './audience.ts';
import type { Feed } from './feed.ts';
import type { Ghosts } from './ghosts.ts';
import type { Presence } from './presence.ts';
import { meetingOf, meetingsTouched, readRecord } from './record.ts';
import { HEARTBEAT } from './sse.ts';
import { Watch } from './watch.ts';
import type { Listener } from './watch.ts';

/** Watches kept for those who may come back; those with listeners always stay. */
const KEEP = 64;

/** Milliseconds between two heartbeats. */
const HEARTBEAT_MS = 15_000;

export type GalleryOptions = {
  readonly store: EventStore;
  readonly feed: Feed;
  readonly clock: Clock;
  readonly log: Log;
  readonly presence: Presence;
  readonly ghosts: Ghosts;
};

export class Gallery {
  readonly #options: GalleryOptions;
  readonly #watches = new Map<string, Promise<Watch>>();
  readonly #open = new Map<string, Watch>();
  /** Events that came while a watch was being opened. */
  readonly #early = new Map<string, RecordedEvent[]>();
  /** Where the last deletion in a meeting's record stands, of those that were seen here. */
  readonly #deletions = new Map<string, bigint>();
  readonly #unfollow: () => void;
  readonly #heart: NodeJS.Timeout;
  #ended = false;

  constructor(options: GalleryOptions) {
    this.#options = options;
    this.#unfollow = options.feed.follow(
      (events) => this.#take(events),
      () => this.#forgetAll(),
    );
    this.#heart = setInterval(() => this.#beat(), HEARTBEAT_MS).unref();
  }

  /** Listeners of live streams, over all meetings. */
  get listening(): number {
    let count = 0;
    for (const { listeners } of this.#open.values()) count += listeners.size;
    return count;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /**
   * The watch of a meeting, opened where nobody looked before.
   * @throws StoreUnavailable, UnreadableEvent
   */
  watch(meetingId: string): Promise<Watch> {
    const known = this.#watches.get(meetingId);
    if (known) {
      this.#watches.delete(meetingId);
      this.#watches.set(meetingId, known);
      return known;
    }
    const opening = this.#openWatch(meetingId);
    this.#watches.set(meetingId, opening);
    opening.catch(() => this.#forget(meetingId));
    return opening;
  }

  /** False where the watch was let go since it was asked for: it is told nothing any more. */
  keeps(watch: Watch): boolean {
    return this.#open.get(watch.meetingId) === watch;
  }

  /** True where something of a meeting's record that a reader may hold was deleted since they were there. */
  hasDeletedSince(meetingId: string, position: bigint): boolean {
    return (this.#deletions.get(meetingId) ?? 0n) > position;
  }

  /** Ends every stream of a session, at once. */
  endSession(sessionId: string): void {
    for (const watch of this.#open.values()) {
      for (const listener of watch.listeners)
        if (listener.sessionId === sessionId) watch.dismiss(listener, 'session-ended');
    }
  }

  /** Ends every stream of a session of which it cannot be said whether it holds: whoever comes back is asked again. */
  releaseSession(sessionId: string): void {
    for (const { listeners } of this.#open.values())
      for (const listener of listeners) if (listener.sessionId === sessionId) listener.sink.end();
  }

  /** An account has other roles now: its streams go on with what it may see now, or end. */
  recast(actor: Actor): void {
    for (const watch of this.#open.values()) watch.recast(actor);
  }

  /** Ends every stream and begins no other: the server is going down, and whoever listened may come back elsewhere. */
  endStreams(): void {
    this.#ended = true;
    for (const { listeners } of this.#open.values()) for (const { sink } of listeners) sink.end();
  }

  /** Ends every stream, and follows the record no more. */
  end(): void {
    this.endStreams();
    clearInterval(this.#heart);
    this.#unfollow();
  }

  async #openWatch(meetingId: string): Promise<Watch> {
    const { store, feed, clock } = this.#options;
    // First to follow, then to read: what is recorded in between comes through the feed and is set aside.
    const early: RecordedEvent[] = [];
    this.#early.set(meetingId, early);
    const position = feed.position;
    const record = await readRecord(store, meetingId, position);
    // What was deleted while it was read is read once more.
    const isWhole = this.#early.get(meetingId) === early && !early.some((event) => deletedStream(event) !== undefined);
    if (!isWhole) return this.#openWatch(meetingId);
    const watch = new Watch(meetingId, record, position, () => clock.now());
    for (const event of early) this.#apply(watch, event);
    this.#early.delete(meetingId);
    this.#open.set(meetingId, watch);
    this.#options.ghosts.tend(meetingId, watch.view('officers').attendance);
    this.#makeRoom(meetingId);
    return watch;
  }

  #take(events: readonly RecordedEvent[]): void {
    for (const event of events) for (const meetingId of meetingsTouched(event)) this.#hear(meetingId, event);
  }

  #hear(meetingId: string, event: RecordedEvent): void {
    const isDeletion = deletedStream(event) !== undefined;
    if (isDeletion) this.#deletions.set(meetingId, event.position);
    this.#early.get(meetingId)?.push(event);
    const watch = this.#open.get(meetingId);
    if (!watch) return;
    if (isDeletion) {
      this.#letGo(meetingId, 'deleted');
      return;
    }
    try {
      this.#apply(watch, event);
    } catch (error) {
      const { log } = this.#options;
      const message = 'A meeting cannot be read on; those who look at it are let go.';
      if (error instanceof UnreadableEvent) log.warn(message, { meeting: meetingId, reason: error.message });
      else log.error(message, error, { meeting: meetingId });
      this.#letGo(meetingId, 'unreadable');
    }
  }

  /** @throws UnreadableEvent */
  #apply(watch: Watch, recorded: RecordedEvent): void {
    const event = readEvent(recorded);
    if (meetingOf(event) !== watch.meetingId) return;
    watch.apply(event);
    if (event.type === 'MeetingConvened') this.#options.presence.convened(watch.meetingId);
  }

  /** Tells everyone who looks at a meeting why they are let go. Whoever comes back has it read from the store again. */
  #letGo(meetingId: string, reason: string): void {
    const watch = this.#open.get(meetingId);
    if (watch) for (const listener of watch.listeners) watch.dismiss(listener, reason);
    this.#forget(meetingId);
  }

  #forget(meetingId: string): void {
    for (const { sink } of this.#open.get(meetingId)?.listeners ?? []) sink.end();
    this.#open.delete(meetingId);
    this.#early.delete(meetingId);
    this.#watches.delete(meetingId);
  }

  /** What is held may lack something: everyone comes back, to what the store holds. */
  #forgetAll(): void {
    for (const meetingId of this.#open.keys()) this.#forget(meetingId);
    for (const early of this.#early.keys()) this.#early.set(early, []);
  }

  /** Lets go of those that nobody listens to, save the one just opened: whoever asked for it may be about to listen. */
  #makeRoom(justOpened: string): void {
    if (this.#open.size <= KEEP) return;
    for (const meetingId of this.#watches.keys()) {
      if (this.#open.size <= KEEP) return;
      if (meetingId !== justOpened && this.#open.get(meetingId)?.listeners.size === 0) this.#forget(meetingId);
    }
  }

  #beat(): void {
    for (const watch of this.#open.values()) {
      for (const listener of watch.listeners) this.#check(watch, listener);
    }
  }

  /** A connection that cannot take a heartbeat is gone; a role that was taken away meanwhile ends the stream. */
  #check(watch: Watch, listener: Listener): void {
    const allowed = seatOf(listener.actor, watch.view('officers').meeting) !== null;
    if (!allowed) watch.dismiss(listener, 'removed');
    else if (!listener.sink.write(HEARTBEAT)) listener.sink.end();
  }
}
