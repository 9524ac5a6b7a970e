/**
 * One request over HTTP, and its answer. A body is sent once the store has said that it takes it (RFC 9110, section 10.1.1):
 * a store that refuses closes the connection, and what it said would be lost with what was being sent.
 */

import { createReadStream } from 'node:fs';
import { request as overHttp } from 'node:http';
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import { Readable } from 'node:stream';
import type { Patience } from './patience.ts';

export type Asked = {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is sent, a file. */
  readonly body?: { readonly path: string; readonly size: number } | undefined;
};

/** An answer whose head is there. Its body is read to its end, or left. */
export type S3Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The next bytes, undefined at the end. Fails where it breaks off or falls silent. */
  readonly next: () => Promise<Uint8Array | undefined>;
  readonly leave: () => void;
};

/** Milliseconds after which a body is sent to whoever has neither asked for it nor refused it. */
const UNASKED_MS = 1000;
const PIECE_BYTES = 256 * 1024;
/** What the system may have taken and not sent yet, and how slowly it may go. */
const UNSENT_BYTES = 4 * 1024 * 1024;
const SLOWEST_BYTES_PER_MS = 100;

/** Fails where nobody answers, or the patience is over. */
export async function exchange({ url, method, headers, body }: Asked, patience: Patience): Promise<S3Answer> {
  const isSending = body !== undefined && body.size > 0;
  const request = (url.protocol === 'https:' ? overHttps : overHttp)(url, {
    method,
    headers: { ...headers, ...(isSending ? { 'content-length': body.size, expect: '100-continue' } : {}) },
  });
  const answered = answerTo(request);
  patience.signal.addEventListener('abort', () => request.destroy(patience.signal.reason as Error));
  patience.begin();
  try {
    if (isSending) await send(body, request, answered, patience);
    else request.end();
    return answerOf(await answered, request, patience);
  } finally {
    patience.rest();
  }
}

function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  const answered = Promise.withResolvers<IncomingMessage>();
  request.once('response', answered.resolve);
  // More than one may come; only the first tells anything.
  request.on('error', answered.reject);
  answered.promise.catch(() => {});
  return answered.promise;
}

/** Sends the body, or leaves it where an answer comes first. Does not wait for its end. */
async function send(
  body: NonNullable<Asked['body']>,
  request: ClientRequest,
  answered: Promise<IncomingMessage>,
  patience: Patience,
): Promise<void> {
  const wanted = Promise.withResolvers<true>();
  request.once('continue', () => wanted.resolve(true));
  patience.begin(UNASKED_MS);
  const timer = setTimeout(() => wanted.resolve(true), UNASKED_MS);
  const isWanted = await Promise.race([wanted.promise, answered.then(() => false)]).finally(() => clearTimeout(timer));
  if (!isWanted) return;
  const content = Readable.from(pieces(body, patience), { objectMode: false });
  content.on('error', (error) => request.destroy(error));
  request.once('close', () => content.destroy());
  request.once('response', () => content.unpipe(request).destroy());
  content.pipe(request);
}

/** What is in a file. Each piece that the other side takes renews the patience with it. */
async function* pieces(
  { path, size }: NonNullable<Asked['body']>,
  patience: Patience,
): AsyncGenerator<Uint8Array, void, void> {
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    patience.begin();
    yield piece as Uint8Array;
  }
  patience.begin(Math.min(size, UNSENT_BYTES) / SLOWEST_BYTES_PER_MS);
}

function answerOf(response: IncomingMessage, request: ClientRequest, patience: Patience): S3Answer {
  const content = response[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  // An answer to a body that was not sent to its end leaves a connection that nobody else can use.
  response.once('end', () => request.writableFinished || request.destroy());
  return {
    status: response.statusCode!,
    headers: response.headers,
    async next() {
      patience.begin();
      try {
        return (await content.next()).value;
      } catch (error) {
        throw patience.signal.aborted ? patience.signal.reason : error;
      } finally {
        patience.rest();
      }
    },
    leave: () => void response.destroy(),
  };
}
