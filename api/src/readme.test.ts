// What the README claims of the settings is what the server reads.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingsTable } from './settings.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The cells of the table of settings, without its head. */
const cells = readme
  .slice(readme.indexOf('## Settings'), readme.indexOf('## The house'))
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test('the README has the table of all settings as it is', () => {
  expect(cells).toEqual(
    settingsTable.map(({ name, default: fallback, meaning }) => [
      `\`${name}\``,
      fallback === '' ? '' : `\`${fallback}\``,
      meaning,
    ]),
  );
});
