/**
 * A line between a client and a server, any server, that can be frozen and cut: what a network does, and no server can
 * be asked to do.
 *
 *   const relay = await startRelay(server.port);
 *   relay.freeze();    // connections stay, nothing passes, in either direction
 *   relay.thaw();      // what was held back passes
 *   relay.cut();       // every connection breaks; new ones are taken
 */

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type Relay = {
  readonly port: number;
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly cut: () => void;
  /** How many clients hang on the line. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
};

/** @param port of the server, on this machine unless `host` names another */
export async function startRelay(port: number, host = '127.0.0.1'): Promise<Relay> {
  const lines = new Set<readonly [client: Socket, server: Socket]>();
  let frozen = false;
  const isFrozen = () => frozen;

  const server = createServer({ noDelay: true }, (client) => {
    const line = [client, connect({ port, host, noDelay: true })] as const;
    const [, behind] = line;
    lines.add(line);
    pass(client, behind, isFrozen);
    pass(behind, client, isFrozen);
    for (const end of line) {
      if (frozen) end.pause();
      end.on('error', () => {});
      end.on('close', () => {
        lines.delete(line);
        for (const other of line) other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();

  const cut = (): void => {
    for (const line of lines) for (const end of line) end.resetAndDestroy();
  };
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    freeze: () => {
      frozen = true;
      for (const line of lines) for (const end of line) end.pause();
    },
    thaw: () => {
      frozen = false;
      for (const line of lines) for (const end of line) end.resume();
    },
    cut,
    connections: () => lines.size,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}

/** Hands over as it comes, no faster than it is taken. */
function pass(from: Socket, to: Socket, isFrozen: () => boolean): void {
  from.on('data', (bytes) => {
    if (to.write(bytes)) return;
    from.pause();
    to.once('drain', () => {
      if (!isFrozen()) from.resume();
    });
  });
  from.on('end', () => to.end());
}
