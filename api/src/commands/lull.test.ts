// Those who wait are served together, once nothing more comes, and in the end even while more keeps coming.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Lull } from './lull.ts';

test('all who wait at one moment are served at one moment', async () => {
  const lull = new Lull();
  const first = lull.next();
  expect(lull.next()).toBe(first);
  await first;
  expect(lull.next()).not.toBe(first);
});

test('while more comes in a turn, those who wait go on waiting', async () => {
  const lull = new Lull();
  let served = false;
  const first = lull.next().then(() => (served = true));
  lull.arrived();
  await nextTurn();
  expect(served).toBe(false);
  await nextTurn();
  await first;
  expect(served).toBe(true);
});

test('those who wait are served although more keeps coming', async () => {
  const lull = new Lull();
  let coming = true;
  const come = () => {
    lull.arrived();
    if (coming) setImmediate(come);
  };
  come();
  await lull.next();
  coming = false;
  expect(coming).toBe(false);
});
