/** The ports to the outside world and the errors they raise. Concrete adapters are in `./adapters.ts`. */

export { systemClock } from './clock.ts';
export type { Clock } from './clock.ts';
export { CopyRefused, copyStore } from './event-store/copy.ts';
export type { Copied, CopyOptions, CopyProgress } from './event-store/copy.ts';
export {
  EventTooLarge,
  OutcomeUnknown,
  StoreRefused,
  StoreUnavailable,
  WrongExpectedRevision,
} from './event-store/errors.ts';
export type { Refusal, Unavailability } from './event-store/errors.ts';
export { deletedStream, DELETIONS, STREAM_DELETED } from './event-store/port.ts';
export type {
  Appended,
  Delivery,
  EventStore,
  ExpectedRevision,
  ReadAllOptions,
  ReadStreamOptions,
  StreamDeleted,
  SubscribeOptions,
} from './event-store/port.ts';
export { Revisions } from './event-store/revisions.ts';
export type { Entry, ErasedEntry, EventEntry, ForeignEntry, StoreExport, StoreImport } from './event-store/transfer.ts';
export { FileDamaged, FilesUnavailable, FileTooLarge } from './files/port.ts';
export type { Files, FilesUnavailability, StoredFile } from './files/port.ts';
export { readS3Address } from './files/s3/address.ts';
export type { S3Address } from './files/s3/address.ts';
export type { Checkpoint, Holder, ProcessHome, TakeOptions, Tenure } from './process-home/port.ts';
export { copyFiles } from './files/copy.ts';
export type { CopyFilesOptions, FilesCopied } from './files/copy.ts';
