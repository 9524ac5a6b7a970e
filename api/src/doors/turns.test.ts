import { expect, test } from 'vitest';
import { TooManyWaiting, takeTurns } from './turns.ts';

test('no more is under way at once than may be, the rest comes in the order of asking', async () => {
  const turns = takeTurns({ atOnce: 2, waiting: 10 });
  let underWay = 0;
  let most = 0;
  const begun: number[] = [];
  await Promise.all(
    Array.from({ length: 9 }, (_, number) =>
      turns(async () => {
        begun.push(number);
        most = Math.max(most, ++underWay);
        await new Promise(setImmediate);
        underWay--;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('where enough are waiting the next is refused without having begun, and there is room again afterwards', async () => {
  const turns = takeTurns({ atOnce: 1, waiting: 1 });
  const gate = Promise.withResolvers<void>();
  const first = turns(() => gate.promise);
  const second = turns(async () => 'second');
  let begun = false;
  await expect(turns(async () => (begun = true))).rejects.toThrow(TooManyWaiting);
  expect(begun).toBe(false);
  gate.resolve();
  await first;
  expect(await second).toBe('second');
  expect(await turns(async () => 'third')).toBe('third');
});

test('work that fails gives its turn on', async () => {
  const turns = takeTurns({ atOnce: 1, waiting: 1 });
  await expect(turns(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turns(async () => 'next')).toBe('next');
});
