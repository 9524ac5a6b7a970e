// Writes protobuf messages. What the server answers is written by hand, so that an event is encoded once and its bytes
// are then sent to everyone who reads it.

/** A message in the making. Fields are written in the order of their numbers. */
export class Message {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  #push(part: Uint8Array): void {
    this.#parts.push(part);
    this.#length += part.length;
  }

  /** An unsigned number: int32, uint32, uint64, bool, enum. */
  number(field: number, value: bigint | number): this {
    this.#push(varint((field << 3) | 0));
    this.#push(varint(value));
    return this;
  }

  bytes(field: number, value: Uint8Array): this {
    this.#push(varint((field << 3) | 2));
    this.#push(varint(value.length));
    this.#push(value);
    return this;
  }

  text(field: number, value: string): this {
    return this.bytes(field, Buffer.from(value));
  }

  message(field: number, value: Message): this {
    return this.bytes(field, value.finish());
  }

  /** A message without fields, which says something by being there. */
  empty(field: number): this {
    return this.bytes(field, NOTHING);
  }

  /** One entry of a `map<string, string>`. */
  entry(field: number, key: string, value: string): this {
    return this.message(field, new Message().text(1, key).text(2, value));
  }

  finish(): Buffer {
    return Buffer.concat(this.#parts, this.#length);
  }
}

const NOTHING = new Uint8Array(0);

function varint(value: bigint | number): Uint8Array {
  if (typeof value === 'number' && value < 0x80) return SMALL[value]!;
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 0x7fffffffn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  let small = Number(rest);
  while (small > 0x7f) {
    bytes.push((small & 0x7f) | 0x80);
    small >>>= 7;
  }
  bytes.push(small);
  return Uint8Array.from(bytes);
}

const SMALL = Array.from({ length: 0x80 }, (_, value) => Uint8Array.of(value));
