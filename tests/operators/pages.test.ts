// What the pages for operators name is there: files and headings that they lead to, settings, measurements, and the commands
// with their options.

import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepared, ROOT } from './composition.ts';
import type { Prepared } from './composition.ts';
import { settingNames } from './setting-names.ts';

let infra: Prepared;
beforeAll(() => void (infra = prepared('https://meetings.example.org')));
afterAll(() => rmSync(infra.directory, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** A heading's name in a link, as the places where such pages are read make it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

function leadsNowhere(file: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? file : join(dirname(file), path);
  if (!existsSync(join(ROOT, target))) return true;
  if (anchor === undefined) return false;
  const headings = Array.from(read(target).matchAll(/^#+ (.+)$/gm), ([, heading]) => anchorOf(heading!));
  return !headings.includes(anchor);
}

const pages = ['README.md', 'docs/operating.md', 'docs/many-machines.md', 'docs/scale.md', 'docs/security.md'];

describe.each(pages)('%s', (file) => {
  const text = read(file);

  test('leads to files and headings that are there', () => {
    const links = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, link]) => link!);
    expect(links.filter((link) => !/^https?:/.test(link) && leadsNowhere(file, link))).toEqual([]);
  });

  test('names files of the repository that are there', () => {
    const named = Array.from(
      text.matchAll(/`((?:infra|tests|bin|docs|api|web)\/[\w./-]*\w\.\w+)`/g),
      ([, path]) => path!,
    );
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('the pages for operators', () => {
  const text = pages
    .slice(1)
    .map((file) => read(file))
    .join('\n');

  test('name settings that there are', () => {
    // The last is Node's own, the two before it are the beginnings of the event store's.
    const others = ['HEAD', 'SIGINT', 'KURRENTDB_', 'EVENTSTORE_', 'NODE_EXTRA_CA_CERTS'];
    const known = new Set([...settingNames(), ...Object.keys(infra.settings), ...others]);
    const named = Array.from(text.matchAll(/`([A-Z][A-Z_]{3,})(?:=[^`]*)?`/g), ([, name]) => name!);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  test('name measurements that the server makes', () => {
    const sources = globSync('api/src/**/*.ts', { cwd: ROOT }).map(read).join('\n');
    const made = new Set(Array.from(sources.matchAll(/'((?:rostrum|process)_[a-z_]+)'/g), ([, name]) => name!));
    const named = Array.from(text.matchAll(/\b(?:rostrum|process)_[a-z_]{4,}\b/g), ([name]) =>
      name.replace(/_bucket$/, ''),
    );
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !made.has(name))).toEqual([]);
  });

  test('give commands and options that the command line knows', () => {
    const helps = new Map(
      ['copy', 'backup', 'check'].map((command) => [
        command,
        execFileSync(process.execPath, [join(ROOT, 'bin', 'rostrum.mjs'), command, '--help'], { encoding: 'utf8' }),
      ]),
    );
    const given = Array.from(text.matchAll(/\brostrum(?:\.mjs)? ([a-z]+)((?: (?:--[a-z-]+|"[^"]*"|[^\s`'"-]\S*))*)/g));
    const options = given.flatMap(([, command, words]) =>
      Array.from(words!.matchAll(/--[a-z-]+/g), ([option]) => ({ command: command!, option })),
    );
    expect(options.length).toBeGreaterThan(10);
    expect(options.filter(({ command, option }) => !helps.get(command)?.includes(`${option} `))).toEqual([]);
  });
});
