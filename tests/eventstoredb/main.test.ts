// The server by itself, as a process of its own.

import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { startProcess } from '../server/start.ts';
import { append, connect, numbersIn } from './bare-client.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

test.each([
  ['plainly', ['--insecure']],
  ['over TLS, for a user', ['--user', 'admin:changeit']],
  ['as a cluster', ['--insecure', '--nodes', '3']],
])('it runs alone, %s, until it is told to stop', async (_, flags) => {
  const process = await startProcess([MAIN, '--port', '0', ...flags], {}, /^EventStoreDB is at (esdb:\/\/\S+)$/);
  onTestFinished(() => process.kill());
  const client = connect(process.address);
  await append(client, 'meeting-1', 'no_stream', 1);
  expect(await numbersIn(client, 'meeting-1')).toEqual([1]);
  expect(await process.stop()).toBe(0);
});
