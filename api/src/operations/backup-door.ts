// Where a running server is asked for a backup of its record: a socket in the data folder, which only its owner can open.
// One line of JSON asks, and lines of JSON answer until it is done; whoever hangs up ends it.

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { once } from 'node:events';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import type { Log } from './log.ts';

export const DOOR = 'backup.sock';

/** The name of a socket has at most 104 bytes on some systems, 108 on others, and its end among them. */
const LONGEST_NAME = 103;

/** Where the record is to be written: in a folder that both see, or in the data folder, under a name made of an id. */
const Request = z.union([z.strictObject({ snapshot: z.string() }), z.strictObject({ aside: z.uuid() })]);
export type Request = z.infer<typeof Request>;

export const Answer = z.union([
  z.strictObject({ done: z.number() }),
  z.strictObject({ taken: z.literal(true) }),
  /** `unseen` where the server, as in a container of its own, has no such folder. */
  z.strictObject({ refused: z.string(), unseen: z.boolean() }),
]);
export type Answer = z.infer<typeof Answer>;

/** The file in the data folder for a record that was put aside. */
export const asideIn = (dataDir: string, id: string): string => join(dataDir, `backup-${id}.sqlite`);
const ASIDE = /^backup-[0-9a-f-]{36}\.sqlite(?:-journal)?$/;

/** A store that can be copied while it is in use. */
export type Snapshots = {
  snapshot(
    file: string,
    options: { readonly signal: AbortSignal; readonly onProgress: (done: number) => void },
  ): Promise<unknown>;
};

/** The socket's name as it is to be used from this process: the shorter of two. */
export function doorOf(dataDir: string): string {
  const path = join(dataDir, DOOR);
  const near = relative(process.cwd(), path);
  return near.length < path.length ? near : path;
}

/**
 * Opens the door; a folder in which there can be none is said in the log, and the server runs without it.
 * @param dataDir locked by this process: a socket that is there was left by one that ended.
 * @returns what closes it, and ends the snapshots that are being taken.
 */
export async function openBackupDoor(store: Snapshots, dataDir: string, log: Log): Promise<() => Promise<void>> {
  const path = doorOf(dataDir);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // Who hangs up has ended it: that is all there is to know.
    socket.on('error', () => socket.destroy());
    void answer(socket, store, dataDir, log);
  });
  try {
    clearAside(dataDir);
    if (Buffer.byteLength(path) > LONGEST_NAME) throw new Error(`its path has more than ${LONGEST_NAME} bytes`);
    rmSync(path, { force: true });
    await listening(server, path);
    await chmod(path, 0o600);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn('Backups can only be taken while the server is stopped: there can be no socket in its data folder.', {
      reason,
    });
    server.close();
    return async () => undefined;
  }
  return async () => {
    server.close();
    for (const socket of open) socket.destroy();
    if (server.listening) await once(server, 'close');
  };
}

async function listening(server: Server, path: string): Promise<void> {
  server.listen(path);
  await once(server, 'listening');
}

/** What a backup that was killed has left. */
function clearAside(dataDir: string): void {
  for (const name of readdirSync(dataDir)) if (ASIDE.test(name)) rmSync(join(dataDir, name), { force: true });
}

async function answer(socket: Socket, store: Snapshots, dataDir: string, log: Log): Promise<void> {
  const hungUp = new AbortController();
  socket.on('close', () => hungUp.abort());
  const tell = (told: Answer): void => void (socket.writable && socket.write(`${JSON.stringify(told)}\n`));
  for await (const line of createInterface(socket)) {
    try {
      const file = asked(line, dataDir);
      log.info('Taking a backup of the record.', { file });
      await store.snapshot(file, { signal: hungUp.signal, onProgress: (done) => tell({ done }) });
      log.info('The backup of the record is taken.', { file });
      tell({ taken: true });
    } catch (error) {
      const refused = error instanceof Error ? error.message : String(error);
      log.warn('The backup of the record was not taken.', { reason: refused });
      tell({ refused, unseen: error instanceof Unseen });
    }
    break;
  }
  socket.end();
}

/** There is no such folder for this process. */
class Unseen extends Error {}

/** @throws Error for what is not to be written to. */
function asked(line: string, dataDir: string): string {
  const request = Request.parse(JSON.parse(line));
  const file = 'aside' in request ? asideIn(dataDir, request.aside) : request.snapshot;
  if ('snapshot' in request && (!isAbsolute(file) || basename(file) !== 'events.sqlite')) {
    throw new Error('The backup must be a whole path to events.sqlite.');
  }
  if (!existsSync(dirname(file))) throw new Unseen(`There is no folder ${dirname(file)}.`);
  if (existsSync(file)) throw new Error(`${file} exists already.`);
  return file;
}
