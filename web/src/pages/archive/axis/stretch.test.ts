import { describe, expect, it } from 'vitest';
import { axisOf } from './axis.ts';
import { CLOSEST, scaleOf, showing, WHOLE, zoomed, zoomOf } from './stretch.ts';

const nine = Date.parse('2021-05-26T01:00:00Z');
const HOUR = 3_600_000;
const axis = axisOf({ from: nine, to: nine + 4 * HOUR }, [], true);

describe('the stretch in sight', () => {
  it('comes closer around a place, which stays where it is', () => {
    const closer = zoomed(WHOLE, 2, 0.25);
    expect(zoomOf(closer)).toBeCloseTo(2);
    expect((0.25 - closer.start) * 2).toBeCloseTo(0.25);
  });

  it('never leaves the line', () => {
    expect(zoomed(WHOLE, 4, 0)).toEqual({ start: 0, end: 0.25 });
    expect(zoomed(WHOLE, 4, 1)).toEqual({ start: 0.75, end: 1 });
    expect(zoomed({ start: 0.5, end: 0.6 }, 0.01, 0.55)).toEqual(WHOLE);
    expect(zoomOf(zoomed(WHOLE, 1_000_000, 0.5))).toBeCloseTo(CLOSEST);
  });

  it('stays where it is while the place is in sight, and follows where it is not', () => {
    const stretch = { start: 0.2, end: 0.4 };
    expect(showing(stretch, 0.4)).toBe(stretch);
    const moved = showing(stretch, 0.7);
    expect(moved.start).toBeCloseTo(0.6);
    expect(moved.end).toBeCloseTo(0.8);
    expect(showing(stretch, 1).end).toBe(1);
  });
});

describe('the scale of a drawing', () => {
  it('leads from instants to pixels and back', () => {
    const scale = scaleOf(axis, WHOLE, 800);
    expect(scale.x(nine + HOUR)).toBeCloseTo(200);
    expect(scale.instant(600)).toBeCloseTo(nine + 3 * HOUR);
    expect(scale.sight).toEqual({ from: nine, to: nine + 4 * HOUR });
  });

  it('shows a part of the line over the whole width', () => {
    const scale = scaleOf(axis, { start: 0.25, end: 0.5 }, 800);
    expect(scale.x(nine + HOUR)).toBeCloseTo(0);
    expect(scale.x(nine + 2 * HOUR)).toBeCloseTo(800);
    expect(scale.x(nine)).toBeCloseTo(-800);
    expect(scale.instant(400)).toBeCloseTo(nine + 1.5 * HOUR);
  });
});
