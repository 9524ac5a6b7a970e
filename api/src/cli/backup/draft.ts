// A folder that comes into being whole or not at all: it is filled under another name, made durable, and renamed.

import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BackupRefused } from './refusal.ts';

export type Draft = {
  /** The folder to fill. */
  readonly directory: string;
  /** Makes it durable and puts it in its place. */
  readonly finish: () => Promise<void>;
  /** Removes it, where it is not finished. */
  readonly discard: () => Promise<void>;
};

/**
 * Begins a folder, for its owner alone. What an interrupted backup left at this place is cleared away.
 * @param like the folder whose owner is to own it, where the superuser makes it.
 * @throws BackupRefused where there is something already, or nothing can be made there.
 */
export async function beginDraft(place: string, like: string): Promise<Draft> {
  if (isTaken(place)) {
    throw new BackupRefused(`${place} is there already. Name a folder for the backup that does not exist yet.`);
  }
  const directory = `${place}.partial`;
  try {
    await rm(directory, { recursive: true, force: true });
    await mkdir(dirname(place), { recursive: true });
    await mkdir(directory, { mode: 0o700 });
    await ownAs(like, directory);
  } catch (error) {
    throw new BackupRefused(`No folder can be made at ${directory}: ${(error as Error).message}.`, { cause: error });
  }
  return {
    directory,
    finish: async () => {
      for (const path of await allIn(directory)) {
        await ownAs(like, path);
        await sync(path);
      }
      await rename(directory, place);
      await sync(dirname(place));
    },
    discard: () => rm(directory, { recursive: true, force: true }),
  };
}

/** An empty folder may stand there. */
function isTaken(place: string): boolean {
  if (!existsSync(place)) return false;
  try {
    return readdirSync(place).length > 0;
  } catch {
    return true;
  }
}

/** The folder and all that is in it, what lies deepest first. */
async function allIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return [
    ...entries
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .toReversed(),
    directory,
  ];
}

async function ownAs(like: string, path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(like);
  await chown(path, uid, gid);
}

async function sync(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
