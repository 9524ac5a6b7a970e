// Writes and reads protobuf messages, by hand: an event is encoded once and its bytes go to everyone who reads it, and
// what the server understands is not what the client's own code says.

/** A message in the making. Fields are written in the order of their numbers. */
export class Message {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  #push(part: Uint8Array): void {
    this.#parts.push(part);
    this.#length += part.length;
  }

  /** An unsigned number: int32, int64, uint32, uint64, bool, enum. */
  number(field: number, value: bigint | number): this {
    this.#push(varint(field << 3));
    this.#push(varint(value));
    return this;
  }

  bytes(field: number, value: Uint8Array): this {
    this.#push(varint((field << 3) | LENGTH_PREFIXED));
    this.#push(varint(value.length));
    if (value.length > 0) this.#push(value);
    return this;
  }

  text(field: number, value: string): this {
    return this.bytes(field, Buffer.from(value));
  }

  message(field: number, value: Message): this {
    this.#push(varint((field << 3) | LENGTH_PREFIXED));
    this.#push(varint(value.#length));
    this.#parts.push(...value.#parts);
    this.#length += value.#length;
    return this;
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

const LENGTH_PREFIXED = 2;
const NOTHING = new Uint8Array(0);

function varint(value: bigint | number): Uint8Array {
  if (typeof value === 'number' && value < SMALL.length) return SMALL[value]!;
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 0x7f_ff_ff_ffn) {
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

/** Goes through a message field by field. Values that nobody asks for are passed over. */
export class Reader {
  readonly #bytes: Buffer;
  #at: number;
  readonly #end: number;
  #type = -1;

  constructor(bytes: Buffer, at = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = at;
    this.#end = end;
  }

  /** The number of the next field; 0 at the end of the message. */
  next(): number {
    if (this.#type !== -1) this.#skip();
    if (this.#at >= this.#end) return 0;
    const tag = this.#small();
    this.#type = tag & 7;
    return tag >>> 3;
  }

  number(): bigint {
    this.#type = -1;
    const start = this.#at;
    let value = 0n;
    let shift = 0n;
    // Most numbers are small: the slow way is taken for the rest of a long one alone.
    for (;;) {
      const byte = this.#byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
      shift += 7n;
      if (this.#at - start > 10) throw new Error('A number is longer than 64 bits.');
    }
  }

  bytes(): Buffer {
    this.#type = -1;
    const length = this.#small();
    const at = this.#at;
    this.#at += length;
    if (this.#at > this.#end) throw new Error('A field reaches beyond its message.');
    return this.#bytes.subarray(at, this.#at);
  }

  text(): string {
    return this.bytes().toString();
  }

  message(): Reader {
    return new Reader(this.bytes());
  }

  #byte(): number {
    if (this.#at >= this.#end) throw new Error('A message ends too soon.');
    return this.#bytes[this.#at++]!;
  }

  #small(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new Error('A length is too long.');
  }

  #skip(): void {
    switch (this.#type) {
      case 0:
        this.number();
        return;
      case 1:
        this.#at += 8;
        break;
      case LENGTH_PREFIXED:
        this.bytes();
        return;
      case 5:
        this.#at += 4;
        break;
      default:
        throw new Error(`No field has the type ${this.#type}.`);
    }
    this.#type = -1;
  }
}
