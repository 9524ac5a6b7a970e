import type { Mark } from '@rostrum/projections';
import { describe, expect, it } from 'vitest';
import { axisOf } from '../axis/axis.ts';
import { scaleOf, WHOLE } from '../axis/stretch.ts';
import { barsOf } from './bars.ts';
import { bestFitting, fitted, textWidth } from './fit.ts';
import { placedSigns, signsOf } from './mark-rows.ts';
import { presencePath } from './presence-path.ts';

const start = Date.parse('2021-05-26T01:00:00Z');
const iso = (second: number) => new Date(start + second * 1000).toISOString();
/** 1000 pixels for 1000 seconds. */
const axis = axisOf({ from: start, to: start + 1_000_000 }, [], true);
const scale = scaleOf(axis, WHOLE, 1000);
const span = (from: number, to: number | null) => ({ from: iso(from), to: to === null ? null : iso(to) });

describe('bars', () => {
  it('stand where their spans are, one that lasts until the end of the record', () => {
    expect(barsOf([span(10, 60), span(100, null)], scale, start + 400_000)).toMatchObject([
      { from: 10, to: 60, count: 1 },
      { from: 100, to: 400, count: 1 },
    ]);
  });

  it('join where they are too thin to be told apart', () => {
    const seconds = Array.from({ length: 500 }, (_unused, place) => span(place * 2, place * 2 + 2));
    const bars = barsOf(seconds, scaleOf(axis, WHOLE, 100), start);
    expect(bars.length).toBeLessThan(100);
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(500);
  });

  it('leave out what is not in sight and cut what reaches beyond', () => {
    const part = scaleOf(axis, { start: 0.5, end: 0.6 }, 1000);
    const bars = barsOf([span(10, 60), span(400, 550), span(590, 900), span(950, 990)], part, start);
    expect(bars.map(({ from, to }) => [Math.round(from), Math.round(to)])).toEqual([
      [-8, 500],
      [900, 1008],
    ]);
  });
});

describe('a name in a bar', () => {
  it('stands whole where there is room', () => {
    expect(fitted('Wei Yiyin', 80, 12)).toBe('Wei Yiyin');
    expect(fitted('魏毅寅', 36, 12)).toBe('魏毅寅');
  });

  it('is cut where there is less, and left out where nothing would be said', () => {
    expect(fitted('CASIC Second Academy', 80, 12)).toMatch(/^CASIC.*…$/);
    expect(fitted('CASIC Second Academy', 20, 12)).toBe('');
    expect(fitted('航天云网公司', 48, 12)).toBe('航天云…');
    expect(fitted('', 100, 12)).toBe('');
  });

  it('never takes more room than there is', () => {
    const name = '2021 数字空间 Work Conference, Beijing';
    for (let room = 0; room < 300; room += 7) {
      expect(textWidth(fitted(name, room, 12), 12)).toBeLessThanOrEqual(room);
    }
  });
});

describe('the best of several names', () => {
  it('is the first that fits whole', () => {
    expect(bestFitting(['CASIC Second Academy', 'Second Academy'], 200, 12)).toBe('CASIC Second Academy');
    expect(bestFitting(['CASIC Second Academy', 'Second Academy'], 104, 12)).toBe('Second Academy');
  });

  it('is a beginning of the last where none fits', () => {
    expect(bestFitting(['CASIC Second Academy', 'Second Academy'], 60, 12)).toMatch(/^Second…$/);
    expect(bestFitting(['CASIC Second Academy', ''], 10, 12)).toBe('');
  });

  it('says more than a number where there is room for more', () => {
    expect(bestFitting(['7 Speech by the President', '7'], 70, 12)).toMatch(/^7 Spee.*…$/);
    expect(bestFitting(['7 Speech by the President', '7'], 14, 12)).toBe('7');
  });
});

describe('the signs of single moments', () => {
  const mark = (kind: Mark['kind'], second: number): Mark => ({ kind, at: iso(second), about: 'x', label: kind });
  const placed = (...marks: Mark[]) => placedSigns(signsOf({ marks, votes: [] }), scale);

  it('are one with a count where those of a kind stand upon each other', () => {
    const [directives, ...others] = placed(mark('directive', 100), mark('directive', 100), mark('directive', 104));
    expect(directives).toMatchObject({ x: 100, row: 0 });
    expect(directives?.signs).toHaveLength(3);
    expect(others).toEqual([]);
  });

  it('stand above each other where different kinds would touch', () => {
    expect(
      placed(mark('conferral', 100), mark('directive', 104), mark('conferral', 200)).map(({ row }) => row),
    ).toEqual([0, 1, 0]);
  });

  it('tell neither the opening nor the closing, and tell each vote when it closed', () => {
    const votes = [{ ...span(10, 20), motionId: 'm', title: 'Budget', result: 'adopted' as const }];
    const signs = signsOf({ marks: [mark('opened', 0), mark('closed', 900), mark('motion', 5)], votes });
    expect(signs.map(({ kind, label }) => [kind, label])).toEqual([
      ['motion', 'motion'],
      ['vote', 'Budget'],
    ]);
  });
});

describe('the curve of presence', () => {
  const steps = [
    { at: iso(-500), present: 2 },
    { at: iso(100), present: 4 },
    { at: iso(300), present: 1 },
  ];

  it('steps at each change, from the edge to the end of the record', () => {
    const { line, surface } = presencePath(steps, scale, { top: 4, height: 40, end: start + 800_000 });
    expect(line).toBe('M0 20H100V0H300V30H800');
    expect(surface).toBe('M0 20H100V0H300V30H800V40H0Z');
  });

  it('is nothing where nobody was there', () => {
    expect(presencePath([], scale, { top: 0, height: 40, end: start })).toEqual({ line: '', surface: '' });
  });
});
