// A document as the record knows it: its versions by the SHA-256 of their bytes, to whom it is distributed, who confirmed
// having read it.

import * as z from 'zod';
import { reject } from '../kernel/decision.ts';
import type { Ledger } from '../kernel/ledger.ts';
import { id, line, sha256 } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';

export const distribution = z.enum(['everyone', 'officers']);
export type Distribution = z.infer<typeof distribution>;

export const fileFields = {
  fileName: line(255).regex(/^[^/\\]+$/, 'Must be a file name without a folder.'),
  mediaType: z
    .string()
    .max(127)
    .regex(
      /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/,
      'Must be a media type in small letters, such as application/pdf.',
    ),
  sizeBytes: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  /** Of the file's bytes. */
  sha256,
};

export const documentFields = {
  title: line(500),
  ...fileFields,
  /** The item it belongs to. */
  itemId: id.nullable(),
  /** Whether those it is distributed to are to confirm having read it. */
  confirmReading: z.boolean(),
};

export type DocumentVersion = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly at: Instant;
};

/** That an attendee confirmed having read the version with this digest. */
export type Reading = { readonly sha256: string; readonly at: Instant };

export type Document = {
  readonly documentId: string;
  readonly title: string;
  readonly itemId: string | null;
  readonly confirmReading: boolean;
  readonly distribution: Distribution;
  /** The last one counts. Those who did not see it before it was announced know that one alone. */
  readonly versions: readonly DocumentVersion[];
  /** The latest reading by attendee. */
  readonly readings: Ledger<Reading>;
  readonly announced: { readonly itemId: string; readonly at: Instant } | null;
  readonly withdrawn: { readonly reason: string | null; readonly at: Instant } | null;
};

/** The version that counts. */
export const currentVersion = ({ versions }: Document): DocumentVersion => versions.at(-1)!;

/** Ids of the attendees who confirmed having read the version that counts. */
export const readersOf = (document: Document): readonly string[] =>
  document.readings.keys().filter((attendeeId) => hasRead(document, attendeeId));

/** True where the attendee confirmed having read the version that counts. */
export const hasRead = (document: Document, attendeeId: string): boolean =>
  document.readings.get(attendeeId)?.sha256 === currentVersion(document).sha256;

/** The refusal of an id that no document has, or none that the actor may know of. */
export const unknownDocument = (documentId: string) =>
  reject.missing('documents.unknown', 'There is no such document in this meeting.', { documentId });

/** The refusal of what a withdrawn document no longer admits. */
export const documentWithdrawn = (documentId: string) =>
  reject.conflict('documents.withdrawn', 'This document is withdrawn. Table it anew under another id.', { documentId });

/** The refusal of what an announced document no longer admits. */
export const documentAnnounced = (documentId: string) =>
  reject.conflict('documents.announced', 'This document is announced and stands as it is. Table another one.', {
    documentId,
  });
