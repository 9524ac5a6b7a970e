// Events as they travel: over the live stream, as lines of NDJSON, to the browser's replay. No command fingerprints, no
// roles of the actor; positions as decimal text.

import type { Actor, RecordedEvent } from '@rostrum/events';

export type WireEvent = {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly revision: number;
  readonly position: string;
  readonly data: unknown;
  readonly actor: { readonly kind: Actor['kind']; readonly id: string; readonly name?: string };
  readonly recordedAt: string;
};

/** A recorded event, already brought to today's shape, as it travels. */
export function wireEvent({ id, stream, type, revision, position, data, metadata }: RecordedEvent): WireEvent {
  const { actor, recordedAt } = metadata;
  return {
    id,
    stream,
    type,
    revision,
    position: position.toString(),
    data,
    actor: { kind: actor.kind, id: actor.id, ...('name' in actor ? { name: actor.name } : {}) },
    recordedAt,
  };
}
