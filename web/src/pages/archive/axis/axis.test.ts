import { describe, expect, it } from 'vitest';
import { axisOf, instantAt, isSameAxis, placeOf } from './axis.ts';

const nine = Date.parse('2021-05-26T01:00:00Z');
const HOUR = 3_600_000;
const sitting = { from: nine, to: nine + 3 * HOUR };
const weeksBefore = [nine - 300 * HOUR, nine - 299 * HOUR, nine - HOUR];

describe('the line of a meeting', () => {
  it('runs evenly over the whole width where nothing lies before or after', () => {
    const axis = axisOf(sitting, [nine, nine + HOUR], true);
    expect(placeOf(axis, nine)).toBe(0);
    expect(placeOf(axis, nine + 1.5 * HOUR)).toBeCloseTo(0.5);
    expect(placeOf(axis, nine + 3 * HOUR)).toBe(1);
  });

  it('gives weeks of preparation a margin, event by event', () => {
    const axis = axisOf(sitting, weeksBefore, true);
    const places = weeksBefore.map((instant) => placeOf(axis, instant));
    expect(places[0]).toBe(0);
    expect(places[1]! - places[0]!).toBeCloseTo(places[2]! - places[1]!);
    expect(placeOf(axis, nine)).toBeCloseTo(0.07);
    expect(placeOf(axis, nine + 1.5 * HOUR)).toBeCloseTo(0.07 + 0.93 / 2);
  });

  it('gives what came afterwards a margin at the other end', () => {
    const axis = axisOf(sitting, [nine, nine + 500 * HOUR], true);
    expect(placeOf(axis, sitting.to)).toBeCloseTo(0.93);
    expect(placeOf(axis, nine + 500 * HOUR)).toBe(1);
    expect(axis.to).toBe(nine + 500 * HOUR);
  });

  it('lets the preparation take more room while the meeting has not begun', () => {
    expect(placeOf(axisOf(sitting, weeksBefore, false), nine)).toBeCloseTo(0.4);
  });

  it('leads from every instant to a place and back', () => {
    const axis = axisOf(sitting, [...weeksBefore, nine + 400 * HOUR, nine + 401 * HOUR], true);
    for (let instant = axis.from; instant <= axis.to; instant += 7.3 * HOUR) {
      expect(instantAt(axis, placeOf(axis, instant))).toBeCloseTo(instant, -1);
    }
  });

  it('never runs backwards, whatever the order of the events and however often one is named', () => {
    const axis = axisOf(
      sitting,
      [nine + 9 * HOUR, weeksBefore[1]!, weeksBefore[0]!, weeksBefore[1]!, Number.NaN],
      true,
    );
    for (let place = 1; place < axis.times.length; place++) {
      expect(axis.times[place]!).toBeGreaterThan(axis.times[place - 1]!);
      expect(axis.places[place]!).toBeGreaterThan(axis.places[place - 1]!);
    }
  });

  it('is the same line whatever happens within the sitting', () => {
    const axis = axisOf(sitting, weeksBefore, true);
    expect(isSameAxis(axis, axisOf(sitting, [...weeksBefore, nine + HOUR], true))).toBe(true);
    expect(isSameAxis(axis, axisOf(sitting, [...weeksBefore, nine + 9 * HOUR], true))).toBe(false);
  });

  it('stands at its ends for what lies beyond', () => {
    const axis = axisOf(sitting, [], true);
    expect(placeOf(axis, nine - HOUR)).toBe(0);
    expect(placeOf(axis, nine + 9 * HOUR)).toBe(1);
    expect(instantAt(axis, -1)).toBe(nine);
    expect(instantAt(axis, 2)).toBe(sitting.to);
  });
});
