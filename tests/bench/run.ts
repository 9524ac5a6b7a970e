// `npm run bench`: every benchmark beside its reference, as a table of ratios on the terminal and as JSON in a file. Name
// some (`npm run bench -- live fold`) to run those alone.

import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { commandRows } from './commands.ts';
import { deskRows } from './desk.ts';
import { eventStoreDbRows } from './eventstoredb.ts';
import { firstPaintRows } from './first-paint.ts';
import { foldRows } from './fold.ts';
import { liveRows } from './live.ts';
import { meetsBar } from './row.ts';
import type { Row } from './row.ts';
import { rebuildRows } from './rebuild.ts';
import { storeRows } from './store.ts';

const benches: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  commands: commandRows,
  live: liveRows,
  fold: foldRows,
  rebuild: rebuildRows,
  store: storeRows,
  eventstoredb: eventStoreDbRows,
  'first-paint': firstPaintRows,
  desk: deskRows,
};

const FILE = 'bench.json';

const figure = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2));

function line(row: Row): string {
  const { name, reference, unit, ours, theirs, ratio, bar, direction } = row;
  const beside = theirs === null ? '' : ` beside ${figure(theirs)} (${reference})`;
  const held = ratio === null ? `${figure(ours)} ${unit}` : `${ratio.toFixed(2)} ×`;
  return `${meetsBar(row) ? 'met   ' : 'missed'}  ${held.padStart(12)}  (${direction} ${bar}${ratio === null ? ` ${unit}` : ' ×'})  ${name}: ${figure(ours)} ${unit}${beside}`;
}

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.\n`);
  process.exit(1);
}

const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};
console.log(`${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}\n`);
const rows: Row[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const row of await bench()) {
    rows.push(row);
    console.log(line(row));
  }
}
writeFileSync(FILE, `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`);
console.log(`\nWritten to ${FILE}`);
