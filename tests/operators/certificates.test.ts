// The script that makes the event store's certificates, run with a stand-in for the program that makes one: what is made
// when, what stays, and who may read it. Names and days are handed to that program as written.

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from './composition.ts';

const DAY = 24 * 60 * 60;

/** Refuses a folder that is there already, as the real one does; writes what it was asked into what it makes. */
const STAND_IN = `#!/bin/sh
set -eu
asked="$*"
while [ $# -gt 0 ]; do [ "$1" = -out ] && out=$2; shift; done
mkdir "$out"
case $asked in create-ca*) name=ca ;; *) name=node ;; esac
for kind in crt key; do echo "$kind $(date +%s%N) $asked" >"$out/$name.$kind"; chmod 0400 "$out/$name.$kind"; done
`;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rostrum-certificates-'));
  for (const name of ['bin', 'authority', 'trust', 'eventstore1', 'eventstore2']) mkdirSync(join(directory, name));
  writeFileSync(join(directory, 'bin', 'es-gencert-cli'), STAND_IN);
  chmodSync(join(directory, 'bin', 'es-gencert-cli'), 0o755);
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const make = (...nodes: readonly string[]) =>
  execFileSync(join(ROOT, 'infra', 'eventstoredb', 'certificates.sh'), nodes, {
    encoding: 'utf8',
    env: {
      PATH: `${join(directory, 'bin')}:${process.env['PATH']}`,
      CERTIFICATES: directory,
      OWNER: `${process.getuid!()}:${process.getgid!()}`,
    },
  });
const read = (file: string) => readFileSync(join(directory, file), 'utf8');
const modeOf = (file: string) => (statSync(join(directory, file)).mode & 0o777).toString(8);

test('makes an authority, and a certificate for each node under the name by which it is reached', () => {
  expect(make('eventstore1', 'eventstore2')).toContain('The certificate of eventstore2 is new.');
  expect(readdirSync(join(directory, 'trust'))).toEqual(['ca.crt']);
  expect(read('trust/ca.crt')).toBe(read('authority/ca.crt'));
  for (const node of ['eventstore1', 'eventstore2']) {
    expect(readdirSync(join(directory, node)).sort()).toEqual(['node.crt', 'node.key']);
    expect(read(`${node}/node.crt`)).toContain(`-dns-names ${node},localhost `);
    expect(modeOf(`${node}/node.key`)).toBe('400');
  }
  expect(modeOf('trust/ca.crt')).toBe('444');
});

test('leaves at the next start what it made, and makes anew what is about to end, by the same authority', () => {
  make('eventstore1', 'eventstore2');
  const files = ['authority/ca.crt', 'authority/ca.key', 'eventstore1/node.crt', 'eventstore2/node.key'] as const;
  const before = files.map(read);
  expect(make('eventstore1', 'eventstore2')).toContain('The certificate of eventstore1 stays.');
  expect(files.map(read)).toEqual(before);

  const old = Date.now() / 1000 - 302 * DAY;
  utimesSync(join(directory, 'eventstore1', 'node.crt'), old, old);
  make('eventstore1', 'eventstore2');
  const [authority, key, first, second] = files.map(read);
  expect([authority, key, second]).toEqual([before[0], before[1], before[3]]);
  expect(first).not.toBe(before[2]);
});
