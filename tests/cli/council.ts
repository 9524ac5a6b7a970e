// A council's data folder, as a server left it: a meeting with an agenda, a roster and a document, and somebody's contact
// data that were deleted.

import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { signIn, startServer } from '../server/start.ts';
import type { Server } from '../server/start.ts';

export const MEETING = 'council';

const plan = {
  meetingId: MEETING,
  title: 'Council',
  organisation: 'The City',
  timeZone: 'UTC',
  startsAt: '2030-01-01T09:00:00Z',
  endsAt: '2030-01-01T10:00:00Z',
};

export type Secretary = {
  readonly cookie: string;
  /** Gives a command, which must succeed; gives the answer. */
  readonly command: (name: string, data: object) => Promise<Answer>;
  /** Stores a file and tables it as a document; gives its digest. */
  readonly table: (bytes: Uint8Array) => Promise<string>;
};
type Answer = { readonly events: readonly { readonly id: string; readonly revision: number }[] };

/** Signs in, and schedules the meeting where it is not yet. */
export async function secretaryAt({ address }: Pick<Server, 'address'>): Promise<Secretary> {
  const cookie = await signIn(address);
  const post = async (path: string, body: Uint8Array<ArrayBuffer> | string, type: string): Promise<unknown> => {
    const response = await fetch(`${address}/api/meetings${path}`, {
      method: 'POST',
      headers: { 'content-type': type, cookie },
      body,
    });
    const answer: unknown = await response.json();
    expect([response.status, answer]).toEqual([expect.toSatisfy((status: number) => status < 300), answer]);
    return answer;
  };
  const json = (path: string, data: object) => post(path, JSON.stringify(data), 'application/json');
  const command = async (name: string, data: object): Promise<Answer> =>
    (await json(`/${MEETING}/${name}`, data)) as Answer;
  await json('', plan);
  return {
    cookie,
    command,
    table: async (bytes) => {
      const stored = await post(`/${MEETING}/files`, Uint8Array.from(bytes), 'application/octet-stream');
      const { sha256, sizeBytes } = stored as { sha256: string; sizeBytes: number };
      const file = {
        title: 'Report',
        fileName: 'report.bin',
        mediaType: 'application/octet-stream',
        sha256,
        sizeBytes,
      };
      await command('table-document', file);
      return sha256;
    },
  };
}

/** Fills a folder and leaves it. Gives the digest of its document. */
export async function councilIn(directory: string): Promise<string> {
  const server = await startServer(directory);
  const secretary = await secretaryAt(server);
  await secretary.command('add-item', { title: 'Opening' });
  await secretary.command('add-attendee', { name: 'The Chair', unit: 'Council' });
  const sha256 = await secretary.table(randomBytes(100_000));
  expect(await server.stop()).toBe(0);
  return sha256;
}
