// Reading what was sent: never more than the limit, UTF-8 alone, JSON alone. Where a length is announced nothing is
// copied or counted; the connection itself holds a sender to it (RFC 9112, section 6.3).

import type { AppContext } from './context.ts';
import { Problem } from './problem.ts';

/** What a command may weigh unless its route says otherwise. */
export const COMMAND_BYTES = 1024 * 1024;

/**
 * The whole body.
 * @param limit bytes
 * @throws Problem 413 where it is larger
 */
export async function readBytes(c: AppContext, limit: number): Promise<Uint8Array> {
  return announces(c, limit) ? new Uint8Array(await c.req.raw.arrayBuffer()) : gathered(c, limit);
}

/**
 * The body as JSON; an empty body is an empty object.
 * @param limit bytes
 * @throws Problem 400 where it is not UTF-8 or not JSON, 413 where it is too large, 415 where it says to be something else
 */
export async function readJson(c: AppContext, limit: number): Promise<unknown> {
  const text = announces(c, limit) ? await c.req.raw.text() : utf8.decode(await gathered(c, limit));
  if (text === '') return {};
  if (!isJson(c.req.header('content-type'))) {
    throw new Problem(415, 'request.not-json', 'Send JSON, with the header Content-Type: application/json.');
  }
  // What decoding puts in the place of bytes that are not UTF-8. In an honest text it stands only where one was lost before.
  if (text.includes('\uFFFD')) {
    throw new Problem(
      400,
      'request.not-utf8',
      'The body is not UTF-8, or a text in it was damaged before. Encode it as UTF-8 and send it again.',
    );
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (text.trim() === '') return {};
    throw new Problem(400, 'request.malformed', 'The body is not valid JSON. Check quotes, commas and brackets.');
  }
}

const utf8 = new TextDecoder();

/** True where the request announces a length that is within the limit. */
function announces(c: AppContext, limit: number): boolean {
  const announced = c.req.header('content-length');
  if (announced === undefined) return false;
  if (Number(announced) > limit) throw tooLarge(limit);
  return true;
}

async function gathered(c: AppContext, limit: number): Promise<Uint8Array> {
  const { body } = c.req.raw;
  if (body === null) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function isJson(contentType: string | undefined): boolean {
  if (contentType === 'application/json') return true;
  if (contentType === undefined) return false;
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return type.trim() === 'application/json' && (charset === undefined || /^charset="?utf-?8"?$/.test(charset));
}

const tooLarge = (limit: number) =>
  new Problem(
    413,
    'request.too-large',
    `The body is larger than the ${megabytes(limit)} that are taken here. Send less.`,
  );

const megabytes = (bytes: number) =>
  bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MiB` : `${Math.round(bytes / 1024)} KiB`;
