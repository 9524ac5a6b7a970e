import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeenIds } from './seen-ids.ts';

test('says of every id whether it came before', () => {
  const ids = fc.array(fc.oneof(fc.uuid(), fc.string({ maxLength: 3 })), { maxLength: 200 });
  fc.assert(
    fc.property(ids, (some) => {
      const seen = new SeenIds();
      expect(some.map((id) => seen.add(id))).toEqual(some.map((id, index) => some.indexOf(id) < index));
    }),
  );
});

test('keeps many', () => {
  const seen = new SeenIds();
  const ids = Array.from({ length: 200_000 }, () => randomUUID());
  expect(ids.filter((id) => seen.add(id))).toEqual([]);
  expect(ids.every((id) => seen.add(id))).toBe(true);
});
