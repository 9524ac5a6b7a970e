// The envelope: what every event of every stream is wrapped in, before and after it is recorded.

import type * as z from 'zod';
import type { Actor } from './actor.ts';
import type { Instant } from './text.ts';

/** What `decide` returns: the type in the past tense and what happened, in the meeting's own words. */
export type DomainEvent<Type extends string = string, Data = unknown> = { readonly type: Type; readonly data: Data };

/** A map from event type to the schema of its data; each slice exports one. */
export type EventSchemas = Readonly<Record<string, z.ZodType>>;

/** The union of the events that a map of schemas describes. */
export type EventOf<S extends EventSchemas> = {
  [T in keyof S & string]: { readonly type: T; readonly data: z.output<S[T]> };
}[keyof S & string];

/** Who, by which command, and when it was written. `$`-names are the event store's own convention for tracing. */
export type EventMetadata = {
  readonly actor: Actor;
  readonly commandId: string;
  /** Name of the command, for the audit trail. */
  readonly command: string;
  /** First 16 hexadecimal digits of the SHA-256 of the command's name and data: tells a retry from an id used twice. */
  readonly fingerprint: string;
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly recordedAt: Instant;
  /** Shape of `data`: 1 where it is absent; raised when an event's shape changes (see `codec.ts`). */
  readonly shape?: number;
};

/** An event ready to be appended. `id` is a UUIDv5 of (commandId, index): the same decision always has the same ids. */
export type NewEvent<E extends DomainEvent = DomainEvent> = E & {
  readonly id: string;
  readonly metadata: EventMetadata;
};

/** An event as it stands in the store. `revision` counts from 0 within its stream; `position` orders the whole store. */
export type RecordedEvent<E extends DomainEvent = DomainEvent> = NewEvent<E> & {
  readonly stream: string;
  readonly revision: number;
  /** 64 bits: a bigint in the server, decimal text on the wire. */
  readonly position: bigint;
};
