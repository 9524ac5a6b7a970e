/** What a store's refusal means: the codes of the Amazon S3 API reference, "Error responses", and what else is in use. */

import type { FilesUnavailability } from '../port.ts';

/** That there is no such object, that the same may succeed a moment later, or what somebody must set right first. */
export type Verdict = 'missing' | 'again' | FilesUnavailability;

const byCode: Readonly<Record<string, Verdict>> = {
  NoSuchKey: 'missing',
  NoSuchBucket: 'files.no-bucket',
  // Of VersityGW, with 404.
  XAdminUserNotFound: 'files.access-denied',
  // The bytes were altered, or ended, on their way.
  BadDigest: 'again',
  XAmzContentSHA256Mismatch: 'again',
  IncompleteBody: 'again',
  RequestTimeout: 'again',
  OperationAborted: 'again',
  AuthorizationHeaderMalformed: 'files.wrong-region',
  IllegalLocationConstraintException: 'files.wrong-region',
  PermanentRedirect: 'files.wrong-region',
  TemporaryRedirect: 'files.wrong-region',
  QuotaExceeded: 'files.store-full',
  XMinioStorageFull: 'files.store-full',
};

/** @param said the body of the answer; only its code is looked at, for the rest may repeat what was sent. */
export const verdictOn = (status: number, said: string): Verdict =>
  byCode[codeIn(said) ?? ''] ?? verdictOnStatus(status);

/** The code that an answer names, such as `SlowDown`. */
export const codeIn = (said: string): string | undefined => /<Code>([A-Za-z0-9.]{1,64})<\/Code>/.exec(said)?.[1];

/** What certificates fail by, in the words of OpenSSL and of Node. */
const UNTRUSTED = /CERT|UNABLE_TO_(?:GET|VERIFY|DECODE)|^ERR_TLS_CERT/;

/** @param error of a request that got no answer */
export const verdictOnSilence = (error: unknown): Verdict =>
  error instanceof Error && 'code' in error && UNTRUSTED.test(String(error.code)) ? 'files.untrusted' : 'again';

function verdictOnStatus(status: number): Verdict {
  if (status === 401 || status === 403) return 'files.access-denied';
  if (status === 408 || status === 429) return 'again';
  if (status === 507) return 'files.store-full';
  if (status >= 500 && status !== 501) return 'again';
  if (status >= 300 && status < 400) return 'files.wrong-region';
  return 'files.refused';
}
