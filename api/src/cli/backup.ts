// `rostrum backup`: a consistent copy of a data folder, while its server runs or not.

import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copyFiles } from '@rostrum/infra';
import { openFolderFiles, openSqliteExport } from '@rostrum/infra/adapters';
import { beginDraft } from './backup/draft.ts';
import { BackupRefused } from './backup/refusal.ts';
import { takeRecord } from './backup/snapshot.ts';
import { inspectStore } from './check/inspect.ts';
import type { Report } from './check/report.ts';
import { readOptions, required, WrongUse } from './command.ts';
import type { CliCommand } from './command.ts';
import { filesIn, placeOf, PROCESSES } from './place.ts';
import { counted, Progress } from './progress.ts';

const help = `rostrum backup --from <data folder> --to <new folder>

Copies a data folder: the record, the documents' files, the secret that seals sessions,
and where processes stopped. The server may run meanwhile and loses nothing by it:
everything that it had acknowledged when the backup began is in the copy, with every
file that the copy names. What was deleted is not in it. The lists (read-models.sqlite)
are left out, since they are built from the record.

The copy is written beside its place under another name, checked as rostrum check does,
and then renamed: it is there whole or not at all.

  --from   the data folder (DATA_DIR) of a deployment whose record is in SQLite
  --to     a folder that does not exist yet

To restore it, stop the server and put the copy in the place of the data folder. A
record that is in EventStoreDB is backed up by that server's own means.

  rostrum backup --from ./data --to ./backup-$(date +%F)

Exit codes: 0 made and checked, 1 not made, or made and the record has faults, 2 wrong use.`;

/** The folder of the deployment's own secrets. */
const SECRETS = 'secrets';

export const backup: CliCommand = {
  summary: 'copies a data folder while its server runs',
  help,
  async run(words, surroundings) {
    const { startedFrom, say, signal } = surroundings;
    const given = readOptions(words, { from: 'text', to: 'text' });
    const place = placeOf(required(given.from, '--from'), '--from', surroundings);
    if (place.kind !== 'folder') {
      throw new WrongUse('--from is an EventStoreDB, which is backed up by its own means (see docs/operating.md).');
    }
    const { directory } = place;
    const to = resolve(startedFrom, required(given.to, '--to'));
    const progress = Progress.onStandardError();
    const draft = await beginDraft(to, directory);
    try {
      const { report, files } = await fill(draft.directory, directory, progress, signal);
      await draft.finish();
      say(`${to} holds ${counted(report.events, 'event')} and ${counted(files, 'file')} of ${directory}.`);
      if (report.faultCount === 0) return 0;
      for (const line of report.lines()) say(line);
      say('The backup is as its source is. Run rostrum check on the source and on an earlier backup.');
      return 1;
    } finally {
      progress.end();
      await draft.discard();
    }
  },
};

type Filled = { readonly report: Report; readonly files: number };

async function fill(draft: string, directory: string, progress: Progress, signal: AbortSignal): Promise<Filled> {
  // Where processes stopped goes first: a process that begins too early does something twice, one too late leaves it out.
  await copySmallFiles(directory, draft, PROCESSES);
  await takeRecord(directory, join(draft, 'events.sqlite'), {
    signal,
    onProgress: (done) => progress.show('Copying the record', done),
  });
  // Files go after the record: each was stored before an event could name it.
  const files = openFolderFiles({ directory: filesIn(draft) });
  const copied = await copyFiles(openFolderFiles({ directory: filesIn(directory), readOnly: true }), files, {
    signal,
    onProgress: ({ seen }) => progress.show('Copying the documents', undefined, { count: seen, unit: 'files' }),
  });
  await copySmallFiles(directory, draft, SECRETS);
  const store = await openSqliteExport({ directory: draft });
  try {
    const report = await inspectStore(store, { files, progress, signal });
    const broken = report.faults.filter(({ kind }) => kind === 'store');
    if (broken.length === 0) return { report, files: copied.seen };
    throw new BackupRefused(
      `The copy is not sound, so it was removed: ${broken.map(({ sentence }) => sentence).join(' ')} Run rostrum check on ${directory}.`,
    );
  } finally {
    await store.close();
    await rm(join(draft, 'lock'), { force: true });
  }
}

async function copySmallFiles(from: string, to: string, name: string): Promise<void> {
  const source = join(from, name);
  if (!existsSync(source)) return;
  const target = join(to, name);
  try {
    await mkdir(target, { mode: 0o700 });
    for (const entry of await readdir(source, { withFileTypes: true })) {
      if (entry.isFile()) await copyFile(join(source, entry.name), join(target, entry.name));
    }
  } catch (error) {
    throw new BackupRefused(`${source} cannot be copied: ${(error as Error).message}.`, { cause: error });
  }
}
