// An event as it stands in the log.

/** What a client proposes to append. */
export type Proposed = {
  /** A UUID in lower case. */
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
};

export type Recorded = Proposed & {
  readonly stream: string;
  readonly revision: number;
  /** Where the record begins in the log, in bytes; what clients know as commit and as prepare position. */
  readonly position: bigint;
  /** Since 1970, in steps of 100 ns. */
  readonly created: bigint;
};

/** The revision of the record that ends a stream for ever; on the wire the largest 64-bit integer. */
export const LAST_REVISION = Number.MAX_SAFE_INTEGER;

/** What of a record does not depend on the event: lengths, flags, ids, times and the frame around them. */
const FRAME = 4 + 1 + 1 + 8 + 2 + 8 + 4 + 8 + 1 + 16 + 16 + 8 + 1 + 4 + 4 + 4;

/** How far the next record lies behind this one. */
export const sizeInLog = (stream: string, event: Proposed): bigint =>
  BigInt(FRAME + Buffer.byteLength(stream) + Buffer.byteLength(event.type) + event.data.length + event.metadata.length);

/** What counts against the largest append: data, metadata, and two bytes for each letter of the type. */
export const sizeOfEvent = (event: Proposed): number =>
  event.data.length + event.metadata.length + event.type.length * 2;
