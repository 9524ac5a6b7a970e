// How loud a sound is, from its samples: as a part of what a meter can show.

/** Decibels below full scale at which the meter begins to move: quieter is the noise of a room. */
const FLOOR = -60;

/**
 * The level of some samples, from 0, silent, to 1, as loud as can be.
 * @param samples each from -1 to 1
 */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power + Number.EPSILON);
  return Math.min(1, Math.max(0, 1 - decibels / FLOOR));
}

/** A level at which somebody speaks, and not the room alone. */
export const VOICE = 0.35;
