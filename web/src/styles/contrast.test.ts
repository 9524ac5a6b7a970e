import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast, parseOklch } from './contrast.ts';
import type { Oklch } from './contrast.ts';

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Scheme = 'light' | 'dark';
type Contrast = 'plain' | 'more';
type Colours = ReadonlyMap<string, Record<Scheme, Oklch>>;

const [plain = '', more = ''] = tokens.split("[data-contrast='more'] {");

const coloursIn = (sheet: string): Colours =>
  new Map(
    [...sheet.matchAll(/--([\w-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)/g)].map(
      ([, name, light, dark]) => [
        name as string,
        { light: parseOklch(light as string), dark: parseOklch(dark as string) },
      ],
    ),
  );

const colours: Readonly<Record<Contrast, Colours>> = { plain: coloursIn(plain), more: coloursIn(more) };

function ratio(scheme: Scheme, one: string, other: string, strength: Contrast = 'plain'): number {
  const pair = [colours[strength].get(one), colours[strength].get(other)];
  if (!pair[0] || !pair[1]) throw new Error(`There is no colour ${pair[0] ? other : one} among the tokens.`);
  return contrast(pair[0][scheme], pair[1][scheme]);
}

const surfaces = ['paper', 'sheet', 'sunken', 'hover'];

/** Text and what it stands on: 4.5 (WCAG 2.2, 1.4.3). */
const read: readonly (readonly [ink: string, on: string])[] = [
  ...surfaces.flatMap((surface) =>
    ['ink', 'ink-quiet', 'accent', 'accent-strong', 'waiting-ink', 'done', 'refused'].map(
      (ink) => [ink, surface] as const,
    ),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-live', 'live'],
  ['ink', 'accent-soft'],
  ['ink-quiet', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['accent-strong', 'accent-soft'],
  ['ink', 'waiting-soft'],
  ['ink-quiet', 'waiting-soft'],
  ['waiting-ink', 'waiting-soft'],
  ['ink', 'refused-soft'],
  ['ink-quiet', 'refused-soft'],
  ['refused', 'refused-soft'],
];

/** What must be seen to be used, and is no text: 3 (WCAG 2.2, 1.4.11). */
const seen: readonly (readonly [form: string, on: string])[] = [
  ...surfaces.flatMap((surface) => ['edge', 'accent', 'live', 'waiting'].map((form) => [form, surface] as const)),
  ['accent', 'accent-soft'],
  ['live', 'accent-soft'],
  ['waiting', 'waiting-soft'],
];

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  it.each(read)('%s can be read on %s', (ink, on) => {
    expect(ratio(scheme, ink, on)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(seen)('%s can be seen on %s', (form, on) => {
    expect(ratio(scheme, form, on)).toBeGreaterThanOrEqual(3);
  });
});

/** With more contrast: 7 for text (WCAG 2.2, 1.4.6), and for forms as much as for text otherwise. */
describe.each(['light', 'dark'] as const)('with more contrast in the %s scheme', (scheme) => {
  it.each(read)('%s can be read on %s', (ink, on) => {
    expect(ratio(scheme, ink, on, 'more')).toBeGreaterThanOrEqual(7);
  });

  it.each(seen)('%s can be seen on %s', (form, on) => {
    expect(ratio(scheme, form, on, 'more')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(surfaces)('hairlines can be seen on %s', (surface) => {
    expect(ratio(scheme, 'hairline', surface, 'more')).toBeGreaterThanOrEqual(3);
  });
});

describe('the tokens', () => {
  it('say each colour again where there is more contrast, and where the system gives the colours', () => {
    const forced = /@media \(forced-colors: active\) \{(.*?)\n\}/s.exec(tokens)?.[1] ?? '';
    const names = [...colours.plain.keys()];
    expect([...colours.more.keys()]).toEqual(names);
    expect([...forced.matchAll(/--([\w-]+):/g)].map(([, name]) => name)).toEqual(names);
  });
});

it('what is written on the accent is left to its tokens where the system gives the colours: else a plate is laid behind it', () => {
  const source = join(import.meta.dirname, '..');
  const sheets = (readdirSync(source, { recursive: true }) as string[]).filter((name) => name.endsWith('.css'));
  const written = sheets.flatMap((name) =>
    [...readFileSync(join(source, name), 'utf8').matchAll(/^ *color: var\(--on-\w+\);\n *(.*)$/gm)].map(
      ([, next]) => `${name}: ${next}`,
    ),
  );
  expect(written.length).toBeGreaterThan(0);
  expect(written.filter((line) => !line.endsWith(': forced-color-adjust: none;'))).toEqual([]);
});

it('measures black on white as 21', () => {
  expect(contrast(parseOklch('oklch(0 0 0)'), parseOklch('oklch(1 0 0)'))).toBeCloseTo(21, 1);
});
