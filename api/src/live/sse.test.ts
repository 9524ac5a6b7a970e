import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { AppContext } from '../http/context.ts';
import { openSse } from './sse.ts';
import type { Sink } from './sse.ts';

const CHUNK = new Uint8Array(1024 * 1024);

let server: Server;
let reader: Socket;
let sink: Sink;
let gone: Promise<void>;

/** Opens a stream for a reader who takes nothing yet. */
async function open(before: (outgoing: ServerResponse) => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  const opened = Promise.withResolvers<Sink>();
  const closed = Promise.withResolvers<void>();
  server = createServer((incoming, outgoing) => {
    const c = { env: { incoming, outgoing }, get: () => 'request-1' } as unknown as AppContext;
    void before(outgoing).then(() => opened.resolve(openSse(c, closed.resolve, 200).sink));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  reader = connect((server.address() as AddressInfo).port, '127.0.0.1');
  reader.pause();
  reader.on('error', () => undefined);
  reader.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  sink = await opened.promise;
  gone = closed.promise;
}
afterEach(() => {
  reader.destroy();
  server.close();
});

/** Writes until the listener is too far behind; gives how many chunks that took. */
function fill(): number {
  let written = 0;
  while (sink.write(CHUNK)) expect((written += 1)).toBeLessThan(100);
  return written;
}

test('a listener who reads nothing is cut off, and what waited for them is given back', async () => {
  await open();
  fill();
  sink.end();
  await expect(gone).resolves.toBeUndefined();
});

test('a listener who is slow gets what was written before they were let go, and nothing after', async () => {
  await open();
  const written = fill();
  sink.end();
  let read = 0;
  reader.on('data', (bytes) => {
    read += bytes.length;
    expect(sink.write(CHUNK)).toBe(false);
  });
  reader.resume();
  await Promise.all([gone, once(reader, 'end')]);
  expect(read).toBeGreaterThan(written * CHUNK.length);
  expect(read).toBeLessThan((written + 1) * CHUNK.length);
});

test('a listener who was gone before the stream began is told of as gone', async () => {
  await open(async (outgoing) => {
    reader.destroy();
    await once(outgoing, 'close');
  });
  await expect(gone).resolves.toBeUndefined();
});
