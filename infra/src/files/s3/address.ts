/** Where the files are in a store that speaks the S3 protocol: `s3://bucket/prefix?endpoint=https://…&region=…&style=…`. */

import { isIP } from 'node:net';
import { isNear } from './near.ts';

export type S3Address = {
  readonly bucket: string;
  /** Before every file's name; empty, or ends with a slash. */
  readonly prefix: string;
  /** Where objects are: scheme, host, path and, in path style, the bucket; no slash at the end. */
  readonly base: string;
  readonly region: string;
};

/** The naming rules of buckets that all such stores share. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^[\w.-]+(?:\/[\w.-]+)*\/?$/;
const REGION = /^[a-z0-9-]{1,40}$/i;
const KNOWN = new Set(['endpoint', 'region', 'style']);

/**
 * Reads such an address. Without an endpoint the store is Amazon's in the region; with one, objects are asked for by path,
 * unless `style=virtual` puts the bucket before the host.
 * @throws RangeError with what is wrong, without repeating any of it
 */
export function readS3Address(text: string): S3Address {
  if (!URL.canParse(text)) throw new RangeError('must be an address such as s3://bucket/prefix?endpoint=https://…');
  const { protocol, host: bucket, pathname, searchParams, username, password, port } = new URL(text);
  if (protocol !== 's3:') throw new RangeError('must begin with s3://.');
  if (username !== '' || password !== '' || port !== '') {
    throw new RangeError(
      'must name a bucket alone after s3://. Credentials go into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, host and port into endpoint=.',
    );
  }
  if (!BUCKET.test(bucket))
    throw new RangeError('must name a bucket: 3 to 63 lower-case letters, digits, dots and hyphens.');
  const path = pathname.replace(/^\//, '');
  if (path !== '' && !PREFIX.test(path)) {
    throw new RangeError('must have a prefix of letters, digits, dots, hyphens and slashes, or none.');
  }
  for (const name of searchParams.keys()) {
    if (!KNOWN.has(name)) throw new RangeError('takes endpoint=, region= and style= after the question mark.');
  }
  const region = searchParams.get('region') ?? 'us-east-1';
  if (!REGION.test(region)) throw new RangeError('must have a region such as eu-central-1.');
  const given = searchParams.get('endpoint');
  // A certificate for all buckets of a host holds for names without a dot.
  const style = searchParams.get('style') ?? (given === null && !bucket.includes('.') ? 'virtual' : 'path');
  if (style !== 'path' && style !== 'virtual') throw new RangeError('must have style=path or style=virtual.');
  const endpoint = endpointOf(given ?? `https://s3.${region}.amazonaws.com`);
  if (style === 'virtual' && isIP(bare(endpoint.hostname)) !== 0) {
    throw new RangeError('must have an endpoint with the name of a host for style=virtual.');
  }
  return {
    bucket,
    prefix: path === '' || path.endsWith('/') ? path : `${path}/`,
    base: baseOf(endpoint, bucket, style),
    region,
  };
}

function endpointOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new RangeError('must have an endpoint such as https://s3.example.org.');
  }
  if (url.protocol === 'http:' && !isNear(bare(url.hostname))) {
    throw new RangeError('must have an endpoint that begins with https://, unless it is in a network of your own.');
  }
  return url;
}

/** An address of IPv6 without its brackets. */
const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');

function baseOf({ protocol, host, pathname }: URL, bucket: string, style: 'path' | 'virtual'): string {
  const path = pathname.replace(/\/+$/, '');
  return style === 'path' ? `${protocol}//${host}${path}/${bucket}` : `${protocol}//${bucket}.${host}${path}`;
}
