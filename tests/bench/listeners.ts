// Listeners of live streams on bare sockets, which cost the machine as little as can be.

import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export class Listeners {
  readonly #address: string;
  readonly #cookie: string;
  readonly #sockets: Socket[] = [];
  #received = 0;

  /** @param cookie of whoever listens, where they do not come in by a link */
  constructor(address: string, cookie: string) {
    this.#address = address;
    this.#cookie = cookie;
  }

  /** Opens so many streams, fifty at a time. */
  async open(path: string, count: number): Promise<void> {
    for (let first = 0; first < count; first += 50) {
      const some = Array.from({ length: Math.min(50, count - first) }, () => this.#listen(path, this.#cookie));
      await Promise.all(some);
    }
  }

  /** Comes in by a personal link and listens. */
  async arrive(link: string, path: string): Promise<void> {
    const response = await fetch(`${this.#address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ link }),
    });
    if (!response.ok) throw new Error(`A link did not open: ${await response.text()}`);
    await response.arrayBuffer();
    await this.#listen(path, response.headers.getSetCookie()[0]!.split(';')[0]!);
  }

  /** Resolves once nothing has arrived for a moment. */
  async settled(): Promise<void> {
    for (let before = -1; before !== this.#received; await pause(300)) before = this.#received;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Bytes of the first message of a stream. */
  static async snapshotBytes(address: string, cookie: string, path: string): Promise<number> {
    const leaving = new AbortController();
    const response = await fetch(`${address}${path}`, { headers: { cookie }, signal: leaving.signal });
    let bytes = 0;
    for await (const chunk of response.body!) {
      const end = Buffer.from(chunk).indexOf('\n\n');
      bytes += end < 0 ? chunk.length : end + 2;
      if (end >= 0) break;
    }
    leaving.abort();
    return bytes;
  }

  async #listen(path: string, cookie: string): Promise<void> {
    const { hostname, port, host } = new URL(this.#address);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.#sockets.push(socket);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      this.#received += chunk.length;
      resolve();
    });
    socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\naccept: text/event-stream\r\n\r\n`);
    await promise;
  }
}
