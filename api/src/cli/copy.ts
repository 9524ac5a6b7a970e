// `rostrum copy`: moves a whole deployment's record, and its documents' files, from one store to another.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyFiles, copyStore } from '@rostrum/infra';
import type { Copied, CopyProgress } from '@rostrum/infra';
import { carryCheckpoints } from './checkpoints.ts';
import { readOptions, required, WrongUse } from './command.ts';
import type { CliCommand, Surroundings } from './command.ts';
import { filesPlaceOf, mayHaveFiles, nameOfFiles, withFiles } from './files.ts';
import type { FilesPlace } from './files.ts';
import { filesBeside, isSamePlace, openSource, openTarget, placeOf, withProcessHome } from './place.ts';
import type { Place } from './place.ts';
import { counted, inWords, Progress } from './progress.ts';

const help = `rostrum copy --from <store> --to <store> [--files-from <files>] [--files-to <files>]

Copies a whole store into an empty one: every event with its id, its data, its revision
and its place in the order of all, and the deletions. At the end both are read again and
compared event by event.

A copy that was interrupted, in whatever way, goes on when the same command is run
again. A source that was written to since then is no obstacle: what is new is copied. A
target that is anything else than empty or the beginning of such a copy is refused and
left as it is.

  --from         sqlite:<data folder>, or esdb://<host>:<port> as in EVENT_STORE
  --to           the same; a folder is made where it is missing
                 env:NAME takes either from the variable NAME, so that a password is seen by nobody
  --files-from   where the documents' files are: folder:<folder>, or s3://<bucket> as in FILES
  --files-to     where they are to be
                 of a data folder its own files/ is meant unless another place is named
  --last         nothing more will be copied there: what was deleted between two copies to an
                 EventStoreDB is cleared away, so that its next scavenge leaves none of its text

Stop the servers of a data folder first, on either side. An EventStoreDB may be written
to while it is copied; the copy then ends with what stood when it began. Nobody may
write to the target. The secret that seals sessions is not copied: put secrets/ or SECRET
in its place to keep people signed in.

  rostrum copy --from sqlite:./data --to 'esdb://localhost:2113?tls=false'
  rostrum copy --from 'esdb://localhost:2113?tls=false' --to sqlite:./data-of-one-machine
  rostrum copy --from sqlite:./data --to env:EVENT_STORE --files-to s3://documents
  rostrum copy --from sqlite:./data --to sqlite:./elsewhere

Exit codes: 0 both hold the same, 1 not copied, or not whole, 2 wrong use.`;

const PHASES: Readonly<Record<CopyProgress['phase'], string>> = {
  comparing: 'Comparing what is there',
  copying: 'Copying the record',
  verifying: 'Verifying',
};

export const copy: CliCommand = {
  summary: 'copies a whole store into another: SQLite and EventStoreDB, either way',
  help,
  async run(words, surroundings) {
    const given = readOptions(words, {
      from: 'text',
      to: 'text',
      'files-from': 'text',
      'files-to': 'text',
      last: 'flag',
    });
    const from = placeOf(required(given.from, '--from'), '--from', surroundings);
    const to = placeOf(required(given.to, '--to'), '--to', surroundings);
    if (isSamePlace(from, to)) throw new WrongUse('--from and --to are the same store.');
    const files = filesOf(given['files-from'], given['files-to'], from, to, surroundings);
    const progress = Progress.onStandardError();
    try {
      await copyRecord(from, to, given.last, progress, surroundings);
      if (files === undefined) {
        surroundings.say(
          'The documents’ files were not copied. Run this again and say with --files-from and --files-to where they are and are to be.',
        );
      } else if (mayHaveFiles(files.from)) return (await copyDocuments(files, progress, surroundings)) ? 0 : 1;
      return 0;
    } finally {
      progress.end();
    }
  },
};

async function copyRecord(
  from: Place,
  to: Place,
  last: boolean,
  progress: Progress,
  { say, signal }: Surroundings,
): Promise<void> {
  const source = await openSource(from, signal);
  try {
    const target = await openTarget(to, signal);
    try {
      const copied = await copyStore(source, target, {
        signal,
        last,
        onProgress: ({ phase, events, done }) => progress.show(PHASES[phase], done, { count: events, unit: 'events' }),
      });
      progress.end();
      for (const line of told(copied, source.name, target.name)) say(line);
      const { until } = copied;
      const carried = await withProcessHome(from, signal, (home) =>
        withProcessHome(to, signal, (newHome) => carryCheckpoints({ source, target, until, from: home, to: newHome })),
      );
      if (carried.length > 0) say(`These processes go on in the target where they stopped: ${carried.join(', ')}.`);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
  if (to.kind === 'folder') forgetLists(to.directory);
}

/** Lists that were made from another record; the next server makes them from this one. */
function forgetLists(directory: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(directory, `read-models.sqlite${suffix}`), { force: true });
}

function told(
  { found, copied, events, digest, foreign, deletedMeanwhile, uncleared }: Copied,
  from: string,
  to: string,
): string[] {
  const before = found > 0 ? `; ${inWords(found)} there before` : '';
  return [
    `${counted(copied, 'event')} copied from ${from} to ${to}${before}.`,
    `Both hold the same ${counted(events, 'event')} in the same order. SHA-256 over them: ${digest}`,
    ...(foreign > 0 ? [`Left out, since not of Rostrum: ${counted(foreign, 'event')} of the source.`] : []),
    ...(deletedMeanwhile > 0
      ? [
          `${counted(deletedMeanwhile, 'event')} deleted in the source meanwhile. Run this again to delete them in the target.`,
        ]
      : []),
    ...(uncleared > 0
      ? [
          `${counted(uncleared, 'stream')} deleted since an earlier copy still ${uncleared === 1 ? 'has its' : 'have their'} last event on the server. Once nothing more is to be copied, run this again with --last to clear that away.`,
        ]
      : []),
  ];
}

type FromTo = { readonly from: FilesPlace; readonly to: FilesPlace };

/** Undefined where the files are not to be copied, because nobody has said where they are. */
function filesOf(
  from: string | undefined,
  to: string | undefined,
  source: Place,
  target: Place,
  surroundings: Surroundings,
): FromTo | undefined {
  const filesFrom = from === undefined ? filesBeside(source) : filesPlaceOf(from, '--files-from', surroundings);
  const filesTo = to === undefined ? filesBeside(target) : filesPlaceOf(to, '--files-to', surroundings);
  if (from !== undefined && filesFrom !== undefined && !mayHaveFiles(filesFrom)) {
    throw new WrongUse(`--files-from names ${nameOfFiles(filesFrom)}, which is not there.`);
  }
  if (filesFrom !== undefined && filesTo !== undefined) return { from: filesFrom, to: filesTo };
  if (from === undefined && to === undefined) return undefined;
  throw new WrongUse(`${filesFrom === undefined ? '--files-from' : '--files-to'} is missing.`);
}

/** False where some of them could not be read whole. */
function copyDocuments({ from, to }: FromTo, progress: Progress, { say, signal }: Surroundings): Promise<boolean> {
  return withFiles(from, 'read', (source) =>
    withFiles(to, 'write', async (target) => {
      const { seen, sent, damaged } = await copyFiles(source, target, {
        signal,
        onProgress: (copied) =>
          progress.show('Copying the documents', undefined, { count: copied.seen, unit: 'files' }),
      });
      progress.end();
      say(`${inWords(sent)} of ${counted(seen, 'file')} copied from ${nameOfFiles(from)} to ${nameOfFiles(to)}.`);
      for (const sha256 of damaged) say(`${sha256} is damaged there and was left out. Restore it from a backup.`);
      return damaged.length === 0;
    }),
  );
}
