// One stream as folded so far: its state, where it stands, when its last event happened and which commands it has
// handled. A sheet is read from the store, and moves on only by what the store has taken.

import { readEvent } from '@rostrum/events';
import type { Actor, Instant, RecordedEvent } from '@rostrum/events';
import type { EventStore } from '@rostrum/infra';
import type { Family } from './family.ts';
import type { ReceiptEvent } from './receipt.ts';

/** What became of a command: enough to answer it again in the same words. */
export type Handled = {
  readonly fingerprint: string;
  readonly actor: string;
  readonly events: readonly ReceiptEvent[];
  readonly position: bigint;
};

export type Sheet = {
  readonly stream: string;
  readonly family: Family;
  readonly state: unknown;
  /** Of the last event; -1 for a stream without events. */
  readonly revision: number;
  /** Of the last event; 0 for a stream without events. */
  readonly position: bigint;
  /** The latest instant of its events, in UTC with milliseconds; empty for a stream without events. */
  readonly lastAt: Instant;
  /** By command id. Grows in place; everything else of a sheet is replaced. */
  readonly handled: Map<string, Handled>;
};

/** A stream before its first event. */
export const blankSheet = (stream: string, family: Family): Sheet => ({
  stream,
  family,
  state: family.initial,
  revision: -1,
  position: 0n,
  lastAt: '',
  handled: new Map(),
});

/** Who gave a command, as one text: an id may be an account's and an attendee's at once. */
export const actorKey = (actor: Actor): string => `${actor.kind}:${actor.id}`;

/** The later of two instants; the first is in UTC with milliseconds or empty, and so is the answer. */
export function later(known: Instant, at: unknown): Instant {
  if (typeof at !== 'string') return known;
  const written = at === '' || (at.length === 24 && at.endsWith('Z')) ? at : new Date(at).toISOString();
  return written > known ? written : known;
}

/**
 * The sheet after events that the store has given or taken, in their order.
 * @throws UnreadableEvent for an event that this version cannot read
 */
export function turn(sheet: Sheet, events: readonly RecordedEvent[]): Sheet {
  const { family, handled } = sheet;
  let { state, revision, position, lastAt } = sheet;
  for (const recorded of events) {
    const event = readEvent(recorded);
    state = family.evolve(state as never, event);
    revision = event.revision;
    position = event.position;
    lastAt = later(lastAt, (event.data as { readonly at?: unknown }).at);
    remember(handled, event);
  }
  return { ...sheet, state, revision, position, lastAt };
}

/** Once for each event, although a stream may be read while an append to it is being answered. */
function remember(handled: Map<string, Handled>, event: RecordedEvent): void {
  const { commandId, fingerprint, actor } = event.metadata;
  const known = handled.get(commandId);
  if (known && known.events.at(-1)!.revision >= event.revision) return;
  const written: ReceiptEvent = { id: event.id, type: event.type, revision: event.revision };
  handled.set(commandId, {
    fingerprint,
    actor: actorKey(actor),
    events: known ? [...known.events, written] : [written],
    position: event.position,
  });
}

/**
 * The sheet with whatever the store has beyond it; the same sheet where there is nothing newer. Reading begins at the
 * last event known: where that is gone the stream was deleted meanwhile, and all that was known of it counts no more.
 * @throws UnreadableEvent, StoreUnavailable
 */
export async function refresh(store: EventStore, sheet: Sheet): Promise<Sheet> {
  const { stream, family, revision } = sheet;
  let fresh = sheet;
  let stands = revision < 0;
  for await (const page of store.readStream(stream, { from: Math.max(0, revision) })) {
    stands ||= page[0]?.revision === revision;
    if (!stands) break;
    const newer = page.filter((event) => event.revision > revision);
    if (newer.length > 0) fresh = turn(fresh, newer);
  }
  return stands ? fresh : refresh(store, blankSheet(stream, family));
}
