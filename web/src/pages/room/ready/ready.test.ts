import { describe, expect, it } from 'vitest';
import { levelOf, VOICE } from './level.ts';
import { troubleOf } from './trouble.ts';

const wave = (loudness: number) => Float32Array.from({ length: 1024 }, (_, place) => loudness * Math.sin(place / 7));

describe('the level of the microphone', () => {
  it('rises with the voice and stays within the meter', () => {
    expect(levelOf(new Float32Array(1024))).toBe(0);
    expect(levelOf(wave(0.001))).toBeLessThan(VOICE);
    expect(levelOf(wave(0.1))).toBeGreaterThan(VOICE);
    expect(levelOf(wave(0.1))).toBeLessThan(levelOf(wave(0.5)));
    expect(levelOf(Float32Array.from({ length: 8 }, () => 1))).toBeLessThanOrEqual(1);
  });
});

describe('what kept the devices from opening', () => {
  it('is told by what the browser threw', () => {
    const thrown = (name: string) => Object.assign(new Error('no'), { name });
    expect(
      ['NotAllowedError', 'NotFoundError', 'OverconstrainedError', 'NotReadableError', 'TypeError'].map((name) =>
        troubleOf(thrown(name)),
      ),
    ).toEqual(['denied', 'none', 'none', 'busy', 'other']);
    expect(troubleOf('something')).toBe('other');
  });
});
