// The process of the server: `@20minutes/s3rver`, which checks every signature, and before it what real stores do besides.
// It is started by `server.ts`, tells its port and ends with whoever started it.

import { createHash } from 'node:crypto';
import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import S3rver from '@20minutes/s3rver';

const [directory, bucket, region] = process.argv.slice(2) as [string, string, string];

const inner = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory,
  configureBuckets: [{ name: bucket, configs: [] }],
});
const { port } = await inner.run();

const outer = createServer((incoming, outgoing) => void answer(incoming, outgoing).catch(() => outgoing.destroy()));
outer.listen(0, '127.0.0.1', () => process.send!({ port: (outer.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit());

/** Lets a request through once it is there whole, signed for this region, with the very bytes that were signed. */
async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const body = await wholeOf(incoming);
  const refusal = refusalOf(incoming, body);
  if (refusal === undefined) return pass(incoming, body, outgoing);
  const [status, code] = refusal;
  outgoing.writeHead(status, { 'content-type': 'application/xml' });
  outgoing.end(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>No.</Message></Error>`);
}

/** Fails where the request breaks off, so that nothing of it is stored. */
async function wholeOf(incoming: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function refusalOf({ headers }: IncomingMessage, body: Buffer): [status: number, code: string] | undefined {
  const [, , signedFor] = /Credential=([^,]*)/.exec(headers.authorization ?? '')?.[1]?.split('/') ?? [];
  if (signedFor === undefined) return [403, 'AccessDenied'];
  if (signedFor !== region) return [400, 'AuthorizationHeaderMalformed'];
  const promised = headers['x-amz-content-sha256'];
  if (promised !== 'UNSIGNED-PAYLOAD' && promised !== createHash('sha256').update(body).digest('hex'))
    return [400, 'XAmzContentSHA256Mismatch'];
  return undefined;
}

/** The host stays the one that was signed. */
function pass({ method, url, headers: given }: IncomingMessage, body: Buffer, outgoing: ServerResponse): void {
  // What was waited for has come.
  const { expect: _waited, ...headers } = given;
  const onward = forward({ host: '127.0.0.1', port, method, path: url, headers }, (answered) => {
    outgoing.writeHead(answered.statusCode!, answered.headers);
    answered.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  onward.end(body);
}
