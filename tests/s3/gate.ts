// A gate before a server that speaks HTTP: it lets requests through, turns some away, keeps silent, or cuts a connection in
// the middle of what goes one way or the other.

import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of the next requests, one after another; then they go through. */
export type Turn = 'busy' | 'silent' | 'cut-upload' | 'cut-download';

export type Gate = {
  readonly endpoint: string;
  readonly next: (...turns: Turn[]) => void;
  /** Requests that came, whatever became of them. */
  readonly count: () => number;
  readonly close: () => Promise<void>;
};

/** Bytes that pass before a cut. */
const BEFORE_CUT = 1000;

export async function openGate(endpoint: string): Promise<Gate> {
  const turns: Turn[] = [];
  let count = 0;
  const server = createServer((incoming, outgoing) => {
    count++;
    const turn = turns.shift();
    if (turn === 'busy') {
      incoming.resume();
      outgoing.writeHead(503, { 'content-type': 'application/xml' });
      outgoing.end('<Error><Code>SlowDown</Code></Error>');
    } else if (turn !== 'silent') pass(endpoint, incoming, outgoing, turn);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: (...given) => void turns.push(...given),
    count: () => count,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pass(endpoint: string, incoming: IncomingMessage, outgoing: ServerResponse, turn: Turn | undefined): void {
  const { host, port } = new URL(endpoint);
  // The host stays the one that was signed.
  const onward = forward(
    { host: host.split(':')[0], port, method: incoming.method, path: incoming.url, headers: incoming.headers },
    (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      let passed = 0;
      answer.on('data', (chunk: Buffer) => {
        if (turn !== 'cut-download') outgoing.write(chunk);
        else if ((passed += chunk.length) >= BEFORE_CUT)
          outgoing.write(chunk.subarray(0, BEFORE_CUT), () => outgoing.destroy());
      });
      answer.on('end', () => outgoing.end());
      answer.on('error', () => outgoing.destroy());
    },
  );
  onward.on('error', () => outgoing.destroy());
  let sent = 0;
  incoming.on('data', (chunk: Buffer) => {
    if (turn !== 'cut-upload') onward.write(chunk);
    else if ((sent += chunk.length) >= BEFORE_CUT) {
      onward.destroy();
      incoming.destroy();
    }
  });
  incoming.on('end', () => onward.end());
  incoming.on('error', () => onward.destroy());
}
