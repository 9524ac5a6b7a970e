/** The objects of a bucket, page by page. */

import { FilesUnavailable } from '../port.ts';
import type { Effort, S3Requests } from './requests.ts';

export type Listed = { readonly key: string; readonly size: number };

type Asked = {
  readonly prefix: string;
  /** Only what comes after this key. */
  readonly after?: string;
  readonly limit: number;
};

/** Objects in a page: what such stores give at most. */
const PAGE = 1000;

/** All objects under a prefix, in the order of their keys. */
export async function* objectsUnder(requests: S3Requests, prefix: string): AsyncGenerator<Listed, void, void> {
  let after = '';
  for (;;) {
    const { objects, more } = await onePage(requests, { prefix, after, limit: PAGE });
    yield* objects;
    if (!more || objects.length === 0) return;
    after = objects.at(-1)!.key;
  }
}

/**
 * One page of ListObjects (Amazon S3 API reference) in its first version, which every store knows: a page begins after a
 * key, with no token to carry. Keys come percent-encoded, so that they need no reader of XML.
 * @throws FilesUnavailable
 */
export async function onePage(
  requests: S3Requests,
  { prefix, after = '', limit }: Asked,
  effort?: Effort,
): Promise<{ readonly objects: readonly Listed[]; readonly more: boolean }> {
  const query = {
    'encoding-type': 'url',
    'max-keys': String(limit),
    ...(prefix === '' ? {} : { prefix }),
    ...(after === '' ? {} : { marker: after }),
  };
  const text = await requests.read({ method: 'GET', key: '', query, ...effort });
  // Anything may answer at a mistaken address.
  if (!text?.includes('<ListBucketResult')) throw new FilesUnavailable('files.refused');
  const objects = text.matchAll(/<Contents>(.*?)<\/Contents>/gs).map(([, entry = '']) => ({
    key: decodeURIComponent((/<Key>([^<]*)<\/Key>/.exec(entry)?.[1] ?? '').replaceAll('+', ' ')),
    size: Number(/<Size>(\d+)<\/Size>/.exec(entry)?.[1]),
  }));
  return { objects: objects.toArray(), more: /<IsTruncated>\s*true\s*</.test(text) };
}
