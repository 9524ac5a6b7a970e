import { describe, expect, it } from 'vitest';
import { EventStreamParser } from './event-stream.ts';

const read = (text: string) => new EventStreamParser().push(text);

describe('an event stream', () => {
  it('names events, their data over several lines, and the last id', () => {
    expect(read('id: 7\nevent: recorded\ndata: {"a":\ndata: 1}\n\ndata: next\n\n')).toEqual([
      { type: 'recorded', data: '{"a":\n1}', lastEventId: '7' },
      { type: 'message', data: 'next', lastEventId: '7' },
    ]);
  });

  it('passes over comments, unknown fields and events without data', () => {
    expect(read(': heartbeat\n\nevent: ended\n\nwhat: 1\ndata\n\n')).toEqual([
      { type: 'message', data: '', lastEventId: '' },
    ]);
  });

  it('keeps an event back until it is whole', () => {
    expect(read('data: half')).toEqual([]);
    expect(read('data: half\n')).toEqual([]);
  });

  it('takes one space after the colon and no more', () => {
    expect(read('data:  x\n\ndata:y\n\n').map(({ data }) => data)).toEqual([' x', 'y']);
  });

  it('is read the same wherever it is cut', () => {
    const text = '\uFEFFid: 1\r\nevent: a\r\ndata: 一\r\n\r\n: beat\rid: 2\rdata: b\r\r\ndata: c\n\n';
    const whole = read(text);
    expect(whole.map(({ data }) => data)).toEqual(['一', 'b', 'c']);
    for (let cut = 0; cut <= text.length; cut++) {
      const parser = new EventStreamParser();
      expect([...parser.push(text.slice(0, cut)), ...parser.push(text.slice(cut))]).toEqual(whole);
    }
    const parser = new EventStreamParser();
    expect(Array.from(text).flatMap((character) => parser.push(character))).toEqual(whole);
  });

  it('goes on from the id of an earlier connection', () => {
    expect(new EventStreamParser('41').push('data: x\n\n')[0]?.lastEventId).toBe('41');
  });

  it('says how long to wait before coming back', () => {
    const parser = new EventStreamParser();
    parser.push('retry: 1500\nretry: soon\n');
    expect(parser.retry).toBe(1500);
  });
});
