import { describe, expect, it } from 'vitest';
import { heldPlayback } from '../record/record.fixture.ts';
import { callsFrom, nextCall, previousCall } from './calls.ts';
import { momentAfter, momentAt, momentAtRevision, nextNotable, previousNotable } from './moment.ts';
import type { Moment } from './moment.ts';

const playback = heldPlayback();
const END = Date.parse('2021-06-30T08:00:00.000Z');
const ms = (time: string) => Date.parse(`2021-05-26T${time}.000Z`);
const at = (time: string) => momentAt(playback, ms(time), END);
const shown = (moment: Moment | undefined) => moment && playback.eventAt(moment.count - 1)?.type;

describe('a moment of the record', () => {
  it('has its own clock between two events', () => {
    expect(at('01:03:20')).toEqual({ count: 12, ms: ms('01:03:20') });
    expect(at('01:06:00').count).toBe(13);
  });

  it('stands after all events of its instant', () => {
    expect(at('01:00:00')).toEqual({ count: 10, ms: ms('01:00:00') });
  });

  it('stays between the first event and the end', () => {
    expect(momentAt(playback, 0, END)).toEqual({ count: 1, ms: Date.parse('2021-05-24T02:00:00Z') });
    expect(momentAt(playback, ms('23:00:00'), ms('01:26:00')).ms).toBe(ms('01:26:00'));
    expect(momentAfter(playback, 0).count).toBe(1);
    expect(momentAfter(playback, 99)).toEqual({ count: 20, ms: END });
  });

  it('is found by a revision of the meeting’s own stream', () => {
    expect(shown(momentAtRevision(playback, 8))).toBe('ItemCalled');
  });

  it('goes by the latest instant where one event was heard of late', () => {
    expect(momentAfter(playback, 12).ms).toBe(ms('01:01:00'));
  });
});

describe('stepping by notable events', () => {
  it('stops at each of those that share an instant', () => {
    const opened = nextNotable(playback, momentAfter(playback, 7));
    expect(shown(opened)).toBe('MeetingOpened');
    expect(shown(nextNotable(playback, opened!))).toBe('ItemCalled');
    expect(shown(previousNotable(playback, nextNotable(playback, opened!)!))).toBe('MeetingOpened');
  });

  it('goes back to the beginning of what is on before it goes further back', () => {
    const middle = at('01:12:00');
    const began = previousNotable(playback, middle)!;
    expect(began).toEqual({ count: 16, ms: ms('01:09:00') });
    expect(shown(previousNotable(playback, began))).toBe('ItemCalled');
  });

  it('passes over arrivals', () => {
    expect(shown(nextNotable(playback, at('01:02:00')))).toBe('FloorYielded');
    expect(shown(previousNotable(playback, at('01:02:00')))).toBe('FloorGiven');
  });

  it('ends at the first and at the last', () => {
    expect(nextNotable(playback, momentAfter(playback, 19))).toBeUndefined();
    expect(previousNotable(playback, momentAfter(playback, 3))).toBeUndefined();
  });
});

describe('stepping by items', () => {
  const calls = callsFrom(playback, 0);

  it('knows the calls, also those that are added later', () => {
    expect(calls).toEqual([10, 15]);
    expect(callsFrom(playback, 10)).toEqual([15]);
  });

  it('goes to the next call and back to the beginning of the item', () => {
    expect(nextCall(playback, calls, at('01:02:00'))?.ms).toBe(ms('01:08:00'));
    expect(previousCall(playback, calls, at('01:12:00'))?.ms).toBe(ms('01:08:00'));
    expect(previousCall(playback, calls, at('01:08:00'))?.ms).toBe(ms('01:00:00'));
    expect(nextCall(playback, calls, at('01:12:00'))).toBeUndefined();
    expect(previousCall(playback, calls, momentAfter(playback, 2))).toBeUndefined();
  });
});
