// Documents: tabled before or during an item, announced in the meeting, known by the SHA-256 of their content. Those to
// whom one is distributed confirm having read it. Every event says to whom the document was distributed at that time.

import * as z from 'zod';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { id, instant, prose, sha256 } from '../kernel/text.ts';
import {
  currentVersion,
  distribution,
  documentAnnounced,
  documentFields,
  documentWithdrawn,
  fileFields,
  hasRead,
  unknownDocument,
} from './document.ts';
import type { Document, Reading } from './document.ts';
import { refuseItem, unknownItem } from './item.ts';
import { BEFORE, RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { isOfficer } from './roles.ts';
import { underItem } from './under-item.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const documentEvents = {
  DocumentTabled: z.strictObject({ documentId: id, ...documentFields, distribution, at: instant }),
  DocumentReplaced: z.strictObject({ documentId: id, ...fileFields, distribution, at: instant }),
  DocumentWithdrawn: z.strictObject({ documentId: id, reason: prose(1000).nullable(), distribution, at: instant }),
  /** From here on it is distributed to everyone. */
  DocumentAnnounced: z.strictObject({
    documentId: id,
    ...documentFields,
    /** The item under which it was announced. */
    announcedUnder: id,
    at: instant,
  }),
  DocumentRead: z.strictObject({ documentId: id, attendeeId: id, sha256, distribution, at: instant }),
};
export type DocumentEvent = EventOf<typeof documentEvents>;

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export { currentVersion, hasRead, readersOf } from './document.ts';
export type { Distribution, Document, DocumentVersion } from './document.ts';

export type DocumentsState = { readonly all: Ledger<Document> };

export const initialDocuments: DocumentsState = { all: Ledger.empty() };

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const change = (
  { all }: DocumentsState,
  documentId: string,
  to: (document: Document) => Partial<Document>,
): DocumentsState => ({
  all: all.change(documentId, (document) => ({ ...document, ...to(document) })),
});

const tabled = { readings: Ledger.empty<Reading>(), announced: null, withdrawn: null };

export const evolveDocuments: Evolve<DocumentsState, DocumentEvent> = {
  DocumentTabled: ({ all }, { documentId, title, itemId, confirmReading, distribution, at, ...file }) => ({
    all: all.set(documentId, {
      ...tabled,
      documentId,
      title,
      itemId,
      confirmReading,
      distribution,
      versions: [{ ...file, at }],
    }),
  }),
  DocumentReplaced: (state, { documentId, distribution: _distribution, ...version }) =>
    change(state, documentId, ({ versions }) => ({ versions: [...versions, version] })),
  DocumentWithdrawn: (state, { documentId, reason, at }) =>
    change(state, documentId, () => ({ withdrawn: { reason, at } })),
  DocumentAnnounced: ({ all }, { documentId, title, itemId, confirmReading, announcedUnder, at, ...file }) => {
    const known = all.get(documentId);
    return {
      all: all.set(documentId, {
        ...tabled,
        versions: [{ ...file, at }],
        ...known,
        documentId,
        title,
        itemId,
        confirmReading,
        distribution: 'everyone',
        announced: { itemId: announcedUnder, at },
      }),
    };
  },
  DocumentRead: (state, { documentId, attendeeId, sha256: digest, at }) =>
    change(state, documentId, ({ readings }) => ({ readings: readings.set(attendeeId, { sha256: digest, at }) })),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const documentCommands = {
  'table-document': {
    summary: 'Table a document',
    description:
      'Puts a document before the meeting, under an item or none. The file is known by the SHA-256 of its bytes. Distributed to officers alone, nobody else sees it until it is announced.',
    input: z.strictObject({
      documentId: id.optional(),
      ...documentFields,
      itemId: documentFields.itemId.default(null),
      confirmReading: documentFields.confirmReading.default(false),
      distribution: distribution.default('everyone'),
    }),
    example: {
      title: 'Overall Plan for the Implementation of the 14th Five-Year Plan of the Digital Space Strategy',
      fileName: 'overall-plan.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 482_113,
      sha256: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
      itemId: 'item-3',
      distribution: 'officers',
      confirmReading: true,
    },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'replace-document': {
    summary: 'Replace a document',
    description:
      'Puts a new version in the place of a document. Earlier versions stay in the record; who read them confirms the new one anew. Refused once the document is announced.',
    input: z.strictObject({ documentId: id, ...fileFields }),
    example: {
      documentId: 'document-1',
      fileName: 'overall-plan-2.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 490_021,
      sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'withdraw-document': {
    summary: 'Withdraw a document',
    description: 'Takes a document back. It stays in the record as withdrawn. Refused once the document is announced.',
    input: z.strictObject({ documentId: id, reason: prose(1000).nullable().default(null) }),
    example: { documentId: 'document-1', reason: 'Tabled for another meeting' },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'announce-document': {
    summary: 'Announce a document',
    description:
      'Promulgates a document under the open item, as a rule one of the kind “announcement”. From then on everyone sees it, and it stands as it is.',
    input: z.strictObject({ documentId: id }),
    example: { documentId: 'document-1' },
    by: OFFICERS,
    during: RUNNING,
  },
  'confirm-reading': {
    summary: 'Confirm having read a document',
    description:
      'An attendee confirms for themselves having read the version that counts, or the one whose digest is given: where it has been replaced meanwhile, that is refused.',
    input: z.strictObject({ documentId: id, sha256: sha256.optional() }),
    example: { documentId: 'document-1' },
    by: ['attendee'],
    during: ['convened', ...RUNNING, 'closed', 'minuted'],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const decideDocuments: Deciders<typeof documentCommands, MeetingState, Surroundings, MeetingEvent> = {
  'table-document': ({ id: commandId, data, at }, { documents, agenda }) => {
    const { documentId = commandId, ...content } = data;
    const known = documents.all.get(documentId);
    if (known) {
      return known.versions.some((version) => version.sha256 === content.sha256)
        ? nothing
        : reject.conflict(
            'documents.exists',
            'A document with this id is tabled already. Replace it, or use another id.',
            { documentId },
          );
    }
    if (content.itemId !== null) {
      const item = agenda.items.get(content.itemId);
      if (!item) return unknownItem(content.itemId);
      if (item.status === 'withdrawn') return refuseItem('withdrawn', item);
    }
    return [{ type: 'DocumentTabled', data: { documentId, ...content, at } }];
  },

  'replace-document': ({ data, at }, { documents }) => {
    const { documentId } = data;
    const document = documents.all.get(documentId);
    if (!document) return unknownDocument(documentId);
    if (document.withdrawn) return documentWithdrawn(documentId);
    if (currentVersion(document).sha256 === data.sha256) return nothing;
    if (document.announced) return documentAnnounced(documentId);
    return [{ type: 'DocumentReplaced', data: { ...data, distribution: document.distribution, at } }];
  },

  'withdraw-document': ({ data, at }, { documents }) => {
    const document = documents.all.get(data.documentId);
    if (!document) return unknownDocument(data.documentId);
    if (document.withdrawn) return nothing;
    if (document.announced) return documentAnnounced(data.documentId);
    return [{ type: 'DocumentWithdrawn', data: { ...data, distribution: document.distribution, at } }];
  },

  'announce-document': ({ data, at }, meeting) => {
    const { documentId } = data;
    const document = meeting.documents.all.get(documentId);
    if (!document) return unknownDocument(documentId);
    if (document.announced) return nothing;
    if (document.withdrawn) return documentWithdrawn(documentId);
    const { item, decision } = underItem(meeting);
    if (!item) return decision;
    const { title, itemId, confirmReading } = document;
    const { fileName, mediaType, sizeBytes, sha256: digest } = currentVersion(document);
    return [
      {
        type: 'DocumentAnnounced',
        data: {
          documentId,
          title,
          fileName,
          mediaType,
          sizeBytes,
          sha256: digest,
          itemId,
          confirmReading,
          announcedUnder: item.itemId,
          at,
        },
      },
    ];
  },

  'confirm-reading': ({ data, actor, at }, meeting) => {
    const { documentId } = data;
    const document = meeting.documents.all.get(documentId);
    if (!document || (document.distribution === 'officers' && !isOfficer(actor, meeting)))
      return unknownDocument(documentId);
    if (document.withdrawn) return documentWithdrawn(documentId);
    const { sha256: current } = currentVersion(document);
    if (data.sha256 !== undefined && data.sha256 !== current) {
      return reject.conflict('documents.replaced', 'The document was replaced by another version. Read that one.', {
        sha256: current,
      });
    }
    if (!document.confirmReading) {
      return reject.conflict(
        'documents.no-confirmation',
        'For this document no confirmation is asked. Nothing is to be done.',
        { documentId },
      );
    }
    if (hasRead(document, actor.id)) return nothing;
    return [
      {
        type: 'DocumentRead',
        data: { documentId, attendeeId: actor.id, sha256: current, distribution: document.distribution, at },
      },
    ];
  },
};
