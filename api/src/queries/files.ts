// Files: the content of documents. Bytes are stored first and named by their SHA-256; a document is then tabled with that
// name. They are read back through the document, by those who may see it.

import { currentVersion } from '@rostrum/events';
import { FileTooLarge } from '@rostrum/infra';
import * as z from 'zod';
import { meetingId } from '../commands/operation.ts';
import type { Deps } from '../deps.ts';
import { answerJson } from '../http/answer.ts';
import { answerStream } from '../http/stream.ts';
import type { AppContext } from '../http/context.ts';
import { API_HEADERS } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Part } from '../http/route.ts';
import { visibleMeeting } from './visible.ts';

/** The most that one file may have. */
const MAX_FILE_BYTES = 100 * 1024 * 1024;

export const fileRoutes: Part = (deps) => [
  {
    method: 'POST',
    path: '/api/meetings/:id/files',
    access: 'session',
    pace: 'commands',
    operation: {
      group: 'Documents',
      id: 'store-file',
      summary: 'Store a file',
      description:
        'Takes the bytes of a file as the body and answers their SHA-256, by which a document is then tabled. Storing the same bytes again is harmless. For officers.',
      parameters: [meetingId],
      body: { mediaType: 'application/octet-stream', required: true },
      answers: {
        201: {
          description: 'It is stored.',
          content: { schema: z.object({ sha256: z.string(), sizeBytes: z.int() }) },
        },
      },
      problems: [403, 404, 413, 503],
    },
    handle: (c) => store(c, deps),
  },
  {
    method: 'GET',
    path: '/api/meetings/:id/documents/:documentId/file',
    access: 'session',
    pace: 'queries',
    operation: {
      group: 'Documents',
      id: 'read-document-file',
      summary: 'Read a document',
      description:
        'The bytes of the current version, or of the version named by its digest, checked against the digest on the way. Always offered as a download.',
      parameters: [
        meetingId,
        { name: 'documentId', in: 'path', description: 'The document.', schema: z.string(), required: true },
        { name: 'sha256', in: 'query', description: 'An earlier version.', schema: z.string() },
      ],
      answers: { 200: { description: 'The file.', content: { mediaType: 'application/octet-stream' } } },
      problems: [404, 503],
    },
    handle: (c) => read(c, deps),
  },
];

async function store(c: AppContext, deps: Deps): Promise<Response> {
  const { audience } = await visibleMeeting(c, deps);
  if (audience !== 'officers')
    throw new Problem(403, 'documents.officers-only', 'Files are stored by the officers of the meeting.');
  const { body } = c.req.raw;
  if (body === null) throw new Problem(400, 'documents.empty', 'The file is empty. Choose another one.');
  try {
    const { sha256, size } = await deps.files.put(body, { maxBytes: MAX_FILE_BYTES });
    return answerJson({ sha256, sizeBytes: size }, 201);
  } catch (error) {
    if (error instanceof FileTooLarge) throw new Problem(413, error.code, error.message);
    throw error;
  }
}

async function read(c: AppContext, deps: Deps): Promise<Response> {
  const { view } = await visibleMeeting(c, deps);
  const document = view.meeting.documents.all.get(c.req.param('documentId') ?? '');
  const asked = c.req.query('sha256');
  const version =
    document &&
    (asked === undefined ? currentVersion(document) : document.versions.find(({ sha256 }) => sha256 === asked));
  if (!version) throw new Problem(404, 'documents.unknown', 'There is no such document, or it is not yours to see.');
  const bytes = await deps.files.get(version.sha256, { verify: true });
  if (!bytes)
    throw new Problem(404, 'documents.no-file', 'The document is in the record, but its file is not stored here.');
  return answerStream(c, bytes, 200, {
    ...API_HEADERS,
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(version.fileName)}`,
  });
}
