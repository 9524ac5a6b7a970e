import { describe, expect, it } from 'vitest';
import type { ListedLink } from '../../../api/links.ts';
import { doorsOf, linksCsv } from './doors.ts';

const now = Date.parse('2021-05-20T00:00:00Z');

const link = (linkId: string, attendeeId: string, more: Partial<ListedLink> = {}): ListedLink => ({
  linkId,
  attendeeId,
  name: attendeeId,
  issuedAt: '2021-05-01T00:00:00.000Z',
  expiresAt: '2021-06-25T00:00:00.000Z',
  revoked: null,
  ...more,
});
const revoked = { revoked: { reason: null, at: '2021-05-02T00:00:00.000Z' } };

describe('the door of an attendee', () => {
  it('was never there without a link', () => {
    expect(doorsOf([], now).of('yuan-jie').state).toBe('none');
  });

  it('is open with a link that holds', () => {
    expect(doorsOf([link('l1', 'yuan-jie')], now).of('yuan-jie').state).toBe('open');
  });

  it('is shut by the last instant of a link, and by its revocation', () => {
    const doors = doorsOf(
      [link('l1', 'yuan-jie', { expiresAt: '2021-05-20T00:00:00.000Z' }), link('l2', 'wei-yiyin', revoked)],
      now,
    );
    expect(doors.of('yuan-jie').state).toBe('expired');
    expect(doors.of('wei-yiyin').state).toBe('revoked');
  });

  it('is that of the link which holds, whatever was issued before and after it', () => {
    const links = [link('l1', 'yuan-jie', revoked), link('l2', 'yuan-jie'), link('l3', 'yuan-jie', revoked)];
    expect(doorsOf(links, now).of('yuan-jie').link?.linkId).toBe('l2');
  });

  it('tells of the last link where none holds', () => {
    const links = [link('l1', 'yuan-jie', revoked), link('l2', 'yuan-jie', revoked)];
    expect(doorsOf(links, now).of('yuan-jie').link?.linkId).toBe('l2');
  });
});

describe('the table of issued links', () => {
  const header = ['Name', 'Title', 'Unit', 'Link', 'Until'];
  const row = { title: '', unit: 'CASIC', url: 'https://example.org/join#m.t', expiresAt: '2021-06-25T00:00:00.000Z' };

  it('is CSV that a spreadsheet reads as UTF-8', () => {
    expect(linksCsv(header, [{ ...row, name: '袁洁' }])).toBe(
      '\uFEFFName,Title,Unit,Link,Until\r\n袁洁,,CASIC,https://example.org/join#m.t,2021-06-25T00:00:00.000Z\r\n',
    );
  });

  it('puts cells with commas, quotes and line breaks in quotes', () => {
    expect(linksCsv(header, [{ ...row, name: 'Wei, "Yiyin"' }])).toContain('\r\n"Wei, ""Yiyin""",');
  });

  it('lets no name become a formula', () => {
    const names = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)'].map((name) => ({ ...row, name }));
    const lines = linksCsv(header, names).split('\r\n').slice(1, 5);
    expect(lines.map((line) => line.replace('"', '').charAt(0))).toEqual(["'", "'", "'", "'"]);
  });
});
