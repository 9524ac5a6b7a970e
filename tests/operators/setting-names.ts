// The names of all settings, from the README's table, which another test holds to what the server reads.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './composition.ts';

export function settingNames(): readonly string[] {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('## Settings'), readme.indexOf('## The house'));
  return Array.from(table.matchAll(/^\| `([A-Z_]+)`/gm), ([, name]) => name!);
}
