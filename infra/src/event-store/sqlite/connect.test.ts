import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connect } from './connect.ts';
import { dataFolder } from './data-folder.fixture.ts';
import { EVENTS_FILE } from './open-database.ts';
import { createDatabase } from './schema.ts';

it('waits for the disk at every commit', () => {
  const file = join(dataFolder(), EVENTS_FILE);
  createDatabase(file);
  const db = connect(file, undefined);
  // 2 stands for FULL (sqlite.org/pragma.html): in WAL mode NORMAL would lose the last commits in a power cut.
  expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  db.close();
});

it('has the file to itself, and needs no shared index beside it', () => {
  const directory = dataFolder();
  const file = join(directory, EVENTS_FILE);
  createDatabase(file);
  const db = connect(file, undefined);
  db.exec("INSERT INTO streams (name) VALUES ('meeting-1')");
  expect(readdirSync(directory).toSorted()).toEqual([EVENTS_FILE, `${EVENTS_FILE}-wal`]);
  const script = `const { DatabaseSync } = require('node:sqlite');
    new DatabaseSync(${JSON.stringify(file)}).prepare('SELECT * FROM streams').all();`;
  const other = spawnSync(process.execPath, ['--eval', script], { encoding: 'utf8' });
  expect(other.status).not.toBe(0);
  expect(other.stderr).toContain('database is locked');
  db.close();
});
