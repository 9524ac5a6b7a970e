/** The folder of files holds the contract. */

import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolderFiles } from '@rostrum/infra/adapters';
import { filesContract } from './files.ts';

filesContract('a folder', async () => {
  const root = mkdtempSync(join(tmpdir(), 'rostrum-files-'));
  const directory = join(root, 'files');
  return {
    files: openFolderFiles({ directory }),
    damage: (sha256, bytes) => writeFile(join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256), bytes),
    reopen: async () => openFolderFiles({ directory }),
    close: async () => rmSync(root, { recursive: true }),
  };
});
