/**
 * Group commit: the appends that arrive within one turn of the event loop share one transaction, and so one wait for
 * the disk. Each has its own outcome; none is told before COMMIT has returned.
 */

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { WrongExpectedRevision } from '../errors.ts';
import type { Appended } from '../port.ts';
import type { Append, Appender } from './append.ts';
import { commitFailed, unavailable } from './failure.ts';
import type { Row } from './record.ts';
import type { Streams } from './streams.ts';

type Waiting = Append & {
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
};

export class GroupCommit {
  readonly #db: DatabaseSync;
  readonly #streams: Streams;
  readonly #appender: Appender;
  readonly #committed: (rows: readonly Row[]) => void;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  #queue: Waiting[] = [];

  /** @param committed is called with the rows of every transaction that wrote some, right after its COMMIT. */
  constructor(db: DatabaseSync, streams: Streams, appender: Appender, committed: (rows: readonly Row[]) => void) {
    this.#db = db;
    this.#streams = streams;
    this.#appender = appender;
    this.#committed = committed;
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
  }

  /** Queues an append for the transaction at the end of this turn. */
  append(append: Append): Promise<Appended> {
    return new Promise((resolve, reject) => {
      if (this.#queue.length === 0) setImmediate(() => this.flush());
      this.#queue.push({ ...append, resolve, reject });
    });
  }

  /** Commits what is queued, now. */
  flush(): void {
    const batch = this.#queue;
    this.#queue = [];
    if (batch.length > 0) this.#settle(batch);
  }

  /**
   * Runs `work` in a transaction of its own, after what was queued before it.
   * @param work receives the array for the rows it writes.
   * @throws StoreUnavailable, OutcomeUnknown, and what `work` throws.
   */
  alone<T>(work: (written: Row[]) => T): T {
    this.flush();
    const written: Row[] = [];
    const result = this.#transact(() => work(written));
    this.#tell(written);
    return result;
  }

  #settle(batch: readonly Waiting[]): void {
    const written: Row[] = [];
    let outcomes: (Appended | WrongExpectedRevision)[];
    try {
      outcomes = this.#transact(() => batch.map((append) => this.#write(append, written)));
    } catch (error) {
      // One append may be all that does not fit: alone, each has its own outcome.
      if (batch.length > 1) for (const append of batch) this.#settle([append]);
      else batch[0]!.reject(error);
      return;
    }
    this.#tell(written);
    batch.forEach((append, index) => {
      const outcome = outcomes[index]!;
      if (outcome instanceof WrongExpectedRevision) append.reject(outcome);
      else append.resolve(outcome);
    });
  }

  #write(append: Append, written: Row[]): Appended | WrongExpectedRevision {
    try {
      return this.#appender.write(append, written);
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return error;
      throw error;
    }
  }

  #transact<T>(work: () => T): T {
    const { position } = this.#appender;
    let committing = false;
    try {
      this.#begin.run();
      const result = work();
      committing = true;
      this.#commit.run();
      return result;
    } catch (error) {
      this.#appender.position = position;
      this.#streams.forget();
      this.#rollBack();
      throw committing ? commitFailed(error) : unavailable(error);
    }
  }

  #tell(written: readonly Row[]): void {
    if (written.length > 0) this.#committed(written);
  }

  /** SQLite has ended the transaction by itself after most failures (sqlite.org/lang_transaction.html, section 3). */
  #rollBack(): void {
    if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
  }
}
