// What the README claims of the settings is what the server reads.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingsTable } from './settings.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the README has the table of all settings as it is', () => {
  const rows = settingsTable.map(
    ({ name, default: fallback, meaning }) =>
      `| \`${name}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${meaning} |`,
  );
  const start = readme.indexOf('| --- | --- | --- |\n') + '| --- | --- | --- |\n'.length;
  expect(readme.slice(start, readme.indexOf('\n\n', start)).split('\n')).toEqual(rows);
});
