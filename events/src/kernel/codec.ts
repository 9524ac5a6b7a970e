// From events to what is stored and back. Types are never renamed; where the shape of an event's data changes, its
// number is raised and an upcaster brings the old shape to the next one.

import type { DomainEvent, EventMetadata, EventSchemas } from './event.ts';

/** Brings data of one shape to the next: `upcasters.FloorGiven[1]` takes shape 1 and gives shape 2. */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, (data: never) => unknown>>>>;

/** Why an event cannot be read: a newer program wrote it, or it is not as it was written. */
export type Unreadability = 'unknown-type' | 'newer-shape' | 'damaged';

/** Where an event stands in the store. */
type Place = { readonly stream?: string; readonly revision?: number };

/**
 * An event that cannot be read here: its type is unknown, its shape is newer than the newest known here, or it is damaged.
 * Whatever rests on it is refused; it is never folded by guess.
 */
export class UnreadableEvent extends Error {
  readonly why: Unreadability;
  readonly type: string;
  /** Where it stands; undefined for an event that is in no store. */
  readonly stream: string | undefined;
  readonly revision: number | undefined;

  constructor(why: Unreadability, { type, stream, revision }: Place & { readonly type: string }, sentence: string) {
    super(sentence);
    this.name = 'UnreadableEvent';
    this.why = why;
    this.type = type;
    this.stream = stream;
    this.revision = revision;
  }
}

/** An event that is not as it was written. */
export const damaged = (event: Place & { readonly type: string }, cause?: unknown): UnreadableEvent =>
  Object.assign(
    new UnreadableEvent(
      'damaged',
      event,
      `The event ${event.type} is damaged, and nothing can rest on it. Tell the operator, who can put the record back from a copy.`,
    ),
    cause === undefined ? {} : { cause },
  );

/** Reads and stamps the events of one family of streams. */
export class Codec {
  readonly #schemas: EventSchemas;
  readonly #upcasters: Upcasters;

  constructor(schemas: EventSchemas, upcasters: Upcasters = {}) {
    this.#schemas = schemas;
    this.#upcasters = upcasters;
  }

  /** True for the types this codec reads. */
  knows(type: string): boolean {
    return Object.hasOwn(this.#schemas, type);
  }

  /** The newest shape of a type: one more than it has upcasters; 0 for an unknown type. */
  shapeOf(type: string): number {
    return this.knows(type) ? 1 + Object.keys(this.#upcasters[type] ?? {}).length : 0;
  }

  /**
   * Data of any shape ever written, in today's shape.
   * @throws UnreadableEvent where the type is unknown, the shape is newer than this program, or an old shape is damaged
   */
  decode<
    E extends {
      readonly type: string;
      readonly data: unknown;
      readonly metadata: Pick<EventMetadata, 'shape'>;
    } & Place,
  >(event: E): E {
    const { type } = event;
    const newest = this.shapeOf(type);
    if (newest === 0) {
      throw new UnreadableEvent(
        'unknown-type',
        event,
        `The event type ${type} is unknown to this version. Upgrade before using this record.`,
      );
    }
    const shape = event.metadata.shape ?? 1;
    if (shape === newest) return event;
    if (shape > newest) {
      throw new UnreadableEvent(
        'newer-shape',
        event,
        `The event ${type} has shape ${shape}; this version knows shapes up to ${newest}. Upgrade before using this record.`,
      );
    }
    return { ...event, data: this.#raise(event, shape, newest), metadata: { ...event.metadata, shape: newest } };
  }

  #raise(event: { readonly type: string; readonly data: unknown } & Place, shape: number, newest: number): unknown {
    const upcasters = this.#upcasters[event.type]!;
    let { data } = event;
    try {
      for (let from = shape; from < newest; from++) data = upcasters[from]!(data as never);
    } catch (cause) {
      throw damaged(event, cause);
    }
    return data;
  }

  /** The metadata's `shape` for an event written today: nothing where it is 1. */
  stamp(event: DomainEvent): Pick<EventMetadata, 'shape'> {
    const shape = this.shapeOf(event.type);
    return shape === 1 ? {} : { shape };
  }

  /** Today's schema of an event's data, for checking a whole store; undefined for an unknown type. */
  schemaOf(type: string): EventSchemas[string] | undefined {
    return this.knows(type) ? this.#schemas[type] : undefined;
  }
}
