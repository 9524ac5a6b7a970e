// The speeches of all meetings: who spoke from when, for how many seconds. What happens to a speech within one
// transaction is reckoned in memory and written once, since a building of the table from the start holds mostly speeches
// that begin and end within one.

import { secondsBetween } from '@rostrum/events';
import type { Instant } from '@rostrum/events';
import type { DatabaseSync } from 'node:sqlite';

export const speechesSchema = `
  CREATE TABLE speeches (
    meetingId TEXT NOT NULL,
    speechId TEXT NOT NULL,
    rosterId TEXT NOT NULL,
    startedAt TEXT NOT NULL,
    pausedSeconds INTEGER NOT NULL,
    -- Since when the clock stands still; null while it runs.
    pausedAt TEXT,
    -- Null until the speech is over.
    seconds INTEGER,
    PRIMARY KEY (meetingId, speechId)
  ) STRICT, WITHOUT ROWID;
`;

type Speech = {
  readonly meetingId: string;
  readonly speechId: string;
  readonly rosterId: string;
  readonly startedAt: Instant;
  readonly pausedSeconds: number;
  readonly pausedAt: Instant | null;
  readonly seconds: number | null;
};

/** What a roster entry has spoken in this transaction. */
type Spoken = { readonly meetingId: string; readonly rosterId: string; speeches: number; seconds: number };

/** What names a speech in an event. */
type Told = { readonly speechId: string; readonly at: Instant };

export class Speeches {
  readonly #read;
  readonly #write;
  readonly #add;
  readonly #touched = new Map<string, Speech>();
  readonly #spoken = new Map<string, Spoken>();

  constructor(db: DatabaseSync) {
    this.#read = db.prepare('SELECT * FROM speeches WHERE meetingId = ? AND speechId = ?');
    this.#write = db.prepare('INSERT OR REPLACE INTO speeches VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#add = db.prepare(`
      UPDATE roster_entries SET speeches = speeches + ?, spokenSeconds = spokenSeconds + ?
      WHERE meetingId = ? AND rosterId = ?`);
  }

  /** The floor is given. */
  begin(meetingId: string, { speechId, at }: Told, rosterId: string): void {
    const begun = { meetingId, speechId, rosterId, startedAt: at, pausedSeconds: 0, pausedAt: null, seconds: null };
    this.#touched.set(`${meetingId} ${speechId}`, begun);
  }

  /** The speaker's clock stands still. */
  pause(meetingId: string, told: Told): void {
    this.#change(meetingId, told, (speech) => ({ ...speech, pausedAt: speech.pausedAt ?? told.at }));
  }

  /** The speaker's clock runs on. */
  resume(meetingId: string, told: Told): void {
    this.#change(meetingId, told, (speech) => resumed(speech, told.at));
  }

  /** The speech is over. */
  end(meetingId: string, told: Told): void {
    const ended = this.#change(meetingId, told, (speech) => {
      const { pausedSeconds, ...rest } = resumed(speech, told.at);
      const seconds = Math.max(0, secondsBetween(speech.startedAt, told.at) - pausedSeconds);
      return { ...rest, pausedSeconds, seconds };
    });
    if (ended === undefined) return;
    const { rosterId, seconds } = ended;
    const key = `${meetingId} ${rosterId}`;
    const spoken = this.#spoken.get(key) ?? { meetingId, rosterId, speeches: 0, seconds: 0 };
    this.#spoken.set(key, { ...spoken, speeches: spoken.speeches + 1, seconds: spoken.seconds + (seconds ?? 0) });
  }

  /** Writes what the transaction brought. */
  flush(): void {
    for (const speech of this.#touched.values()) {
      const { meetingId, speechId, rosterId, startedAt, pausedSeconds, pausedAt, seconds } = speech;
      this.#write.run(meetingId, speechId, rosterId, startedAt, pausedSeconds, pausedAt, seconds);
    }
    for (const { meetingId, rosterId, speeches, seconds } of this.#spoken.values()) {
      this.#add.run(speeches, seconds, meetingId, rosterId);
    }
    this.forget();
  }

  /** Forgets what was not written: the transaction is rolled back. */
  forget(): void {
    this.#touched.clear();
    this.#spoken.clear();
  }

  /** Changes a speech that is not over; undefined where there is none. */
  #change(meetingId: string, { speechId }: Told, change: (speech: Speech) => Speech): Speech | undefined {
    const key = `${meetingId} ${speechId}`;
    const known = this.#touched.get(key) ?? (this.#read.get(meetingId, speechId) as Speech | undefined);
    if (known === undefined || known.seconds !== null) return undefined;
    const changed = change(known);
    this.#touched.set(key, changed);
    return changed;
  }
}

const resumed = (speech: Speech, at: Instant): Speech => ({
  ...speech,
  pausedSeconds: speech.pausedSeconds + (speech.pausedAt === null ? 0 : secondsBetween(speech.pausedAt, at)),
  pausedAt: null,
});
