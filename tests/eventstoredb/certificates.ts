// Certificates for servers that tests start: an authority of one's own, and for a server a certificate that it signed.
// X.509 with a key on the curve P-256, valid for this machine, for ten years.

import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export type Certified = {
  /** PEM: what a client needs to trust the server. */
  readonly authority: string;
  /** PEM of the server's certificate. */
  readonly certificate: string;
  /** PEM of the server's private key. */
  readonly key: string;
};

/** @param hosts names and IPv4 addresses under which the server is reached */
export function certify(hosts: readonly string[] = ['localhost', '127.0.0.1']): Certified {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = { name: 'Authority of a test', key: authority.privateKey };
  return {
    authority: certificateOf(issuer.name, authority.publicKey, issuer, [
      extension('basicConstraints', true, sequence(TRUE)),
      extension('keyUsage', true, bitString(Buffer.of(0x06), 1)),
    ]),
    certificate: certificateOf('Server of a test', server.publicKey, issuer, [
      extension('keyUsage', true, bitString(Buffer.of(0x80), 7)),
      extension('extKeyUsage', false, sequence(identifier('serverAuth'))),
      extension('subjectAltName', false, sequence(...hosts.map(alternativeName))),
    ]),
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

type Issuer = { readonly name: string; readonly key: KeyObject };

function certificateOf(name: string, key: KeyObject, issuer: Issuer, extensions: readonly Buffer[]): string {
  const now = new Date();
  const algorithm = sequence(identifier('ecdsaWithSha256'));
  const content = sequence(
    tagged(0xa0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(0x01), randomBytes(15)])),
    algorithm,
    commonName(issuer.name),
    sequence(time(addYears(now, -1)), time(addYears(now, 10))),
    commonName(name),
    key.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', content, issuer.key);
  const certificate = sequence(content, algorithm, bitString(signature, 0)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${certificate.match(/.{1,64}/g)!.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** Object identifiers, in DER. */
const IDENTIFIERS = {
  commonName: '550403',
  ecdsaWithSha256: '2a8648ce3d040302',
  basicConstraints: '551d13',
  keyUsage: '551d0f',
  extKeyUsage: '551d25',
  subjectAltName: '551d11',
  serverAuth: '2b06010505070301',
};

const TRUE = Buffer.of(0x01, 0x01, 0xff);

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  return Buffer.concat([Buffer.of(tag, 0x82, length >> 8, length & 0xff), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts));
const integer = (bytes: Buffer): Buffer => tagged(0x02, bytes);
const bitString = (bytes: Buffer, unused: number): Buffer => tagged(0x03, Buffer.concat([Buffer.of(unused), bytes]));
const identifier = (name: keyof typeof IDENTIFIERS): Buffer => tagged(0x06, Buffer.from(IDENTIFIERS[name], 'hex'));

const commonName = (name: string): Buffer =>
  sequence(tagged(0x31, sequence(identifier('commonName'), tagged(0x0c, Buffer.from(name)))));

function extension(name: keyof typeof IDENTIFIERS, critical: boolean, content: Buffer): Buffer {
  return sequence(identifier(name), ...(critical ? [TRUE] : []), tagged(0x04, content));
}

function alternativeName(host: string): Buffer {
  const address = /^\d+(\.\d+){3}$/.test(host);
  return address ? tagged(0x87, Buffer.from(host.split('.').map(Number))) : tagged(0x82, Buffer.from(host));
}

/** As `YYMMDDHHMMSSZ`. */
const time = (at: Date): Buffer =>
  tagged(0x17, Buffer.from(`${at.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`));

function addYears(date: Date, years: number): Date {
  const moved = new Date(date);
  moved.setUTCFullYear(date.getUTCFullYear() + years);
  return moved;
}
