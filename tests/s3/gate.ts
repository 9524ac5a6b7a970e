// A gate before a server that speaks HTTP: it lets requests through, turns some away, slows them down, falls silent, or cuts
// a connection in the middle of what goes one way or the other.

import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Transform } from 'node:stream';

/**
 * What becomes of a request:
 * `busy` is turned away with 503; `refused` as well, with 403, before any of its body is read; `unasked` goes through, but is
 * not asked to go on where it waits for that; `silent` is taken and never answered; `cut-…` breaks off in the middle; `stalled-…` stops
 * there and says nothing more; `slow-…` goes on, little by little; `altered-upload` arrives with one byte changed;
 * `whole-again` is answered as if it had asked for all of it.
 */
export type Turn =
  | 'busy'
  | 'refused'
  | 'unasked'
  | 'silent'
  | 'cut-upload'
  | 'stalled-upload'
  | 'slow-upload'
  | 'altered-upload'
  | 'cut-download'
  | 'stalled-download'
  | 'slow-download'
  | 'whole-again';

export type Gate = {
  readonly endpoint: string;
  /** Takes these turns with the next requests, one after another; then they go through. */
  readonly next: (...turns: Turn[]) => void;
  /** Requests that came, whatever became of them: method, and range if they asked for one. */
  readonly came: string[];
  readonly close: () => Promise<void>;
};

/** Bytes that pass before the middle, and milliseconds between the pieces of what is slow. */
const BEFORE_MIDDLE = 100_000;
const SLOW_MS = 40;

export async function openGate(endpoint: string): Promise<Gate> {
  const turns: Turn[] = [];
  const came: string[] = [];
  const take = (incoming: IncomingMessage, outgoing: ServerResponse, isWaiting: boolean) => {
    came.push(`${incoming.method} ${incoming.headers.range ?? ''}`.trimEnd());
    const turn = turns.shift();
    if (turn === 'refused') return refuse(outgoing, 403, 'SignatureDoesNotMatch');
    if (isWaiting && turn !== 'unasked') outgoing.writeContinue();
    if (turn === 'silent') return void incoming.resume();
    if (turn !== 'busy') return pass(endpoint, incoming, outgoing, turn);
    incoming.resume();
    return refuse(outgoing, 503, 'SlowDown');
  };
  const server = createServer((incoming, outgoing) => take(incoming, outgoing, false));
  server.on('checkContinue', (incoming: IncomingMessage, outgoing: ServerResponse) => take(incoming, outgoing, true));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: (...given) => void turns.push(...given),
    came,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** And closes the connection, with what is still to come. */
function refuse(outgoing: ServerResponse, status: number, code: string): void {
  outgoing.writeHead(status, { 'content-type': 'application/xml', connection: 'close' });
  outgoing.end(`<Error><Code>${code}</Code></Error>`, () => outgoing.socket?.destroySoon());
}

function pass(endpoint: string, incoming: IncomingMessage, outgoing: ServerResponse, turn: Turn | undefined): void {
  const { hostname, port } = new URL(endpoint);
  // The host stays the one that was signed.
  const { expect: _waited, ...headers } = incoming.headers;
  if (turn === 'whole-again') delete headers.range;
  const onward = forward({ hostname, port, method: incoming.method, path: incoming.url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode!, answer.headers);
    answer.pipe(midway(turn, 'download', () => outgoing.destroy())).pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  // No end is passed on that was not there.
  const up = midway(turn, 'upload', () => incoming.destroy());
  incoming.on('error', () => onward.destroy());
  incoming.on('close', () => incoming.complete || onward.destroy());
  incoming.pipe(up).pipe(onward);
}

/** What bytes go through on their way, and what becomes of them in the middle. */
function midway(turn: Turn | undefined, way: 'upload' | 'download', cut: () => void): Transform {
  let passed = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      const isMiddle = passed <= BEFORE_MIDDLE && passed + piece.length > BEFORE_MIDDLE;
      passed += piece.length;
      if (turn === `cut-${way}` && isMiddle) return cut();
      if (turn === `stalled-${way}` && isMiddle) return;
      if (turn === `altered-${way}` && isMiddle) piece[0]! ^= 1;
      if (turn === `slow-${way}`) setTimeout(() => done(null, piece), SLOW_MS);
      else done(null, piece);
    },
  });
}
