import { heldPlayback } from '../record/record.fixture.ts';
import { describe, expect, it } from 'vitest';
import { itemTimes } from './item-times.ts';

const playback = heldPlayback();
const at = (time: string) => `2021-05-26T${time}.000Z`;
const told = (time: string) =>
  itemTimes(playback.viewAfter(playback.countUntil(at(time))), at(time)).map(
    ({ number, title, planned, taken, spoken }) => [number, title, planned, taken, spoken],
  );

describe('the times of the items', () => {
  it('are those planned, taken and spoken', () => {
    expect(told('02:00:00')).toEqual([
      [1, 'Opening', 900, 420, 300],
      [2, 'Report', 900, 1020, 900],
    ]);
  });

  it('are as long as they were by then', () => {
    expect(told('01:10:00')).toEqual([
      [1, 'Opening', 900, 420, 300],
      [2, 'Report', 900, 120, 60],
    ]);
  });
});
