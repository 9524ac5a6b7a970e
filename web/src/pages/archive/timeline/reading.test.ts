import { timeline } from '@rostrum/projections';
import { describe, expect, it } from 'vitest';
import { heldPlayback } from '../record/record.fixture.ts';
import { readerOf } from './reading.ts';

const { latest } = heldPlayback();
const read = readerOf(timeline(latest, latest.at!));
const at = (time: string) => {
  const { itemId, speech, present } = read(Date.parse(`2021-05-26T${time}.000Z`));
  return [itemId, speech?.speechId, present];
};

describe('reading the timeline', () => {
  it('tells the item, the speech and the number present', () => {
    expect(at('01:03:00')).toEqual(['i1', 'f1', 2]);
    expect(at('01:12:00')).toEqual(['i2', 'f2', 2]);
  });

  it('tells what begins at the instant, not what ends', () => {
    expect(at('01:06:00')).toEqual(['i1', undefined, 2]);
    expect(at('01:08:00')).toEqual(['i2', undefined, 2]);
  });

  it('tells that nothing is on', () => {
    expect(at('01:07:30')).toEqual([null, undefined, 2]);
    expect(at('00:58:00')).toEqual([null, undefined, 1]);
    expect(at('00:10:00')).toEqual([null, undefined, 0]);
  });
});
