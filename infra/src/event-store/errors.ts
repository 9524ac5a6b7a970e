/** What an event store can answer besides success. Each error has a stable code; the sentence is for people. */

import type { ExpectedRevision } from './port.ts';

/** Another writer was there first: the stream does not end where the append expected it to. Nothing was written. */
export class WrongExpectedRevision extends Error {
  readonly code = 'store.wrong-expected-revision';
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** Revision of the stream's last event; `'none'` where the stream has no events. */
  readonly actual: number | 'none';

  constructor(stream: string, expected: ExpectedRevision, actual: number | 'none') {
    const found = actual === 'none' ? 'it has no events' : `its last revision is ${actual}`;
    const wanted = { none: 'no events', any: 'all or none of these events' }[expected] ?? `revision ${expected} last`;
    super(`The stream ${stream} was expected to have ${wanted}, but ${found}. Read it again and decide again.`);
    this.name = 'WrongExpectedRevision';
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** Why a store cannot do its work at the moment. */
export type Unavailability =
  | 'store.disk-full'
  | 'store.io'
  | 'store.damaged'
  | 'store.closed'
  | 'store.unreachable'
  | 'store.access-denied';

/** The store cannot do this now, and nothing of it was written. What was acknowledged before stays. Try again later. */
export class StoreUnavailable extends Error {
  readonly code: Unavailability;

  constructor(code: Unavailability, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
    this.code = code;
  }
}

/**
 * Whether the append was written cannot be said: the store failed at the very moment of making it durable, or went
 * silent. Append the same events, with the same ids and the same expected revision, again: what stands is not doubled.
 */
export class OutcomeUnknown extends Error {
  readonly code = 'store.outcome-unknown';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutcomeUnknown';
  }
}

/** An event, or all events of one append together, are larger than the store takes. Nothing of the append was written. */
export class EventTooLarge extends Error {
  readonly code = 'store.event-too-large';
  /** Of the event, or of the largest. */
  readonly type: string;
  /** Data and metadata as JSON in UTF-8. */
  readonly bytes: number;
  readonly maxBytes: number;

  /** @param events how many are too large together. */
  constructor(type: string, bytes: number, maxBytes: number, events = 1) {
    super(
      events === 1
        ? `The event ${type} has ${bytes} bytes; at most ${maxBytes} can be recorded. Shorten its text.`
        : `The ${events} events have ${bytes} bytes together; at most ${maxBytes} can be recorded at once. Do less at once.`,
    );
    this.name = 'EventTooLarge';
    this.type = type;
    this.bytes = bytes;
    this.maxBytes = maxBytes;
  }
}

/** Why a store's data cannot be opened. */
export type Refusal =
  | 'store.in-use'
  | 'store.foreign'
  | 'store.newer'
  | 'store.damaged'
  | 'store.inaccessible'
  | 'store.address'
  | 'store.access-denied'
  | 'store.untrusted'
  | 'store.too-old';

/** The store cannot be opened as it is. The sentence says what holds it and what to do; its files were left untouched. */
export class StoreRefused extends Error {
  readonly code: Refusal;

  constructor(code: Refusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreRefused';
    this.code = code;
  }
}
