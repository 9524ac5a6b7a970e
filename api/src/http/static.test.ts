// The web application's files: hashed ones for ever, the page anew each time, and nothing from outside the folder.

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Actor } from '@rostrum/events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { attendee, give, MEETING, openCouncil } from '../live/meeting.fixture.ts';

const PAGE =
  '<!doctype html><title>Rostrum</title><script type="module" src="/assets/index-abc123.js"></script><link rel="stylesheet" href="/assets/base-1.css"><div id="root"></div>';
const SCRIPT = `console.log("${'Rostrum '.repeat(100)}");`;

const MANIFEST = {
  'src/app.tsx': { file: 'assets/app-1.js', imports: ['_base.js'] },
  '_base.js': { file: 'assets/base-1.js', css: ['assets/base-1.css'] },
  'src/pages/room/page.tsx': { file: 'assets/room-1.js', imports: ['_base.js'] },
  'src/i18n/en/room.ts': { file: 'assets/words-1.js' },
  'src/i18n/zh-CN/room.ts': { file: 'assets/words-2.js' },
  'src/pages/desk/page.tsx': { file: 'assets/desk-1.js' },
};

let folder: string;
let house: TestHouse;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-web-'));
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'index.html'), PAGE);
  writeFileSync(join(folder, 'dist', 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'dist', 'assets', 'index-abc123.js'), SCRIPT);
  mkdirSync(join(folder, 'dist', '.vite'));
  writeFileSync(join(folder, 'dist', '.vite', 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  house = await openTestHouse({ webRoot: join(folder, 'dist') });
});
afterAll(async () => {
  await house.remove();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  house.send(null, method, path, undefined, headers);

describe('the page', () => {
  test.each(['/', '/meetings', '/meetings/conference/desk', '/index.html'])(
    'is at %s, to be checked anew each time, under a strict policy',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toBe(PAGE);
      const policy = response.headers.get('content-security-policy')!;
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "font-src 'self'",
        "img-src 'self' data: blob:",
        "frame-ancestors 'none'",
      ]) {
        expect(policy.split('; ')).toContain(rule);
      }
      expect(policy).not.toMatch(/unsafe|\*/);
    },
  );

  test('names ahead what the room needs, in the reader’s language, and nothing for other pages', async () => {
    const linksAt = async (path: string, language: string) =>
      (await get(path, { 'accept-language': language })).headers.get('link')?.split(', ') ?? [];
    expect(await linksAt('/meetings/council/room', 'en-GB,en;q=0.9,zh;q=0.5')).toEqual([
      '</assets/app-1.js>; rel=modulepreload',
      '</assets/base-1.js>; rel=modulepreload',
      '</assets/base-1.css>; rel=preload; as=style; crossorigin',
      '</assets/room-1.js>; rel=modulepreload',
      '</assets/words-1.js>; rel=modulepreload',
      '</api/session>; rel=preload; as=fetch; crossorigin',
    ]);
    expect(await linksAt('/join', 'zh-TW, en;q=0.3')).toContain('</assets/words-2.js>; rel=modulepreload');
    expect(await linksAt('/join', 'fr')).not.toContain('</api/session>; rel=preload; as=fetch; crossorigin');
    expect(await linksAt('/meetings/council/desk', 'en')).toEqual([]);
  });

  test('of a room shows its agenda before any script runs, to those who may see it', async () => {
    await openCouncil(house);
    await give(house, 'add-item', { itemId: 'hostile', kind: 'report', title: '<img src=x onerror=alert(1)>' });
    const room = `/meetings/${MEETING}/room`;
    const seen = await house.send(attendee('ben'), 'GET', room);
    const html = await seen.text();
    expect(html).toContain('<li dir="auto" aria-current="step">Commendations</li>');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('SECRET');
    expect(seen.headers.get('cache-control')).toBe('private, no-store');
    const [, style] = /<style>(.*)<\/style>/.exec(html)!;
    const digest = createHash('sha256').update(style!).digest('base64');
    expect(seen.headers.get('content-security-policy')).toContain(`style-src 'self' 'sha256-${digest}'`);
    const stranger: Actor = { kind: 'attendee', id: 'ben', meetingId: 'another', name: 'ben' };
    for (const actor of [null, stranger, attendee('nobody')]) {
      expect(await (await house.send(actor, 'GET', room)).text()).toBe(PAGE);
    }
    expect(await (await house.send(attendee('ben'), 'GET', '/meetings/%E0%A4%A/room')).text()).toBe(PAGE);
  });

  test('is 304 where the browser has it already', async () => {
    const etag = (await get('/')).headers.get('etag')!;
    const again = await get('/meetings', { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  test('has a head', async () => {
    const response = await get('/', {}, 'HEAD');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  test('is not given for what is posted', async () => {
    expect((await get('/meetings', {}, 'POST')).status).toBe(405);
  });
});

describe('a file named by its content', () => {
  test('may be kept for ever', async () => {
    const response = await get('/assets/index-abc123.js');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe(SCRIPT);
  });

  test('comes compressed to those who take it so', async () => {
    const brotli = await get('/assets/index-abc123.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(SCRIPT);
    const gzip = await get('/assets/index-abc123.js', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(SCRIPT);
  });

  test('of an older build is a hard 404, not the page', async () => {
    const response = await get('/assets/index-old.js');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'web.unknown-asset' });
  });
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/%00',
  '/assets/%ff',
  '/assets',
])('%s leads nowhere outside the folder', async (path) => {
  expect(await (await get(path)).text()).not.toContain('outside');
});

test('a file beside the page is given with its type', async () => {
  expect((await get('/favicon.svg')).headers.get('content-type')).toBe('image/svg+xml');
});

test('a web application that is not built says so in a sentence', async () => {
  const bare = await openTestHouse();
  const response = await bare.send(null, 'GET', '/');
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('not built');
  await bare.remove();
});
