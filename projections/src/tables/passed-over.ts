// What this program cannot read. From the first such event on nothing more of its meeting is taken in: the meeting's rows
// stay as they last were, whole, rather than half right. It is kept in the file, so that a program that can read the
// event knows that there is something to build anew.

import type { Home, RecordedEvent, StreamName, UnreadableEvent } from '@rostrum/events';
import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** A stream with an event that cannot be read. */
export type UnreadableStream = {
  readonly stream: string;
  /** The meeting (or account) that it is of. */
  readonly subject: string;
  readonly family: StreamName;
  /** The event, and why it cannot be read. */
  readonly revision: number;
  readonly type: string;
  readonly why: UnreadableEvent['why'];
  /** How many events were passed over, this one among them. */
  readonly events: number;
};

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS unreadable (
    subject TEXT NOT NULL,
    stream TEXT NOT NULL,
    family TEXT NOT NULL,
    revision INTEGER NOT NULL,
    type TEXT NOT NULL,
    why TEXT NOT NULL,
    position INTEGER NOT NULL,
    events INTEGER NOT NULL,
    -- Position of the last event that was counted.
    counted INTEGER NOT NULL,
    PRIMARY KEY (subject, stream)
  ) STRICT, WITHOUT ROWID;
`;

/** The families that tables are made from: an event of theirs that cannot be read stops what is taken in of its meeting. */
const tabled: ReadonlySet<StreamName> = new Set<StreamName>(['meeting', 'attendance', 'directive']);

type Mark = {
  readonly subject: string;
  readonly stream: string;
  readonly family: StreamName;
  readonly position: bigint;
};

export class PassedOver {
  readonly #db: DatabaseSync;
  readonly #read: StatementSync;
  readonly #marks: StatementSync;
  readonly #note: StatementSync;
  readonly #count: StatementSync;
  readonly #drop: StatementSync;
  #bySubject = new Map<string, Mark[]>();

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec(SCHEMA);
    this.#read = db.prepare(
      'SELECT subject, stream, family, revision, type, why, events FROM unreadable ORDER BY subject, stream',
    );
    this.#marks = db.prepare('SELECT subject, stream, family, position FROM unreadable');
    this.#marks.setReadBigInts(true);
    this.#note = db.prepare('INSERT OR IGNORE INTO unreadable VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)');
    this.#count = db.prepare(`
      UPDATE unreadable SET events = events + 1, counted = ?1
      WHERE subject = ?2 AND stream = ?3 AND counted < ?1`);
    this.#drop = db.prepare('DELETE FROM unreadable WHERE stream = ? AND position < ?');
    this.reload();
  }

  /** Every stream with something in it that cannot be read. */
  get all(): readonly UnreadableStream[] {
    return this.#read.all() as unknown as UnreadableStream[];
  }

  /** True where an event is passed over because of an earlier one of the same meeting; it is then counted. */
  passes({ position, stream }: RecordedEvent, { family, subjects }: Home): boolean {
    if (this.#bySubject.size === 0) return false;
    for (const subject of subjects) {
      const marks = this.#bySubject.get(subject) ?? [];
      const mark = marks.find(
        (one) => one.position < position && (one.stream === stream || (tabled.has(one.family) && tabled.has(family))),
      );
      if (mark === undefined) continue;
      this.#count.run(position, subject, mark.stream);
      return true;
    }
    return false;
  }

  /** Takes note of an event that cannot be read, inside the caller's transaction; true where it is the first of its stream. */
  note(
    { stream, revision, type, position }: RecordedEvent,
    { why }: UnreadableEvent,
    { family, subjects }: Home,
  ): boolean {
    let first = false;
    for (const subject of subjects) {
      const { changes } = this.#note.run(subject, stream, family, revision, type, why, position);
      this.#count.run(position, subject, stream);
      if (changes === 0) continue;
      first = true;
      this.#bySubject.set(subject, [...(this.#bySubject.get(subject) ?? []), { subject, stream, family, position }]);
    }
    return first;
  }

  /**
   * A stream was deleted: what could not be read of it is gone.
   * @returns true where something that was passed over because of it is now missing
   */
  deleted(stream: string, position: bigint): boolean {
    if (this.#drop.run(stream, position).changes === 0) return false;
    const marks = [...this.#bySubject.values()].flat().filter((mark) => mark.stream === stream);
    this.reload();
    return marks.some(({ family }) => family !== 'meeting' && tabled.has(family));
  }

  /** Forgets everything: the tables were emptied. */
  clear(): void {
    this.#db.exec('DELETE FROM unreadable');
    this.reload();
  }

  /** Takes what is in the file for what is remembered; after a transaction was rolled back. */
  reload(): void {
    this.#bySubject = Map.groupBy(this.#marks.all() as unknown as Mark[], ({ subject }) => subject);
  }
}
