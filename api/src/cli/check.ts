// `rostrum check`: reads a whole store and says what is wrong with it.

import { StoreRefused } from '@rostrum/infra';
import { inspectStore } from './check/inspect.ts';
import { readOptions, required } from './command.ts';
import type { CliCommand } from './command.ts';
import { filesPlaceOf, withFiles } from './files.ts';
import { filesBeside, openSource, placeOf } from './place.ts';
import { Progress } from './progress.ts';

const help = `rostrum check --from <store> [--files <files>] [--json]

Reads a store from its first event to its last and says what is wrong: revisions that
are missing or doubled, ids that stand twice, types and shapes that this version does
not know, events that are not as they were written, documents whose file is missing or
has another digest. Streams that are not of Rostrum are counted and passed over. Nothing
is changed.

  --from    sqlite:<data folder>, or esdb://<host>:<port> as in EVENT_STORE
            env:NAME takes it from the variable NAME
  --files   folder:<folder>, or s3://<bucket> as in FILES
            of a data folder its own files/ is meant unless another place is named
  --json    the result as one JSON object, for machines

The data folder of a running server cannot be checked; take a backup, which is checked
on the way.

  rostrum check --from sqlite:./data
  rostrum check --from 'esdb://localhost:2113?tls=false' --files s3://documents --json

Exit codes: 0 no faults, 1 faults, or the store could not be read, 2 wrong use.`;

export const check: CliCommand = {
  summary: 'reads a whole store and says what is wrong with it',
  help,
  async run(words, surroundings) {
    const { say, signal } = surroundings;
    const given = readOptions(words, { from: 'text', files: 'text', json: 'flag' });
    const place = placeOf(required(given.from, '--from'), '--from', surroundings);
    const files = given.files === undefined ? filesBeside(place) : filesPlaceOf(given.files, '--files', surroundings);
    const progress = Progress.onStandardError();
    const store = await openSource(place, signal).catch((error: unknown) => {
      throw error instanceof StoreRefused && error.code === 'store.in-use' ? inUse(error) : error;
    });
    try {
      const report = await (files === undefined
        ? inspectStore(store, { files, progress, signal })
        : withFiles(files, 'read', (opened) => inspectStore(store, { files: opened, progress, signal })));
      if (given.json) say(JSON.stringify(report));
      else for (const line of report.lines()) say(line);
      return report.faultCount === 0 ? 0 : 1;
    } finally {
      progress.end();
      await store.close();
    }
  },
};

const inUse = (cause: StoreRefused): StoreRefused =>
  new StoreRefused(
    'store.in-use',
    'The data folder is in use. Stop its server, or take a backup with rostrum backup, which is checked on the way.',
    { cause },
  );
