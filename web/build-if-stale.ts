/**
 * Builds the web application when what it is made of is newer than what was built, so that starting from a fresh clone
 * needs no step of its own and starting again costs nothing.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = import.meta.dirname;
const root = dirname(web);
const built = join(web, 'dist', 'index.html');

/** Everything that ends up in the bundle: the web's own files, and the packages that run in the browser. */
const sources = [
  join(web, 'index.html'),
  join(web, 'package.json'),
  join(web, 'public'),
  join(web, 'src'),
  join(web, 'vite.config.ts'),
  join(web, 'layer-order.ts'),
  join(web, 'pure-packages.ts'),
  join(web, 'together.ts'),
  join(root, 'events', 'src'),
  join(root, 'projections', 'src'),
  join(root, 'pnpm-lock.yaml'),
];

if (newest(sources) > modified(built)) build();

/** The latest modification under the given files and folders, in milliseconds since the epoch; 0 when there is none. */
function newest(paths: string[]): number {
  return Math.max(0, ...paths.flatMap((path) => [path, ...contents(path)]).map(modified));
}

function contents(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() ? readdirSync(path, { recursive: true }).map((name) => join(path, String(name))) : [];
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function build(): void {
  process.stdout.write('Building the web application.\n');
  const vite = fileURLToPath(new URL('./bin/vite.js', import.meta.resolve('vite/package.json')));
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: web,
    encoding: 'utf8',
  });
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}`);
  process.stderr.write(
    `The web application could not be built (see ${relative(root, web)}, ${signal ?? `exit ${status}`}).\n`,
  );
  process.exit(1);
}
