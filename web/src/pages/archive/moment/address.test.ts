import { describe, expect, it } from 'vitest';
import { heldPlayback } from '../record/record.fixture.ts';
import { momentOf, searchAt, searchOf, searchOfEvent } from './address.ts';
import { momentAfter, momentAt } from './moment.ts';

const playback = heldPlayback();
const END = Date.parse('2021-06-30T08:00:00.000Z');
const read = (search: string) => momentOf(playback, search, END);
const instant = Date.parse('2021-05-26T01:03:20.000Z');

describe('the moment in the address', () => {
  it('is an instant with any offset, encoded or not', () => {
    expect(read('?at=2021-05-26T01:03:20Z')?.ms).toBe(instant);
    expect(read('?at=2021-05-26T09:03:20%2B08:00')?.ms).toBe(instant);
    expect(read('?at=2021-05-26T09:03:20+08:00')?.ms).toBe(instant);
  });

  it('is a revision', () => {
    expect(read('?revision=7')).toEqual(momentAfter(playback, 9));
  });

  it('is the latest where there is none, or none that can be read', () => {
    expect(read('')).toBeNull();
    expect(read('?at=yesterday')).toBeNull();
    expect(read('?revision=-1')).toBeNull();
    expect(read('?revision=1e3')).toBeNull();
    expect(searchOf(playback, null)).toBe('');
  });

  it('is held within the record', () => {
    expect(read('?at=1999-01-01T00:00:00Z')?.count).toBe(1);
    expect(read('?at=2999-01-01T00:00:00Z')).toEqual({ count: 20, ms: END });
    expect(read('?revision=999999')?.count).toBe(20);
  });

  it('leads back to where one stood', () => {
    for (let place = 0; place < playback.length; place++) {
      const search = searchOfEvent(playback, place);
      // An arrival that was heard of late has no instant and no revision of its own: it comes with what was before it.
      expect(read(search)?.count, `${search} for place ${place}`).toBe(place === 10 ? 12 : place + 1);
    }
    const between = momentAt(playback, instant, END);
    expect(searchOf(playback, between)).toBe('?at=2021-05-26T01:03:20.000Z');
    expect(read(searchOf(playback, between))).toEqual(between);
  });

  it('takes the number where events share an instant', () => {
    expect(searchOfEvent(playback, 8)).toBe('?revision=7');
    expect(searchOfEvent(playback, 9)).toBe(searchAt(Date.parse('2021-05-26T01:00:00Z')));
  });
});
