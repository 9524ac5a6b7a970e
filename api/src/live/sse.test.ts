import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { AppContext } from '../http/context.ts';
import { openSse } from './sse.ts';
import type { Sink } from './sse.ts';

let server: Server;
afterEach(() => void server.close());

test('a listener who reads nothing is cut off, and what waited for them is given back', async () => {
  const opened = Promise.withResolvers<Sink>();
  const gone = Promise.withResolvers<void>();
  server = createServer((incoming, outgoing) => {
    const c = { env: { incoming, outgoing }, get: () => 'request-1' } as unknown as AppContext;
    opened.resolve(openSse(c, () => gone.resolve()).sink);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1');
  reader.on('error', () => undefined);
  reader.pause();
  reader.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const sink = await opened.promise;
  const chunk = new Uint8Array(1024 * 1024);
  let written = 0;
  while (sink.write(chunk)) expect((written += 1)).toBeLessThan(100);
  sink.end();
  await gone.promise;
  reader.destroy();
});
