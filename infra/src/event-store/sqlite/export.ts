/**
 * Opens the event store of a data folder to be read whole, and leaves its files as they are to the byte. The folder is
 * locked meanwhile, so it is one that no server uses.
 */

import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DELETIONS } from '../port.ts';
import type { StoreExport } from '../transfer.ts';
import { Entries } from './entries.ts';
import { unavailable } from './failure.ts';
import { lockFolder } from './folder-lock.ts';
import { EVENTS_FILE } from './open-database.ts';
import { bytesLogged, checkThere, openUntouched, probe } from './probe.ts';

/**
 * @throws StoreRefused where the folder has no store, is in use, or holds one that is damaged, newer or not ours.
 */
export async function openSqliteExport({ directory }: { readonly directory: string }): Promise<StoreExport> {
  const file = join(directory, EVENTS_FILE);
  checkThere(file);
  const release = lockFolder(directory);
  try {
    probe(file);
    const db = openUntouched(file, bytesLogged(file) > 0);
    const entries = new Entries(db);
    return {
      name: directory,
      lastPosition: async () => entries.lastPosition(),
      read: (until) => entries.read(until),
      isErased: async (stream, revision) => entries.isErased(stream, revision),
      inspect: async () => inspect(db),
      close: async () => {
        if (!db.isOpen) return;
        db.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw unavailable(error);
  }
}

/** What SQLite itself finds, and then what only this program's own rules forbid. */
export function inspect(db: DatabaseSync): readonly string[] {
  try {
    const found = db.prepare('PRAGMA integrity_check(20)').all() as { integrity_check: string }[];
    const faults = found.map((row) => row.integrity_check).filter((finding) => finding !== 'ok');
    if (faults.length > 0) return faults;
    return RULES.flatMap(({ broken, sentence }) => db.prepare(broken).all().map(sentence));
  } catch (error) {
    const { message } = unavailable(error) as Error;
    return [message];
  }
}

type Rule = { readonly broken: string; readonly sentence: (row: Record<string, unknown>) => string };

const RULES: readonly Rule[] = [
  {
    broken: `SELECT stream, count(*) AS events FROM events
      WHERE NOT EXISTS (SELECT 1 FROM streams WHERE key = events.stream) GROUP BY stream LIMIT 20`,
    sentence: ({ stream, events }) =>
      `${String(events)} events stand in the stream ${String(stream)}, whose name is missing.`,
  },
  {
    broken: `SELECT name, count(*) AS events FROM streams JOIN events ON events.stream = key
      WHERE revision <= erased_through AND (type IS NOT NULL OR data IS NOT NULL OR metadata IS NOT NULL)
      GROUP BY key LIMIT 20`,
    sentence: ({ name, events }) =>
      `${String(events)} events of the deleted stream ${String(name)} still have their text.`,
  },
  {
    broken: `SELECT name, count(*) AS events FROM streams JOIN events ON events.stream = key
      WHERE revision > erased_through AND id <> '' AND (type IS NULL OR data IS NULL OR metadata IS NULL)
      GROUP BY key LIMIT 20`,
    sentence: ({ name, events }) =>
      `${String(events)} events of the stream ${String(name)} have lost their text, though it is not deleted.`,
  },
  {
    broken: `SELECT name FROM streams WHERE erased_through >= 0 AND name NOT IN (
      SELECT data ->> '$.stream' FROM events JOIN streams AS s ON s.key = events.stream
      WHERE s.name = '${DELETIONS}' AND json_valid(data)) LIMIT 20`,
    sentence: ({ name }) => `The stream ${String(name)} is deleted, but no event says so.`,
  },
];
