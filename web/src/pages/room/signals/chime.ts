// The sounds of the room, made here and now: a struck bowl, soft, a second long. One for “you are next”, two rising for “you
// have the floor”, the same twice for a vote.

import type { Signal } from './signal.ts';

/** A tone: when it is struck, in seconds, and how high, in hertz. */
type Tone = { readonly at: number; readonly hertz: number };

const melodies: Readonly<Record<Signal, readonly Tone[]>> = {
  next: [{ at: 0, hertz: 523.25 }],
  floor: [
    { at: 0, hertz: 523.25 },
    { at: 0.28, hertz: 783.99 },
  ],
  vote: [
    { at: 0, hertz: 659.25 },
    { at: 0.28, hertz: 659.25 },
  ],
};

/** Loudness at the stroke, of 1. */
const LOUD = 0.18;
/** Seconds until a tone has died away. */
const LENGTH = 1.1;
/** What rings along with a tone, by its height and its part of the loudness. */
const partials = [
  [1, 1],
  [2.01, 0.28],
  [2.98, 0.1],
] as const;

let context: AudioContext | null = null;

/** Makes sound possible; browsers allow it from a press on. */
export async function unlock(): Promise<AudioContext> {
  context ??= new AudioContext();
  if (context.state !== 'running') await context.resume();
  return context;
}

/** Plays what calls for a signal. */
export async function play(signal: Signal): Promise<void> {
  const audio = await unlock();
  for (const { at, hertz } of melodies[signal]) strike(audio, audio.currentTime + 0.02 + at, hertz);
}

function strike(audio: AudioContext, at: number, hertz: number): void {
  for (const [height, part] of partials) {
    const tone = new OscillatorNode(audio, { frequency: hertz * height });
    const loudness = new GainNode(audio, { gain: 0 });
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(LOUD * part, at + 0.015);
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + LENGTH);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + LENGTH);
  }
}
