import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Codec, UnreadableEvent } from './codec.ts';

/** The floor was once given in minutes (shape 1), then in seconds (shape 2); since shape 3 a speech may have no limit. */
const codec = new Codec(
  { FloorGiven: z.strictObject({ limitSeconds: z.int().nullable() }), MeetingClosed: z.strictObject({}) },
  {
    FloorGiven: {
      1: ({ minutes }: { minutes: number }) => ({ seconds: minutes * 60 }),
      2: ({ seconds }: { seconds: number }) => ({ limitSeconds: seconds === 0 ? null : seconds }),
    },
  },
);
const recorded = (type: string, data: unknown, shape?: number) => ({
  id: 'event-1',
  type,
  data,
  metadata: shape === undefined ? {} : { shape },
});

describe('a codec', () => {
  it('knows its types, and nothing that merely every object has', () => {
    expect(codec.knows('FloorGiven')).toBe(true);
    for (const type of ['FloorTaken', 'constructor', '__proto__']) {
      expect(codec.knows(type)).toBe(false);
      expect(codec.shapeOf(type)).toBe(0);
      expect(codec.schemaOf(type)).toBeUndefined();
    }
  });

  it('counts shapes from 1, one more for each upcaster', () => {
    expect([codec.shapeOf('MeetingClosed'), codec.shapeOf('FloorGiven')]).toEqual([1, 3]);
  });

  it('stamps what is written today, the first shape with nothing', () => {
    expect(codec.stamp({ type: 'FloorGiven', data: {} })).toEqual({ shape: 3 });
    expect(codec.stamp({ type: 'MeetingClosed', data: {} })).toEqual({});
  });

  it('brings every shape ever written to today’s', () => {
    expect(codec.decode(recorded('FloorGiven', { minutes: 5 }))).toEqual(
      recorded('FloorGiven', { limitSeconds: 300 }, 3),
    );
    expect(codec.decode(recorded('FloorGiven', { minutes: 5 }, 1))).toEqual(
      recorded('FloorGiven', { limitSeconds: 300 }, 3),
    );
    expect(codec.decode(recorded('FloorGiven', { seconds: 0 }, 2))).toEqual(
      recorded('FloorGiven', { limitSeconds: null }, 3),
    );
  });

  it('gives the very event where its shape is today’s, and changes none in place', () => {
    const today = recorded('FloorGiven', { limitSeconds: 300 }, 3);
    expect(codec.decode(today)).toBe(today);
    const old = Object.freeze(recorded('FloorGiven', Object.freeze({ minutes: 5 }), 1));
    codec.decode(old);
    expect(old).toEqual(recorded('FloorGiven', { minutes: 5 }, 1));
  });

  it('refuses what only a newer version can read', () => {
    expect(() => codec.decode(recorded('FloorGiven', {}, 4))).toThrow(
      'The event FloorGiven has shape 4; this version knows shapes up to 3. Upgrade before using this record.',
    );
    expect(() => codec.decode(recorded('FloorTaken', {}))).toThrow(UnreadableEvent);
    expect(() => codec.decode(recorded('FloorTaken', {}))).toThrow(
      'The event type FloorTaken is unknown to this version. Upgrade before using this record.',
    );
  });
});
