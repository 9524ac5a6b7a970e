// The line between one browser and the server: it can be cut and mended, as the network of somebody on a train is, and it
// knows every byte that came. (A browser that is told to be offline keeps the streams that it has open; a cut line does not.)

import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export type Line = {
  /** Where the browser goes in place of the server. */
  readonly address: string;
  /** Breaks every connection and refuses new ones. */
  readonly cut: () => void;
  /** Lets connections through again. */
  readonly mend: () => void;
  /** All that the server sent over it so far, headers included. Scripts and styles are compressed, answers are not. */
  readonly received: () => string;
  readonly close: () => Promise<void>;
};

/** Lays a line to a server. */
export async function layLine(serverAddress: string): Promise<Line> {
  const { hostname, port } = new URL(serverAddress);
  const open = new Set<Socket>();
  const heard: Buffer[][] = [];
  let whole = true;

  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // A broken connection is what this is for.
    socket.on('error', () => socket.destroy());
  };
  const relay = createServer((near) => {
    keep(near);
    if (!whole) return void near.resetAndDestroy();
    const far = connect(Number(port), hostname);
    keep(far);
    const pieces: Buffer[] = [];
    heard.push(pieces);
    far.on('data', (piece: Buffer) => pieces.push(piece));
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');

  const cut = () => {
    whole = false;
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    address: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    cut,
    mend: () => void (whole = true),
    // Without the sizes that stand between the chunks of a body (RFC 9112, section 7.1): they could part a word.
    received: () =>
      heard
        .map((pieces) =>
          Buffer.concat(pieces)
            .toString()
            .replaceAll(/\r\n[\dA-F]+\r\n/gi, ''),
        )
        .join('\n'),
    close: async () => {
      cut();
      relay.close();
      await once(relay, 'close');
    },
  };
}
