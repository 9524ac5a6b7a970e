/** The folder of files holds the contract. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolderFiles } from '@rostrum/infra/adapters';
import { filesContract } from './files.ts';

filesContract('a folder', async () => {
  const root = mkdtempSync(join(tmpdir(), 'rostrum-files-'));
  const directory = join(root, 'files');
  return {
    files: openFolderFiles({ directory }),
    reopen: async () => openFolderFiles({ directory }),
    close: async () => rmSync(root, { recursive: true }),
  };
});
