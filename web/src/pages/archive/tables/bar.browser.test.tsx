// A bar of the tables, as it is seen.

import { expect, it } from 'vitest';
import { show } from '../../../testing/show.tsx';
import { Bar } from './bar.tsx';
import './tables.css';

async function drawn(share: number, planned: number | null): Promise<Readonly<Record<string, number>>> {
  const root = await show(() => (
    <div style={{ width: '400px' }}>
      <Bar share={share} planned={planned} />
    </div>
  ));
  const rects = [...root.querySelectorAll('rect')];
  return Object.fromEntries(
    rects.map((rect) => [rect.dataset['part'], Math.round(rect.getBoundingClientRect().width)]),
  );
}

it('is as long as its share', async () => {
  expect(await drawn(0.5, null)).toEqual({ bar: 200 });
});

it('shows on what was planned how much was taken', async () => {
  expect(await drawn(0.25, 0.5)).toEqual({ planned: 200, bar: 100 });
});

it('tells what went beyond the plan apart', async () => {
  expect(await drawn(1, 0.75)).toEqual({ planned: 300, bar: 300, over: 100 });
});

it('never vanishes for what is little, and is empty for nothing', async () => {
  expect((await drawn(0.0001, null))['bar']).toBeGreaterThan(1);
  expect(await drawn(0, null)).toEqual({ bar: 0 });
});
