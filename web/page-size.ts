/**
 * What a page costs over the wire: the gzipped bytes of all scripts that it loads before it is usable. Run by itself after
 * a build, it prints the attendee's page and fails where that is over its budget.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Vite's build manifest: a module or chunk by its name, with the file it became and what it imports at once. */
type Chunk = { readonly file: string; readonly imports?: readonly string[] };
type Manifest = Readonly<Record<string, Chunk>>;

export type ScriptSize = { readonly file: string; readonly gzip: number };

/** What an attendee's browser loads from the personal link to the room, the video client aside. */
export const attendeePage = [
  'index.html',
  'src/app.tsx',
  'src/i18n/languages/en.ts',
  'src/pages/doors/layout.tsx',
  'src/pages/doors/join.tsx',
  'src/pages/meeting/layout.tsx',
  'src/pages/room/page.tsx',
  'src/i18n/en/room.ts',
];

/** Bytes, gzipped. */
export const attendeeBudget = 80 * 1000;

/**
 * Every script that the named modules load at once, each counted once.
 * @param dist folder of the build
 * @param modules names in the manifest
 * @throws RangeError where the build has no such module
 */
export function scriptsOf(dist: string, modules: readonly string[]): ScriptSize[] {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const found = new Set<string>();
  const collect = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk) throw new RangeError(`The build has no ${name}. Build the web application, or correct the name.`);
    if (found.has(chunk.file)) return;
    found.add(chunk.file);
    chunk.imports?.forEach(collect);
  };
  modules.forEach(collect);
  return Array.from(found, (file) => ({ file, gzip: gzipSync(readFileSync(join(dist, file)), { level: 6 }).length }));
}

if (import.meta.main) {
  const scripts = scriptsOf(join(import.meta.dirname, 'dist'), attendeePage).toSorted((a, b) => b.gzip - a.gzip);
  const total = scripts.reduce((sum, { gzip }) => sum + gzip, 0);
  for (const { file, gzip } of scripts) process.stdout.write(`${String(gzip).padStart(7)}  ${file}\n`);
  process.stdout.write(`${String(total).padStart(7)}  the attendee's page, of ${attendeeBudget} bytes\n`);
  if (total > attendeeBudget) process.exitCode = 1;
}
