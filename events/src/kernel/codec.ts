// From events to what is stored and back. Types are never renamed; where the shape of an event's data changes, its
// number is raised and an upcaster brings the old shape to the next one.

import type { DomainEvent, EventMetadata, EventSchemas } from './event.ts';

/** Brings data of one shape to the next: `upcasters.FloorGiven[1]` takes shape 1 and gives shape 2. */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, (data: never) => unknown>>>>;

/** An event that this version of the program cannot read: its shape is newer than the newest known here, or its type is unknown. */
export class UnreadableEvent extends Error {
  readonly type: string;
  readonly shape: number;
  readonly known: number;

  constructor(type: string, shape: number, known: number) {
    super(
      known === 0
        ? `The event type ${type} is unknown to this version. Upgrade before using this record.`
        : `The event ${type} has shape ${shape}; this version knows shapes up to ${known}. Upgrade before using this record.`,
    );
    this.name = 'UnreadableEvent';
    this.type = type;
    this.shape = shape;
    this.known = known;
  }
}

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
   * @throws UnreadableEvent where the type is unknown or the shape is newer than this program.
   */
  decode<E extends { readonly type: string; readonly data: unknown; readonly metadata: Pick<EventMetadata, 'shape'> }>(
    event: E,
  ): E {
    const newest = this.shapeOf(event.type);
    const shape = event.metadata.shape ?? 1;
    if (shape === newest) return event;
    if (shape > newest) throw new UnreadableEvent(event.type, shape, newest);
    let data = event.data;
    for (let from = shape; from < newest; from++) data = this.#upcasters[event.type]![from]!(data as never);
    return { ...event, data, metadata: { ...event.metadata, shape: newest } };
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
