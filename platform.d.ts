/**
 * What Node and every browser have in common and that is neither a clock, nor chance, nor I/O. The pure packages are
 * checked against the language's own library and these alone, so that reaching for anything else is a type error.
 */
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBuffer | ArrayBufferView): string;
}

declare function structuredClone<T>(value: T): T;
