// Server-Sent Events on the wire (WHATWG HTML, section 9.2). A chunk is encoded once and written to every listener. Where
// Node's own response is at hand it is written to directly: no copy, no stream object for each listener.

import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { ServerResponse } from 'node:http';
import { answer } from '../http/answer.ts';
import type { AppContext } from '../http/context.ts';
import { API_HEADERS } from '../http/headers.ts';

const utf8 = new TextEncoder();

/** A message: its kind, its data on one line, and the id from which a client resumes. */
export const message = (event: string, json: string, id?: string): Uint8Array =>
  utf8.encode(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${json}\n\n`);

/** A comment: keeps the connection open through proxies that end what is silent. */
export const HEARTBEAT = utf8.encode(': still here\n\n');

/** One listener's end of the connection. */
export interface Sink {
  /** False where the listener is so far behind that it should be let go: it comes back and resumes. */
  write(chunk: Uint8Array): boolean;
  /** Ends the stream once what waits has been read. Nothing can be written any more. */
  end(): void;
}

/** Milliseconds without a byte going out, heartbeats among them, after which nobody is taken to read any more. */
const PATIENCE_MS = 45_000;

/** Bytes that may wait in memory for one listener. */
const MAX_BEHIND = 4 * 1024 * 1024;

const HEADERS = {
  ...API_HEADERS,
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // Asks nginx not to gather what should go out at once.
  'x-accel-buffering': 'no',
};

/**
 * Opens the stream.
 * @param onClose called once, when the listener is gone or was let go
 * @param patienceMs after which a connection is cut whose reader takes nothing
 */
export function openSse(
  c: AppContext,
  onClose: () => void,
  patienceMs = PATIENCE_MS,
): { readonly sink: Sink; readonly response: Response } {
  const outgoing = c.env?.outgoing;
  return outgoing && 'socket' in outgoing ? onNode(c, outgoing, onClose, patienceMs) : onStream(onClose);
}

function onNode(
  c: AppContext,
  outgoing: NonNullable<AppContext['env']['outgoing']>,
  onClose: () => void,
  patienceMs: number,
) {
  const http1 = outgoing as ServerResponse;
  // The body ends with the connection (RFC 9112, section 6.3): no framing of each chunk for each listener.
  http1.useChunkedEncodingByDefault = false;
  http1.shouldKeepAlive = false;
  http1.writeHead(200, { ...HEADERS, 'x-request-id': c.get('requestId') });
  http1.flushHeaders();
  // Whoever left while the meeting was being read is told of as well, once the caller has taken the stream.
  if (http1.closed) queueMicrotask(onClose);
  else http1.once('close', onClose);
  // A reader who takes nothing would be waited for without end, with all that they have not read.
  http1.setTimeout(patienceMs, () => void http1.destroy());
  let open = true;
  const sink: Sink = {
    write(chunk) {
      if (!open || http1.writableLength > MAX_BEHIND) return false;
      http1.write(chunk);
      return true;
    },
    end() {
      open = false;
      http1.end();
    },
  };
  return { sink, response: RESPONSE_ALREADY_SENT };
}

function onStream(onClose: () => void) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (opened) => void (controller = opened),
      cancel: () => {
        controller = undefined;
        onClose();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_BEHIND }),
  );
  const sink: Sink = {
    write(chunk) {
      if (!controller || (controller.desiredSize ?? 0) < 0) return false;
      controller.enqueue(chunk);
      return true;
    },
    end() {
      if (!controller) return;
      controller.close();
      controller = undefined;
      onClose();
    },
  };
  return { sink, response: answer(body, 200, HEADERS) };
}
