// The record's file for a backup: taken by the server that uses it, where one does, and else straight from the folder.

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { constants, existsSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { StoreRefused } from '@rostrum/infra';
import { snapshotDataFolder } from '@rostrum/infra/adapters';
import { Answer, asideIn, doorOf } from '../../operations/backup-door.ts';
import type { Request } from '../../operations/backup-door.ts';
import { BackupRefused } from './refusal.ts';

export type Taking = {
  readonly signal: AbortSignal;
  /** Told how much is done, from 0 to 1. */
  readonly onProgress: (done: number) => void;
};

/**
 * @param file does not exist yet.
 * @throws BackupRefused, StoreRefused, StoreUnavailable, the signal's reason
 */
export async function takeRecord(directory: string, file: string, taking: Taking): Promise<void> {
  try {
    await snapshotDataFolder(directory, file, taking);
  } catch (error) {
    if (!(error instanceof StoreRefused) || error.code !== 'store.in-use') throw error;
    await askServer(directory, file, taking);
  }
}

/** A server in a container of its own may not see where the backup goes: it then puts the record aside in the data folder. */
async function askServer(directory: string, file: string, taking: Taking): Promise<void> {
  if ((await ask(directory, { snapshot: file }, taking)) && existsSync(file)) return;
  const id = randomUUID();
  const aside = asideIn(directory, id);
  try {
    if (!(await ask(directory, { aside: id }, taking)))
      throw new BackupRefused(`The server does not see ${directory}.`);
    await copyFile(aside, file, constants.COPYFILE_FICLONE);
  } finally {
    await rm(aside, { force: true });
  }
}

/** @returns false where the server does not see the folder. */
async function ask(directory: string, request: Request, { signal, onProgress }: Taking): Promise<boolean> {
  const socket = await knock(directory);
  const hangUp = (): void => void socket.destroy();
  signal.addEventListener('abort', hangUp);
  try {
    socket.write(`${JSON.stringify(request)}\n`);
    for await (const line of createInterface(socket)) {
      const answer = Answer.parse(JSON.parse(line));
      if ('taken' in answer) return true;
      if ('refused' in answer) {
        if (answer.unseen) return false;
        throw new BackupRefused(`The server could not write the backup: ${answer.refused}`);
      }
      onProgress(answer.done);
    }
    signal.throwIfAborted();
    throw new BackupRefused('The server ended while it wrote the backup. Take the backup again.');
  } finally {
    signal.removeEventListener('abort', hangUp);
    socket.destroy();
  }
}

async function knock(directory: string): Promise<Socket> {
  const door = doorOf(directory);
  try {
    if (!existsSync(door)) throw new Error('it has no socket there');
    const socket = connect(door);
    await once(socket, 'connect');
    // A line that breaks is a line that ends.
    socket.on('error', () => socket.destroy());
    return socket;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BackupRefused(
      `The data folder ${directory} is in use by a process that cannot be asked for a backup: ${reason}. Stop it first.`,
      { cause: error },
    );
  }
}
