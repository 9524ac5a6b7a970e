// Runs the test server by itself, for other programs and for people:
//
//   node tests/eventstoredb/main.ts [--port 2113] [--insecure] [--user admin:changeit] [--nodes 1] [--version 24.10.0]
//
// Without `--insecure` it speaks TLS, with a certificate that it makes; the connection string names the authority's.

import { parseArgs } from 'node:util';
import { certify } from './certificates.ts';
import { startCluster } from './cluster.ts';
import type { NodeOptions } from './endpoint.ts';
import { startEventStoreDb } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '2113' },
    insecure: { type: 'boolean', default: false },
    user: { type: 'string' },
    nodes: { type: 'string', default: '1' },
    version: { type: 'string' },
  },
});

const [username, ...password] = values.user?.split(':') ?? [];
const options: NodeOptions = {
  ...(values.version === undefined ? {} : { version: values.version }),
  ...(username === undefined ? {} : { users: [{ username, password: password.join(':') }] }),
  ...(values.insecure ? {} : { tls: certify() }),
};
const nodes = Number(values.nodes);
const port = Number(values.port);
const server = await (nodes > 1 ? startCluster({ ...options, nodes, port }) : startEventStoreDb({ ...options, port }));

process.stdout.write(`EventStoreDB is at ${server.url}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
