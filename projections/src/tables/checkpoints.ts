// How far each table has come, kept in the same database as its rows and changed in the same transactions.

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Table } from './table.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS checkpoints (
    name TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    -- Of the last event that the table has taken in, or passed over.
    position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

export class Checkpoints {
  readonly #db: DatabaseSync;
  readonly #read: StatementSync;
  readonly #write: StatementSync;
  readonly #positions = new Map<string, bigint>();

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec(SCHEMA);
    this.#read = db.prepare('SELECT position FROM checkpoints WHERE name = ? AND version = ?');
    this.#read.setReadBigInts(true);
    this.#write = db.prepare('INSERT OR REPLACE INTO checkpoints VALUES (?, ?, ?)');
  }

  /** Position of the last event that the table has taken in; 0 for an empty one. */
  of(table: Table): bigint {
    return this.#positions.get(table.name) ?? 0n;
  }

  /** Moves tables on, inside the caller's transaction; `settle` afterwards, or `forget` where it was rolled back. */
  write(tables: readonly Table[], position: bigint): void {
    for (const { name, version } of tables) this.#write.run(name, version, position);
  }

  /** Takes note of positions whose transaction is committed. */
  settle(tables: readonly Table[], position: bigint): void {
    for (const { name } of tables) this.#positions.set(name, position);
  }

  /** Makes sure that the table exists in its present version: one of another version is dropped and starts from 0. */
  ensure(table: Table): void {
    const known = this.#read.get(table.name, table.version);
    if (known) this.#positions.set(table.name, known['position'] as bigint);
    else this.empty(table);
  }

  /** Drops a table and creates it again, empty, at position 0. */
  empty(table: Table): void {
    const kinds = this.#db.prepare('SELECT type, name FROM sqlite_schema WHERE name = ?');
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      for (const name of table.holds) {
        const found = kinds.get(name);
        if (found) this.#db.exec(`DROP ${found['type'] === 'view' ? 'VIEW' : 'TABLE'} ${name}`);
      }
      this.#db.exec(table.schema);
      this.write([table], 0n);
      this.#db.exec('COMMIT');
    } catch (cause) {
      this.#db.exec('ROLLBACK');
      throw cause;
    }
    this.settle([table], 0n);
  }
}
