// The page that people see while the server is starting or the record is away. It loads nothing, since nothing can be
// loaded yet, and opens the address again by itself once it is there: what stands behind a # is kept.

import { createHash } from 'node:crypto';
import type { HeaderRecord } from './http/headers.ts';
import { PAGE_HEADERS } from './http/headers.ts';
import { markup, raw } from './openapi/markup.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1a1f2b, #e6e8ec); --soft: light-dark(#5a6272, #a3abba); --paper: light-dark(#faf9f6, #14171d); }
body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 2rem; box-sizing: border-box; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 34rem; display: grid; gap: 2rem; }
h1, h2 { margin: 0 0 .25rem; font: 600 1.5rem/1.3 Georgia, 'Songti SC', serif; }
p { margin: 0; color: var(--soft); }
`;

/** Asks for the address itself, as a browser would, until it is answered. */
const SCRIPT = `
setInterval(() => {
  fetch(location.href, { method: 'HEAD', cache: 'no-store', headers: { accept: 'text/html' } })
    .then((answer) => { if (answer.status !== 503) location.reload(); })
    .catch(() => undefined);
}, 2000);
`;

const words = {
  'server.starting': {
    en: ['Rostrum is starting', 'This takes a moment. The page opens by itself once it is ready.'],
    zh: ['Rostrum 正在启动', '请稍候。准备就绪后，本页会自动打开。'],
  },
  'store.unreachable': {
    en: [
      'Rostrum is waiting for its record',
      'The server is up, but what keeps the record of the meetings cannot be reached yet. Nothing is lost. The page opens by itself once it is there.',
    ],
    zh: [
      'Rostrum 正在等待会议记录',
      '服务器已启动，但暂时无法连接保存会议记录的存储，已有记录不会丢失。恢复后，本页会自动打开。',
    ],
  },
} as const;

/** The page for a reason. */
export const waitingPage = (code: keyof typeof words): string =>
  markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Rostrum</title>
<style>${raw(STYLE)}</style>
<noscript><meta http-equiv="refresh" content="5"></noscript>
</head>
<body>
<main>
<section><h1>${words[code].en[0]}</h1><p>${words[code].en[1]}</p></section>
<section lang="zh-CN"><h2>${words[code].zh[0]}</h2><p>${words[code].zh[1]}</p></section>
</main>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`.text;

/** The source of one inline element, as a policy names it (CSP 3, section 2.3.1). */
const source = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Headers of the page: it may run what is written in it, and nothing else. */
export const WAITING_HEADERS: HeaderRecord = {
  ...PAGE_HEADERS,
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    `script-src ${source(SCRIPT)}`,
    `style-src ${source(STYLE)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};
