// The names of all settings, from the README's table, which another test holds to what the server reads.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './composition.ts';

/** What a store for documents’ files is named and opened by. */
const CREDENTIALS = ['FILES', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];

export function settingNames(): readonly string[] {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('## Settings'), readme.indexOf('## The house'));
  return [...[...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name!), ...CREDENTIALS];
}
