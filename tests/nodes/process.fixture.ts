// A process on a node of its own, which says what it handles. Run with the connection string.

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Log, runProcess } from '@rostrum/api/server';
import { systemClock } from '@rostrum/infra';
import { openEventStoreDb } from '@rostrum/infra/adapters';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const leaving = new AbortController();
process.on('SIGTERM', () => leaving.abort());

const store = await openEventStoreDb({ connectionString: process.argv[2]! });
const { ended } = runProcess({
  name: 'usher',
  prefixes: ['meeting-'],
  from: 'start',
  handle: async ({ data }, { fence, signal }) => {
    const { notice } = data as { readonly notice: string };
    say(`begun ${notice} ${fence}`);
    await pause(5, undefined, { signal });
    say(`handled ${notice} ${fence}`);
  },
  home: store.processHome,
  store,
  log: new Log({ level: 'error', clock: systemClock, write: (line) => void process.stderr.write(line) }),
  holder: randomUUID(),
  signal: leaving.signal,
  ttlMs: 1500,
});
say('It runs at process:usher');
await ended;
await store.close();
process.exit(0);
