import { describe, expect, it } from 'vitest';
import { exportsOf } from './export-links.ts';

const hrefs = (at: string | null) =>
  exportsOf({ meetingId: 'm 1', languages: ['en', 'zh-CN'], at }).map(({ href }) => href);

describe('what can be taken away', () => {
  it('is the minutes in each language, and the tables once', () => {
    expect(hrefs(null)).toEqual([
      '/api/meetings/m%201/minutes.html?language=en',
      '/api/meetings/m%201/minutes.html?language=zh-CN',
      '/api/meetings/m%201/minutes.md?language=en',
      '/api/meetings/m%201/minutes.md?language=zh-CN',
      '/api/meetings/m%201/attendance.csv',
      '/api/meetings/m%201/speaking.csv',
      '/api/meetings/m%201/agenda.ics',
    ]);
  });

  it('is as it stood at an instant', () => {
    const at = '2021-05-26T01:14:30.000Z';
    for (const href of hrefs(at)) expect(new URLSearchParams(href.split('?')[1]).get('at')).toBe(at);
  });
});
