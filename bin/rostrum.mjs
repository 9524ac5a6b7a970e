#!/usr/bin/env node
// The command line of Rostrum. It is written for the Node that the workspace brings along; this hands over to that one,
// whatever Node the machine has, and installs the workspace first where nobody has done so yet.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = 26;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(root, 'api', 'src', 'cli', 'main.ts');
const installed = join(root, 'api', 'node_modules');
const brought = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.CMD' : 'node');

if (!existsSync(installed)) install();
if (Number(process.versions.node.split('.')[0]) >= NEEDED) await import(pathToFileURL(main).href);
else handOver();

function install() {
  process.stderr.write('Installing what the lockfile names. This is done once.\n');
  const command = ['--yes', 'pnpm@12.21.0', 'install', '--frozen-lockfile'];
  const { status } = spawnSync('npx', command, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  process.stderr.write(`That failed. In ${root} run: npx ${command.join(' ')}\n`);
  process.exit(1);
}

function handOver() {
  const child = spawn(brought, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${brought} cannot be started: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}
