// From a command to every listener: how long until an event has reached 1,000 live listeners, beside a bare server that
// writes the same bytes to 1,000 open sockets; and what a listener costs in memory.

import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { signIn, startProcess, startServer } from '../server/start.ts';
import { open } from './http-load.ts';
import { openMeeting } from './meetings.ts';
import { alternate, quantile, rowOf } from './row.ts';
import type { Row } from './row.ts';

const REFERENCE = fileURLToPath(new URL('reference-server.ts', import.meta.url));
const LISTENERS = 1000;
const EVENTS = 100;
const TURNS = 3;

/** Listeners on their own connections; each event is told apart by a marker in its text. */
class Audience {
  readonly #sockets: Socket[] = [];
  #marker = '';
  #heard: (() => void) | null = null;

  static async of(count: number, address: string, path: string, cookie: string): Promise<Audience> {
    const audience = new Audience();
    for (let place = 0; place < count; place += 50) {
      await Promise.all(
        Array.from({ length: Math.min(50, count - place) }, () => audience.#join(address, path, cookie)),
      );
    }
    return audience;
  }

  async #join(address: string, path: string, cookie: string): Promise<void> {
    const { hostname, port, host } = new URL(address);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    socket.setEncoding('latin1');
    socket.on('error', () => undefined);
    this.#sockets.push(socket);
    const { promise, resolve } = Promise.withResolvers<void>();
    let tail = '';
    socket.on('data', (chunk: string) => {
      resolve();
      if (this.#marker === '') return;
      tail = (tail + chunk).slice(-4096);
      if (!tail.includes(this.#marker)) return;
      tail = '';
      this.#heard?.();
    });
    socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\naccept: text/event-stream\r\n\r\n`);
    await promise;
  }

  /** Does something that tells the marker, and gives the milliseconds after which each listener had it. */
  async hear(marker: string, tell: () => Promise<void>): Promise<readonly number[]> {
    const times: number[] = [];
    this.#marker = marker;
    const all = new Promise<void>((resolve) => {
      this.#heard = () => {
        times.push(performance.now() - started);
        if (times.length === this.#sockets.length) resolve();
      };
    });
    const started = performance.now();
    await Promise.all([tell(), all]);
    return times;
  }

  leave(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

export async function liveRows(): Promise<readonly Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-bench-'));
  const rostrum = await startServer(directory);
  const bare = await startProcess([REFERENCE, 'sockets']);
  try {
    const cookie = await signIn(rostrum.address);
    await openMeeting(rostrum.address, cookie, 'council');
    const before = await residentKiB(rostrum.address);
    const listening = await Audience.of(LISTENERS, rostrum.address, '/api/meetings/council/live', cookie);
    await pause(1000);
    const perListener = ((await residentKiB(rostrum.address)) - before) / LISTENERS;
    const reference = await Audience.of(LISTENERS, bare.address, '/', cookie);

    const speaker = await open({ address: rostrum.address, cookie });
    const writer = await open({ address: bare.address, cookie });
    let turn = 0;
    const p99 = async (audience: Audience, tell: (marker: string) => Promise<void>) => {
      const times: number[] = [];
      for (let count = 0; count < EVENTS; count += 1) {
        const marker = `marker-${(turn += 1)}-`;
        times.push(...(await audience.hear(marker, () => tell(marker))));
      }
      return quantile(times, 0.99);
    };
    const bytesOf = (marker: string) =>
      `id: 12345\nevent: recorded\ndata: {"id":"6f1d8a3e-1f7b-5c8e-9b8a-2f6f4b1f0c11","stream":"meeting-council","type":"SpeechSummarized","revision":12345,"position":"12345","data":{"speechId":"speech","points":["${marker}"],"at":"2026-11-23T06:00:00.000Z"},"actor":{"kind":"account","id":"admin","name":"Administrator"},"recordedAt":"2026-11-23T06:00:00.000Z"}\n\n`;
    const reached = await alternate(
      TURNS,
      () =>
        p99(listening, (marker) =>
          speaker.post(
            '/api/meetings/council/summarize-speech',
            JSON.stringify({ speechId: 'speech', points: [marker] }),
          ),
        ),
      () => p99(reference, (marker) => writer.post('/', bytesOf(marker))),
    );
    for (const closing of [listening, reference]) closing.leave();
    speaker.close();
    writer.close();
    return [
      rowOf({
        name: `from a command to ${LISTENERS} live listeners, p99`,
        reference: `the same bytes to ${LISTENERS} open sockets`,
        unit: 'ms',
        ...reached,
        bar: 2,
        direction: 'at most',
      }),
      rowOf({
        name: 'memory for a live listener',
        reference: 'resident memory of the server',
        unit: 'KiB',
        ours: perListener,
        theirs: null,
        bar: 32,
        direction: 'at most',
      }),
    ];
  } finally {
    await Promise.all([rostrum.stop(), bare.kill()]);
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The server's resident memory by its own account. */
async function residentKiB(address: string): Promise<number> {
  const page = await (await fetch(`${address}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(page)?.[1] ?? Number.NaN) / 1024;
}
