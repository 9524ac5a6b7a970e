// What holds of the log whatever is asked of it, in any order.

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Expected, Log, type Outcome } from './log.ts';
import type { Proposed, Recorded } from './record.ts';

const event = (): Proposed => ({
  id: randomUUID(),
  type: 'Happened',
  contentType: 'application/json',
  data: Buffer.from('{}'),
  metadata: new Uint8Array(0),
});

const STREAMS = ['meeting-1', 'meeting-2'] as const;
const stream = fc.constantFrom(...STREAMS);
const where = fc.constantFrom('any', 'none', 'exists', 'last', 'stale');

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ append: stream, count: fc.integer({ min: 1, max: 4 }), where }) },
  { weight: 3, arbitrary: fc.record({ repeat: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ delete: stream }) },
  { weight: 1, arbitrary: fc.constant({ scavenge: true } as const) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Append = { readonly stream: string; readonly events: readonly Proposed[]; readonly expected: Expected };

/** A log, and what somebody knows who was there from the beginning. */
class Life {
  readonly log = new Log();
  /** Everything that was ever written. */
  readonly written: Recorded[] = [];
  readonly done: (Append & { readonly outcome: Outcome & { kind: 'written' } })[] = [];
  readonly deletedThrough = new Map<string, number>();
  /** What should not have happened. */
  readonly wrongs: string[] = [];

  take(taken: Step): void {
    if ('append' in taken) this.#append(taken.append, taken.count, taken.where);
    else if ('repeat' in taken) this.#repeat(taken.repeat);
    else if ('delete' in taken) this.#delete(taken.delete);
    else this.log.scavenge();
    const last = this.written.at(-1)?.position ?? -1n;
    this.written.push(...this.log.all.slice(this.log.indexAt(last + 1n)));
    this.#look();
  }

  #append(name: string, count: number, at: string): void {
    const last = this.log.last(name);
    const hidden = this.deletedThrough.get(name) === last;
    const holds = { any: true, last: true, stale: false, none: last < 0 || hidden, exists: last >= 0 && !hidden }[at];
    const revision = { any: 'any', none: 'none', exists: 'exists', last: last < 0 ? 'none' : last, stale: last + 3 };
    const expected = revision[at as keyof typeof revision] as Expected;
    const events = Array.from({ length: count }, event);
    const outcome = this.log.append(name, events, expected);
    if ((outcome.kind === 'written') !== holds) this.wrongs.push(`appending to ${name} at ${last} as ${at}`);
    if (outcome.kind !== 'written') return;
    if (outcome.revision !== last + count) this.wrongs.push(`appending ended at ${outcome.revision}`);
    this.done.push({ stream: name, events, expected, outcome });
  }

  /** What was appended is known again, as long as it is shown, and was not the first after a deletion. */
  #repeat(which: number): void {
    const again = this.done[which % Math.max(this.done.length, 1)];
    const shown = again && this.log.stream(again.stream)[0];
    if (!again || !shown) return;
    const first = again.outcome.revision - again.events.length + 1;
    if (first < shown.revision || (again.expected === 'none' && first > 0)) return;
    const { end } = this.log;
    const outcome = this.log.append(again.stream, again.events, again.expected);
    if (!isDeepStrictEqual(outcome, again.outcome) || this.log.end !== end) this.wrongs.push('repeating an append');
  }

  #delete(name: string): void {
    if (this.log.delete(name, 'any').kind === 'written') this.deletedThrough.set(name, this.log.last(name));
  }

  #look(): void {
    for (const name of STREAMS) {
      const ever = this.written.filter((recorded) => recorded.stream === name);
      const all = this.log.all.filter((recorded) => recorded.stream === name);
      const shown = this.log.stream(name);
      const due = ever.slice((this.deletedThrough.get(name) ?? -1) + 1);
      if (!isDeepStrictEqual(shown, due)) this.wrongs.push(`${name} shows what it should not, or not what it should`);
      if (!isDeepStrictEqual(all.at(-1), ever.at(-1))) this.wrongs.push(`${name} forgot where it ended`);
      if (!isDeepStrictEqual(all.slice(all.length - shown.length), shown))
        this.wrongs.push(`$all lacks some of ${name}`);
    }
  }
}

const lives = fc.array(step, { maxLength: 40 }).map((steps) => {
  const life = new Life();
  for (const taken of steps) life.take(taken);
  return life;
});

test('appends hold or are refused as they should, and streams show what was not deleted, whatever happens', () => {
  fc.assert(
    fc.property(lives, ({ wrongs }) => {
      expect(wrongs).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('positions grow, and revisions of a stream follow each other, whatever happens', () => {
  fc.assert(
    fc.property(lives, ({ written }) => {
      const positions = written.map(({ position }) => position);
      expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => (a < b ? -1 : 1)));
      for (const recorded of Map.groupBy(written, (one) => one.stream).values())
        expect(recorded.map(({ revision }) => revision)).toEqual(recorded.map((_, index) => index));
    }),
  );
});
