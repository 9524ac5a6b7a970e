/**
 * Deletes a stream so that its text is gone from the files. Its rows are blanked in place (see `schema.ts`), freed pages
 * are zeroed by `secure_delete`, and the write-ahead log, which still holds the old pages, is emptied.
 */

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Clock } from '../../clock.ts';
import { StoreUnavailable } from '../errors.ts';
import { DELETIONS } from '../port.ts';
import { streamDeleted } from '../stream-deleted.ts';
import type { Appender } from './append.ts';
import { unavailable } from './failure.ts';
import type { GroupCommit } from './group-commit.ts';
import { draft } from './record.ts';
import { endOf } from './streams.ts';
import type { Streams } from './streams.ts';

export class Eraser {
  readonly #commits: GroupCommit;
  readonly #appender: Appender;
  readonly #streams: Streams;
  readonly #clock: Clock;
  readonly #blank: StatementSync;
  readonly #emptyLog: StatementSync;
  /** True while deleted text may still stand in the write-ahead log, such as one that a killed process left behind. */
  #owing = true;

  constructor(db: DatabaseSync, commits: GroupCommit, appender: Appender, streams: Streams, clock: Clock) {
    this.#commits = commits;
    this.#appender = appender;
    this.#streams = streams;
    this.#clock = clock;
    this.#blank = db.prepare(
      'UPDATE events SET type = NULL, data = NULL, metadata = NULL WHERE stream = ? AND revision > ?',
    );
    this.#emptyLog = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** @throws StoreUnavailable, OutcomeUnknown: erase it again. */
  erase(name: string): void {
    this.#commits.alone((written) => {
      const stream = this.#streams.find(name);
      if (stream === undefined || endOf(stream) === 'none') return;
      this.#blank.run(stream.key, stream.erased);
      this.#streams.markErased(stream);
      const tombstone = draft(streamDeleted(name, stream.head, this.#clock), Infinity);
      this.#appender.write({ stream: DELETIONS, drafts: [tombstone], expected: 'any' }, written);
      this.#owing = true;
    });
    this.#emptyLogNow();
  }

  /** Empties the write-ahead log where a deletion still owes that, if the disk lets it; else the next commit tries again. */
  settle(): void {
    if (!this.#owing) return;
    try {
      this.#emptyLogNow();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }

  #emptyLogNow(): void {
    if (!this.#owing) return;
    let answer: { busy: number };
    try {
      answer = this.#emptyLog.get() as { busy: number };
    } catch (error) {
      throw unavailable(error);
    }
    if (answer.busy !== 0) {
      throw new StoreUnavailable(
        'store.io',
        'The stream is deleted, but another program is reading the file of the event store, so the deleted text still stands in its log. End that program and delete the stream again.',
      );
    }
    this.#owing = false;
  }
}
