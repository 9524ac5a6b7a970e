/** The home of processes in a data folder holds the contract. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalProcessHome } from '@rostrum/infra/adapters';
import { processHomeContract } from './process-home.ts';

processHomeContract('in a data folder', async () => {
  const root = mkdtempSync(join(tmpdir(), 'rostrum-processes-'));
  let now = 0;
  const open = () => openLocalProcessHome({ directory: join(root, 'processes'), elapsed: () => now });
  const home = open();
  return {
    homes: [home, home],
    elapse: (milliseconds) => {
      now += milliseconds;
    },
    reopen: async () => open(),
    close: async () => rmSync(root, { recursive: true }),
  };
});
