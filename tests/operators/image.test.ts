// The Dockerfile copies what there is, in the versions that the workspace names, and runs as nobody in particular.

import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './composition.ts';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The Dockerfile's instructions, each on one line. */
const instructions = read('infra/Dockerfile')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => ({ word: line.split(' ', 1)[0]!, rest: line.slice(line.indexOf(' ') + 1).trim() }));

const all = (word: string) => instructions.filter((instruction) => instruction.word === word).map(({ rest }) => rest);

/** The paths that an instruction copies from the repository. */
const copied = all('COPY')
  .filter((rest) => !rest.startsWith('--from='))
  .flatMap((rest) => rest.split(/\s+/).slice(0, -1));

/** Whether .dockerignore lets a path through, as Docker reads it: the last pattern that matches decides. */
function letThrough(path: string): boolean {
  let through = true;
  for (const line of read('.dockerignore').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const pattern = line.replace(/^!/, '');
    const matches = pattern.startsWith('**/')
      ? new RegExp(`(?:^|/)${pattern.slice(3).replaceAll('.', '\\.').replaceAll('*', '[^/]*')}(?:/|$)`).test(path)
      : pattern === '*' || path === pattern || path.startsWith(`${pattern}/`);
    if (matches) through = line.startsWith('!');
  }
  return through;
}

const workspace = parse(read('pnpm-workspace.yaml')) as { packages: string[]; catalog: Record<string, string> };

describe('the Dockerfile', () => {
  test('copies only what there is and what .dockerignore lets through', () => {
    expect(copied.length).toBeGreaterThan(10);
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(copied.filter((path) => !letThrough(path))).toEqual([]);
  });

  test('copies the manifest of every package, which the lockfile speaks of', () => {
    expect(copied).toEqual(expect.arrayContaining(workspace.packages.map((name) => `${name}/package.json`)));
  });

  test('copies from stages that there are', () => {
    const stages = all('FROM').flatMap((rest) => / AS (\S+)$/.exec(rest)?.[1] ?? []);
    const copiedFrom = all('COPY').flatMap((rest) => /^--from=(\S+)/.exec(rest)?.[1] ?? []);
    expect(copiedFrom.length).toBeGreaterThan(0);
    expect(stages).toEqual(expect.arrayContaining(copiedFrom));
  });

  test('runs the Node and the pnpm of the workspace', () => {
    const node = workspace.catalog['node']!;
    const bases = all('FROM').filter((rest) => rest.startsWith('node:'));
    expect(bases.length).toBeGreaterThan(0);
    for (const base of bases) expect(base).toMatch(new RegExp(`^node:${node.replaceAll('.', '\\.')}-[a-z]+-slim( |$)`));
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const pnpm = /pnpm@[\d.]+/.exec(scripts['start']!)![0];
    expect(all('RUN').join('\n')).toContain(`npm install --global ${pnpm}`);
  });

  test('runs as a user without rights, listens where it says, and looks at itself without other programs', () => {
    expect(all('USER')).toEqual(['node']);
    expect(all('STOPSIGNAL')).toEqual(['SIGTERM']);
    const environment = all('ENV').join(' ');
    expect(all('EXPOSE')).toEqual([/\bPORT=(\d+)/.exec(environment)?.[1]]);
    expect(all('VOLUME')).toEqual([/\bDATA_DIR=(\S+)/.exec(environment)?.[1]]);
    expect(all('HEALTHCHECK').join()).toContain('/healthz');
    expect(all('CMD')).toEqual(['["node", "api/src/main.ts"]']);
  });

  test('has the command line at hand', () => {
    const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> };
    const [name, script] = Object.entries(bin)[0]!;
    expect(all('RUN').join()).toContain(`ln --symbolic /app/${script.replace('./', '')} /usr/local/bin/${name}`);
    expect(statSync(join(ROOT, script)).mode & 0o111).toBe(0o111);
  });
});

test('.dockerignore keeps tests, secrets and what was built elsewhere outside', () => {
  const tests = globSync('{api,events,infra,projections,web}/src/**/*.{test,fixture}.ts', { cwd: ROOT });
  expect(tests.length).toBeGreaterThan(100);
  expect(tests.filter(letThrough)).toEqual([]);
  const kept = [
    'infra/.env',
    'infra/secrets/rostrum',
    'web/dist/index.html',
    'api/node_modules/hono',
    'data/events.sqlite',
    '.git/config',
  ];
  expect(kept.filter(letThrough)).toEqual([]);
});
