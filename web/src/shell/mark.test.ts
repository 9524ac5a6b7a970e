import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const formIn = (file: string) => / d="([^"]+)"/.exec(readFileSync(join(import.meta.dirname, file), 'utf8'))?.[1];

it('is the same on the page and in the tab', () => {
  expect(formIn('mark.svg')).toMatch(/^M/);
  expect(formIn('mark.tsx')).toBe(formIn('mark.svg'));
});
