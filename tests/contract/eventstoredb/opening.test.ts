/** What keeps EventStoreDB from being opened: what passes is waited for, anything else is refused with a sentence. */

import { createServer } from 'node:net';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreRefused } from '@rostrum/infra';
import { openEventStoreDb } from '@rostrum/infra/adapters';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { certify } from '../../eventstoredb/certificates.ts';
import { saying, texts } from '../event-store/given.ts';
import { givenServer, openOn } from './given.ts';

const refusalOf = (connectionString: string): Promise<unknown> =>
  openEventStoreDb({ connectionString }).then(
    (store) => store.close(),
    (error: unknown) => error,
  );

async function freePort(): Promise<number> {
  const socket = createServer().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as { port: number };
  socket.close();
  await once(socket, 'close');
  return port;
}

describe('the address of EventStoreDB', () => {
  it.each([
    ['http://localhost:2113', 'esdb://'],
    ['esdb://', 'host is missing'],
    ['esdb://user:p@ss@', 'host is missing'],
    ['esdb://user@localhost:2113', 'a user and a password'],
    ['esdb://admin:sec?ret@localhost:2113?tls=false', 'question mark'],
    ['esdb://admin:2113?sec@localhost:2113', 'question mark'],
    ['esdb://admin:2113?nodePreference=sec&ret@localhost', 'question mark'],
    ['esdb://admin:sec,ret@local host:2113', 'name:port'],
    ['esdb://admin:%zz@localhost:2113', '%25'],
    ['esdb://localhost:99999', 'name:port'],
    ['esdb://localhost:2113?tls=maybe', 'true or false'],
    ['esdb://localhost:2113?tsl=false', 'unknown'],
    ['esdb://localhost:2113?nodePreference=follower', 'leader'],
    ['esdb://localhost:2113?keepAliveInterval=soon', 'whole number'],
    ['esdb://localhost:2113?tlsCAFile=/nowhere/ca.crt', '/nowhere/ca.crt'],
    ['esdb://localhost:2113?userCertFile=package.json', 'belong together'],
  ])('is refused with what is wrong with it: %s', async (address, reason) => {
    const refusal = await refusalOf(address);
    expect(refusal).toBeInstanceOf(StoreRefused);
    expect(refusal).toMatchObject({ code: 'store.address', message: expect.stringContaining(reason) as string });
    expect((refusal as Error).message).not.toMatch(/sec|ret@|p@ss/);
  });

  it.each(['kurrentdb', 'KurrentDB', 'esdb', 'kurrentdb+discover', 'esdb+discover'])(
    'may begin with %s',
    async (scheme) => {
      const server = await givenServer();
      const store = await openOn(`${server.url.replace('esdb', scheme)}&nodePreference=Leader&connectionName=test`);
      await store.append('meeting-1', saying('a'), 'none');
      expect(await texts(store.readAll())).toEqual(['a']);
    },
  );
});

describe('opening EventStoreDB', () => {
  it('waits for a server that is not there yet, and says so without the password', async () => {
    const port = await freePort();
    const waiting: string[] = [];
    const opening = openEventStoreDb({
      connectionString: `esdb://admin:secret@127.0.0.1:${port}?tls=false`,
      onWaiting: (sentence) => waiting.push(sentence),
    });
    await expect.poll(() => waiting.length).toBeGreaterThan(1);
    await givenServer({ port });
    const store = await opening;
    onTestFinished(() => store.close());
    expect(new Set(waiting)).toEqual(
      new Set([`Waiting for the event store at 127.0.0.1:${port}: nothing listens there.`]),
    );
    await store.append('meeting-1', saying('a'), 'none');
  });

  it('waits for a server that is not ready, and for one that says nothing', async () => {
    const server = await givenServer();
    const waiting: string[] = [];
    server.faults.next('features', 'unavailable');
    server.faults.next('read', 'unavailable', 'silence');
    server.faults.next('subscribe', 'unavailable');
    const store = await openOn(server.url, { silenceMs: 200, onWaiting: (sentence) => waiting.push(sentence) });
    expect(waiting.map((sentence) => sentence.split(': ')[1])).toEqual([
      'it is not ready yet.',
      'it does not answer.',
      'it is not ready yet.',
    ]);
    await store.append('meeting-1', saying('a'), 'none');
  });

  it('ends the waiting when it is told to', async () => {
    const end = new AbortController();
    const opening = openEventStoreDb({
      connectionString: `esdb://127.0.0.1:${await freePort()}?tls=false`,
      onWaiting: () => end.abort(new Error('enough')),
      signal: end.signal,
    });
    await expect(opening).rejects.toThrow('enough');
    const server = await givenServer();
    server.faults.always('features', 'silence');
    const soon = new AbortController();
    const silent = openEventStoreDb({ connectionString: server.url, signal: soon.signal });
    await sleep(100);
    soon.abort(new Error('enough'));
    await expect(silent).rejects.toThrow('enough');
    server.faults.clear();
    server.faults.always('subscribe', 'silence');
    const late = new AbortController();
    const mute = openEventStoreDb({ connectionString: server.url, signal: late.signal });
    await sleep(300);
    late.abort(new Error('enough'));
    await expect(mute).rejects.toThrow('enough');
  });

  const users = [
    { username: 'admin', password: 'se:cr@t/?&' },
    { username: 'clerk', password: 'secret', admin: false },
  ];

  it('signs in with the user of the address', async () => {
    const server = await givenServer({ tls: certify(), users });
    const store = await openOn(server.url);
    await store.append('meeting-1', saying('a'), 'none');
    await store.append('contact-1', saying('b'), 'any');
    await store.deleteStream('contact-1');
    expect(await store.processHome.take('mail', { holder: 'here', ttlMs: 1000 })).toBeDefined();
    expect(await texts(store.readAll())).toEqual(['a', 'deleted contact-1']);
  });

  it('is refused for a wrong password, without a user, and for one who may not read everything', async () => {
    const server = await givenServer({ tls: certify(), users });
    const place = server.url.slice(server.url.indexOf('@') + 1);
    for (const [signIn, reason] of [
      ['admin:other@', 'refuses the user admin'],
      ['', 'wants a user and a password'],
      ['clerk:secret@', 'may read everything'],
    ] as const) {
      const refusal = await refusalOf(`esdb://${signIn}${place}`);
      expect(refusal).toBeInstanceOf(StoreRefused);
      expect(refusal).toMatchObject({
        code: 'store.access-denied',
        message: expect.stringContaining(reason) as string,
      });
      expect((refusal as Error).message).not.toMatch(/other|secret/);
    }
  });

  it('is refused where the certificate is not one to be trusted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rostrum-certificates-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'other-authority.crt');
    writeFileSync(file, certify().authority);
    const server = await givenServer({ tls: certify() });
    const elsewhere = await givenServer({ tls: certify(['elsewhere.example']) });
    for (const connectionString of [
      `esdb://localhost:${server.port}`,
      `esdb://localhost:${server.port}?tlsCAFile=${encodeURIComponent(file)}`,
      `esdb+discover://localhost:${server.port}?maxDiscoverAttempts=1`,
      elsewhere.url,
    ]) {
      const refusal = await refusalOf(connectionString);
      expect(refusal).toBeInstanceOf(StoreRefused);
      expect(refusal).toMatchObject({
        code: 'store.untrusted',
        message: expect.stringContaining('certificate that is not trusted') as string,
      });
    }
  });

  it('takes any certificate where it is told not to look', async () => {
    const server = await givenServer({ tls: certify(['elsewhere.example']) });
    const store = await openOn(`esdb://localhost:${server.port}?tlsVerifyCert=false`);
    expect(await store.lastPosition()).toBe(0n);
  });

  it('is refused where the server does not speak TLS', async () => {
    const server = await givenServer();
    const refusal = await refusalOf(`esdb://localhost:${server.port}`);
    expect(refusal).toMatchObject({
      code: 'store.untrusted',
      message: expect.stringContaining('does not speak TLS') as string,
    });
  });

  it.each(['20.10.0', '21.10.4', '22.10.5', '23.6.0'])('is refused for a server of version %s', async (version) => {
    const server = await givenServer({ version });
    const refusal = await refusalOf(server.url);
    expect(refusal).toBeInstanceOf(StoreRefused);
    expect(refusal).toMatchObject({ code: 'store.too-old', message: expect.stringContaining('23.10') as string });
  });

  it.each(['23.10.0', '24.10.1.2345', '26.1.0-rc.1', '25.0.0'])('takes a server of version %s', async (version) => {
    const server = await givenServer({ version });
    const store = await openOn(server.url);
    expect(await store.lastPosition()).toBe(0n);
  });

  it('writes nothing to the console', async () => {
    const spoken = (['log', 'warn', 'error', 'info'] as const).map((method) => vi.spyOn(console, method));
    const server = await givenServer();
    const store = await openOn(`${server.url}&defaultDeadline=1000&throwOnAppendFailure=false`);
    await store.append('meeting-1', saying('a'), 'none');
    await expect(store.append('meeting-1', saying('b'), 'none')).rejects.toMatchObject({ actual: 0 });
    await refusalOf('esdb://admin:secret@localhost:2113?unknown=1');
    for (const spy of spoken) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});
