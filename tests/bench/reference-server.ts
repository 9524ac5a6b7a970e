// What Rostrum is measured against: the same Hono route with the same validation, which stores nothing (`nothing`), or
// writes one row in a transaction of its own as one would by hand (`insert`). And a server that writes bytes to open
// sockets (`sockets`): each GET stays open, each POST is written to all of them.

import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { serve } from '@hono/node-server';
import { meetingCommands } from '@rostrum/events';
import { Hono } from 'hono';

const [mode = 'nothing', file = ':memory:'] = process.argv.slice(2);

const say = (port: number) => process.stdout.write(`Rostrum is at http://127.0.0.1:${port}\n`);

function storing(): (data: unknown) => void {
  if (mode === 'nothing') return () => undefined;
  const db = new DatabaseSync(file);
  db.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE events (id INTEGER PRIMARY KEY, stream TEXT, data TEXT)',
  );
  const insert = db.prepare('INSERT INTO events (stream, data) VALUES (?, ?)');
  return (data) => {
    db.exec('BEGIN IMMEDIATE');
    insert.run('meeting-council', JSON.stringify(data));
    db.exec('COMMIT');
  };
}

function route(): void {
  const store = storing();
  const { input } = meetingCommands['summarize-speech'];
  const app = new Hono();
  let revision = 0;
  app.post('/api/meetings/:id/summarize-speech', async (c) => {
    const data = input.parse(await c.req.json());
    store(data);
    revision += 1;
    const events = [{ id: '6f1d8a3e-1f7b-5c8e-9b8a-2f6f4b1f0c11', type: 'SpeechSummarized', revision }];
    return c.json({ meetingId: c.req.param('id'), revision, position: String(revision), events });
  });
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => say(port));
}

function sockets(): void {
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.useChunkedEncodingByDefault = false;
      response.shouldKeepAlive = false;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.flushHeaders();
      response.once('close', () => open.delete(response));
      open.add(response);
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const bytes = Buffer.concat(chunks);
      for (const listener of open) listener.write(bytes);
      response.end('{}');
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object' && address) say(address.port);
  });
}

if (mode === 'sockets') sockets();
else route();
