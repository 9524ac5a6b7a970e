import { describe, expect, it } from 'vitest';
import { clock, formats } from './format.ts';

const opening = '2021-05-26T01:00:00.000Z';
const closing = '2021-05-26T03:50:00.000Z';

describe('formats', () => {
  it('are those of the meeting’s time zone, not of the reader’s', () => {
    expect(formats('en', 'Asia/Shanghai').time(opening)).toBe('09:00');
    expect(formats('en', 'America/New_York').time(opening)).toBe('21:00');
    expect(formats('en', 'America/New_York').isoDay(opening)).toBe('2021-05-25');
  });

  it('name the day and the zone in the reader’s language', () => {
    expect(formats('en', 'Asia/Shanghai').longDay(opening)).toMatch(/^Wednesday,? 26 May 2021$/);
    expect(formats('zh-CN', 'Asia/Shanghai').longDay(opening)).toBe('2021年5月26日星期三');
    expect(formats('en', 'Asia/Shanghai').zone(opening)).toBe('GMT+8');
    expect(formats('zh-CN', 'Asia/Shanghai').dayOfMonth(opening)).toBe('26');
    expect(formats('zh-CN', 'Asia/Shanghai').month(opening)).toBe('5月');
    expect(formats('en', 'Asia/Shanghai').dayOfMonth('2021-12-02T01:00:00.000Z')).toBe('2');
  });

  it('give the span of a meeting with its day once', () => {
    const span = formats('en', 'Asia/Shanghai').span(opening, closing);
    expect(span.match(/May/g)).toHaveLength(1);
    expect(span).toContain('09:00');
    expect(span).toContain('11:50');
  });

  it('give durations in whole minutes', () => {
    expect(formats('en').duration(45)).toMatch(/^45 secs?$/);
    expect(formats('en').duration(600)).toMatch(/^10 mins?$/);
    expect(formats('en').duration(3600)).toMatch(/^1 hr$/);
    expect(formats('en').duration(4360)).toMatch(/^1 hr 13 mins?$/);
    expect(formats('zh-CN').duration(4360)).toMatch(/^1 ?小时 ?13 ?分钟$/);
  });

  it('fall back to the reader’s zone where the browser does not know the meeting’s', () => {
    expect(formats('en', 'Mars/Olympus').timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});

describe('a clock', () => {
  it.each([
    [0, '0:00'],
    [59.9, '0:59'],
    [751, '12:31'],
    [4360, '1:12:40'],
    [-90, '−1:30'],
    [-0.4, '0:00'],
  ])('shows %d s as %s', (seconds, written) => {
    expect(clock(seconds)).toBe(written);
  });
});
