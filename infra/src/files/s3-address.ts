/** Where the files are in a store that speaks the S3 protocol: `s3://bucket/prefix?endpoint=https://…&region=…&style=…`. */

export type S3Address = {
  readonly bucket: string;
  /** Before every file's name; empty, or ends with a slash. */
  readonly prefix: string;
  /** Where objects are: scheme, host and, in path style, the bucket; no slash at the end. */
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
  const style = searchParams.get('style') ?? (given === null ? 'virtual' : 'path');
  if (style !== 'path' && style !== 'virtual') throw new RangeError('must have style=path or style=virtual.');
  return {
    bucket,
    prefix: path === '' || path.endsWith('/') ? path : `${path}/`,
    base: baseOf(endpointOf(given ?? `https://s3.${region}.amazonaws.com`), bucket, style),
    region,
  };
}

function endpointOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare = url !== undefined && /^\/?$/.test(url.pathname) && url.search === '' && url.username === '';
  if (!bare || !/^https?:$/.test(url.protocol)) {
    throw new RangeError('must have an endpoint of scheme, host and port alone, such as https://s3.example.org.');
  }
  return url;
}

const baseOf = ({ protocol, host }: URL, bucket: string, style: 'path' | 'virtual'): string =>
  style === 'path' ? `${protocol}//${host}/${bucket}` : `${protocol}//${bucket}.${host}`;
