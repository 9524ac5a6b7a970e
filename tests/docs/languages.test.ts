// What docs/languages.md says of the languages holds.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'languages.md'), 'utf8');

it('names places that there are', () => {
  const named = [...page.matchAll(/`((?:web|projections)\/[\w./-]+)`/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('names the languages that the pages speak and that minutes are written in', () => {
  const tagsIn = (folder: string) =>
    readdirSync(join(root, folder))
      .filter((name) => /^[a-z]{2}(-\w+)?\.ts$/.test(name))
      .toSorted();
  expect(page).toContain('The pages speak English and Simplified Chinese.');
  expect(tagsIn('web/src/i18n/languages')).toEqual(['en.ts', 'zh-CN.ts']);
  expect(tagsIn('projections/src/meeting/minutes/words')).toEqual(['en.ts', 'zh-cn.ts']);
});
