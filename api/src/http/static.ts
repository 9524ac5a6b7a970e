// The built web application from `web/dist`: what is hashed in its name is kept for ever and answers a hard 404 where it is
// gone; every other address is the one page, checked anew each time. Text is sent compressed.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { namedAhead } from './ahead.ts';
import { answer } from './answer.ts';
import type { AppContext } from './context.ts';
import { PAGE_HEADERS } from './headers.ts';
import { PAINTED_STYLE, withPainted } from './painted.ts';
import type { Paint } from './painted.ts';
import { Problem } from './problem.ts';

type Encoding = 'br' | 'gzip' | 'identity';
type Loaded = {
  readonly bytes: Readonly<Record<Encoding, Uint8Array<ArrayBuffer>>>;
  readonly mediaType: string;
  readonly etag: string;
};

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt']);

const compress = {
  br: (bytes: Uint8Array) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes),
};

/**
 * Serves the files of a folder.
 * @param root absolute; it need not exist yet
 * @param paint what of a page is shown before its scripts
 */
export function webApplication(root: string, paint: Paint): (c: AppContext, path: string) => Promise<Response> {
  const kept = new Map<string, Loaded>();
  const ahead = namedAhead(root);

  const load = async (path: string): Promise<Loaded | undefined> => {
    const known = kept.get(path);
    if (known) return known;
    const bytes = await readInside(root, path);
    if (bytes === undefined) return undefined;
    const extension = extname(path);
    const text = COMPRESSED.has(extension);
    const loaded: Loaded = {
      bytes: {
        identity: bytes,
        br: text ? new Uint8Array(await compress.br(bytes)) : bytes,
        gzip: text ? new Uint8Array(await compress.gzip(bytes)) : bytes,
      },
      mediaType: MEDIA_TYPES[extension] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    };
    // Only what is named by its content may be kept: the page itself changes with each build.
    if (text && isHashed(path)) kept.set(path, loaded);
    return loaded;
  };

  return async (c, path) => {
    if (isHashed(path)) {
      const asset = await load(path);
      if (!asset)
        throw new Problem(
          404,
          'web.unknown-asset',
          'This file is not part of the web application. Load the page again.',
        );
      return send(c, asset, 'public, max-age=31536000, immutable');
    }
    const file = extname(path) === '' ? undefined : await load(path);
    if (file) return send(c, file, 'no-cache');
    const page = await load('/index.html');
    if (page) {
      const link = await ahead(path, c.req.header('accept-language') ?? '');
      const painted = await paint(c, path);
      return painted === null ? send(c, page, 'no-cache', link) : sendPainted(c, page, painted, link);
    }
    return answer(
      'The web application is not built. Start the server with npm start, or build it with: pnpm --filter @rostrum/web build\n',
      503,
      {
        ...PAGE_HEADERS,
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'no-store',
      },
    );
  };
}

const isHashed = (path: string) => path.startsWith('/assets/');

function send(c: AppContext, { bytes, mediaType, etag }: Loaded, cacheControl: string, link?: string): Response {
  const named = link === undefined ? {} : { link };
  const headers = { ...PAGE_HEADERS, 'cache-control': cacheControl, etag, vary: 'Accept-Encoding', ...named };
  if (c.req.header('if-none-match') === etag) return answer(null, 304, headers);
  const encoding = bytes.br === bytes.identity ? 'identity' : accepted(c.req.header('accept-encoding') ?? '');
  const encoded = encoding === 'identity' ? {} : { 'content-encoding': encoding };
  return answer(bytes[encoding], 200, { ...headers, ...encoded, 'content-type': mediaType });
}

/** The page with somebody's meeting in it: theirs alone, and kept by nobody. */
async function sendPainted(c: AppContext, { bytes }: Loaded, painted: string, link?: string): Promise<Response> {
  const page = new TextEncoder().encode(withPainted(new TextDecoder().decode(bytes.identity), painted));
  const gzipped = accepted(c.req.header('accept-encoding') ?? '') !== 'identity';
  return answer(gzipped ? new Uint8Array(await compress.gzip(page)) : page, 200, {
    ...PAGE_HEADERS,
    'content-security-policy': PAGE_HEADERS['content-security-policy']!.replace(
      "style-src 'self'",
      `style-src 'self' ${PAINTED_STYLE}`,
    ),
    'cache-control': 'private, no-store',
    'content-type': MEDIA_TYPES['.html']!,
    vary: 'Accept-Encoding, Cookie',
    ...(gzipped ? { 'content-encoding': 'gzip' } : {}),
    ...(link === undefined ? {} : { link }),
  });
}

const accepted = (acceptEncoding: string): Encoding =>
  /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(acceptEncoding)
    ? 'br'
    : /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(acceptEncoding)
      ? 'gzip'
      : 'identity';

/** The file's bytes; undefined where there is none, or where the path leads out of the folder. */
async function readInside(root: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const file = normalize(join(root, decoded));
  if (decoded.includes('\0') || !file.startsWith(root + sep)) return undefined;
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    throw error;
  }
}
