import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ledger, reviveLedgers } from './ledger.ts';

const filled = (size: number) => Ledger.from(Array.from({ length: size }, (_, place) => [`k${place}`, place] as const));

/** What a plain Map of the same entries would show. */
const contents = (ledger: Ledger<number>) => ({
  size: ledger.size,
  keys: ledger.keys(),
  values: ledger.values(),
  iterated: [...ledger],
  byKey: ledger.keys().map((key) => ledger.get(key)),
  byPlace: ledger.keys().map((_, place) => ledger.at(place)),
  places: ledger.keys().map((key) => ledger.indexOf(key)),
});
const contentsOf = (map: ReadonlyMap<string, number>): ReturnType<typeof contents> => ({
  size: map.size,
  keys: [...map.keys()],
  values: [...map.values()],
  iterated: [...map.values()],
  byKey: [...map.values()],
  byPlace: [...map.values()],
  places: [...map.keys()].map((_, place) => place),
});

describe('a ledger', () => {
  it('is empty at first', () => {
    const ledger = Ledger.empty<number>();
    expect(contents(ledger)).toEqual(contentsOf(new Map()));
    expect(ledger.get('k0')).toBeUndefined();
    expect(ledger.at(0)).toBeUndefined();
  });

  it.each([1, 31, 32, 33, 1023, 1024, 1025, 32_768, 32_769])(
    'keeps %i entries in the order in which they came',
    (size) => {
      const ledger = filled(size);
      expect(ledger.keys()).toEqual(Array.from({ length: size }, (_, place) => `k${place}`));
      expect(ledger.values()).toEqual(Array.from({ length: size }, (_, place) => place));
      expect(ledger.at(size - 1)).toBe(size - 1);
      expect(ledger.at(size)).toBeUndefined();
      expect(ledger.at(-1)).toBeUndefined();
    },
  );

  it('replaces an entry in its place', () => {
    const ledger = filled(100).set('k40', -1);
    expect(ledger.size).toBe(100);
    expect(ledger.indexOf('k40')).toBe(40);
    expect(ledger.values()[40]).toBe(-1);
  });

  it('changes the value at a key, and is itself where the key is unknown', () => {
    const ledger = filled(3);
    expect(ledger.change('k1', (value) => value + 10).values()).toEqual([0, 11, 2]);
    expect(ledger.change('unknown', () => 0)).toBe(ledger);
  });

  it('has no entries but those that were set, whatever the key is called', () => {
    const ledger = Ledger.from([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
    expect(ledger.keys()).toEqual(['__proto__', 'constructor']);
    expect(filled(1).has('constructor')).toBe(false);
    expect(filled(1).get('__proto__')).toBeUndefined();
  });

  it('gives arrays that are the caller’s own', () => {
    const ledger = filled(3);
    ledger.keys().push('k3');
    ledger.values().push(3);
    expect(contents(ledger)).toEqual(contents(filled(3)));
  });

  it('survives being written as JSON and read back, also within other things', () => {
    const written = JSON.stringify({ roster: { attendees: filled(40), empty: Ledger.empty() }, list: [filled(2)] });
    const read = JSON.parse(written, reviveLedgers) as {
      roster: { attendees: Ledger<number>; empty: Ledger<number> };
      list: Ledger<number>[];
    };
    expect(contents(read.roster.attendees)).toEqual(contents(filled(40)));
    expect(read.roster.empty.size).toBe(0);
    expect(read.list[0]?.set('k2', 2).keys()).toEqual(['k0', 'k1', 'k2']);
    expect(JSON.stringify(read)).toBe(written);
  });

  it('leaves everything else that is read from JSON as it is', () => {
    for (const value of [null, 1, 'text', [1], { $ledger: 'no entries' }, { a: { b: [] } }]) {
      expect(JSON.parse(JSON.stringify(value), reviveLedgers)).toEqual(value);
    }
  });
});

describe('earlier versions of a ledger', () => {
  it('stay as they were when a later one grows or is changed', () => {
    const earlier = filled(33);
    const later = earlier.set('k33', 33).set('k0', -1);
    expect(contents(earlier)).toEqual(contents(filled(33)));
    expect(earlier.has('k33')).toBe(false);
    expect(later.get('k0')).toBe(-1);
    expect(later.size).toBe(34);
  });

  it('can be continued in several ways that do not see each other', () => {
    const root = filled(32);
    const left = root.set('left', 1);
    const right = root.set('right', 2);
    const again = root.set('left', 3).set('more', 4);
    expect([left.keys().at(-1), right.keys().at(-1)]).toEqual(['left', 'right']);
    expect([left.has('right'), right.has('left'), root.has('left')]).toEqual([false, false, false]);
    expect([left.get('left'), again.get('left')]).toEqual([1, 3]);
    expect(left.set('more', 5).get('more')).toBe(5);
    expect(again.get('more')).toBe(4);
  });

  it('may be folded again from an earlier version, with the same keys or with others', () => {
    const trunk = filled(33);
    const first = trunk.set('a', 1).set('b', 2);
    const again = trunk.set('a', 10).set('c', 3);
    expect([first.get('a'), first.get('b'), first.has('c')]).toEqual([1, 2, false]);
    expect([again.get('a'), again.get('c'), again.has('b')]).toEqual([10, 3, false]);
    expect(first.set('d', 4).keys().slice(33)).toEqual(['a', 'b', 'd']);
    expect(again.set('d', 5).keys().slice(33)).toEqual(['a', 'c', 'd']);
  });

  it('all behave as a plain Map does, each in its own branch, whatever is done in the others', () => {
    const step = fc.record({
      /** Which of the versions so far is continued, counted from the newest. */
      from: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(50) }),
      key: fc.nat(80).map((key) => `k${key}`),
      value: fc.integer(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
        const versions: { ledger: Ledger<number>; map: ReadonlyMap<string, number> }[] = [
          { ledger: Ledger.empty(), map: new Map() },
        ];
        for (const { from, key, value } of steps) {
          const { ledger, map } = versions[Math.max(0, versions.length - 1 - from)]!;
          versions.push({ ledger: ledger.set(key, value), map: new Map(map).set(key, value) });
        }
        for (const { ledger, map } of versions) expect(contents(ledger)).toEqual(contentsOf(map));
      }),
      { numRuns: 60 },
    );
  });
});
