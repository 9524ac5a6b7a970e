/**
 * The files of a deployment (documents tabled, minutes signed): each is named by the SHA-256 of its bytes, so a name in
 * the record can mean one content only. A file is there whole or not at all.
 */

/** A file's name, 64 lower-case hexadecimal digits, and its size in bytes. */
export type StoredFile = { readonly sha256: string; readonly size: number };

export interface Files {
  /**
   * Stores the bytes and answers once they are durable. Storing the same bytes again is harmless.
   * @param options.maxBytes refuses a longer content as soon as that is known.
   * @throws FileTooLarge, FilesUnavailable, and what reading the content throws: nothing was stored.
   */
  put(content: Uint8Array | ReadableStream<Uint8Array>, options?: { readonly maxBytes?: number }): Promise<StoredFile>;

  /**
   * The bytes of a file; undefined where there is none of this name.
   * @param options.verify computes the digest on the way: the stream fails with FileDamaged where it ends with another.
   * @throws FilesUnavailable
   */
  get(sha256: string, options?: { readonly verify?: boolean }): Promise<ReadableStream<Uint8Array> | undefined>;

  /** Whether a file of this name is there. */
  has(sha256: string): Promise<boolean>;

  /** Every file, in the order of their names. */
  list(): AsyncIterable<StoredFile>;

  /**
   * Sees whether files can be had now, at little cost.
   * @throws FilesUnavailable where not
   */
  check(): Promise<void>;
}

/** The content is longer than was allowed. Nothing was stored. */
export class FileTooLarge extends Error {
  readonly code = 'files.too-large';
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`The file is larger than ${maxBytes} bytes, the most that is taken. Make it smaller or split it.`);
    this.name = 'FileTooLarge';
    this.maxBytes = maxBytes;
  }
}

/** The stored bytes are no longer those that were stored. */
export class FileDamaged extends Error {
  readonly code = 'files.damaged';
  readonly sha256: string;

  constructor(sha256: string) {
    super(`The file ${sha256} is damaged: its bytes have another digest. Restore it from a backup or store it again.`);
    this.name = 'FileDamaged';
    this.sha256 = sha256;
  }
}

/** Why the files cannot be had. */
export type FilesUnavailability =
  | 'files.disk-full'
  | 'files.io'
  | 'files.unreachable'
  | 'files.untrusted'
  | 'files.access-denied'
  | 'files.no-bucket'
  | 'files.wrong-region'
  | 'files.store-full'
  | 'files.refused';

const sentences: Readonly<Record<FilesUnavailability, string>> = {
  'files.disk-full': 'The disk is full. The file was not stored; make space and try again.',
  'files.io': 'The folder of the files reports an error. Look at the disk and at who owns the folder, and try again.',
  'files.unreachable':
    'The store of the files does not answer. Look at its address in FILES and at the network, and try again.',
  'files.untrusted':
    'The store of the files shows a certificate that is not trusted here. Look at its address in FILES; an authority of your own goes into NODE_EXTRA_CA_CERTS.',
  'files.access-denied':
    'The store of the files refuses these credentials. Look at AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, at what they may do with the bucket, and at the clock of this machine.',
  'files.no-bucket': 'The store of the files has no such bucket. Make it, or look at its name in FILES.',
  'files.wrong-region': 'The store of the files keeps the bucket in another region. Look at region= in FILES.',
  'files.store-full': 'The store of the files is full. The file was not stored; make space there and try again.',
  'files.refused':
    'What answers at the address of the store of the files does not take the request. Look at the address in FILES, and in the log for what it said.',
};

/** The files cannot be read or written at the moment. */
export class FilesUnavailable extends Error {
  readonly code: FilesUnavailability;

  constructor(code: FilesUnavailability, options?: ErrorOptions) {
    super(sentences[code], options);
    this.name = 'FilesUnavailable';
    this.code = code;
  }
}
