// Looks now and then whether documents' files can be had; says so in one line of the log when they no longer can, and in
// another when they can again. Meetings go on without them, on every node alike, so a node stays ready all the same.

import { FilesUnavailable } from '@rostrum/infra';
import type { Files } from '@rostrum/infra';
import { problemOf } from '../http/problem.ts';
import type { ReadinessCheck } from './health.ts';
import type { Log } from './log.ts';
import { Gauge } from './metrics.ts';
import type { Registry } from './metrics.ts';

export type FilesWatchOptions = {
  readonly files: Files;
  readonly log: Log;
  readonly metrics: Registry;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Milliseconds for which what was seen stands; 5,000 without it. */
  readonly standsMs?: number;
};

/** Milliseconds between two looks that nobody asked for. */
const EVERY_MS = 30_000;
/** Probes come often, and each look may cost money. */
const STANDS_MS = 5000;

/** Gives the check that tells of it. */
export function watchFiles({ files, log, metrics, signal, standsMs = STANDS_MS }: FilesWatchOptions): ReadinessCheck {
  let away: { readonly since: number } | null = null;
  let seen: { readonly reason: Promise<string | null>; readonly until: number } | undefined;

  const tell = (error: unknown): void => {
    if (signal.aborted) return;
    if (error === null) {
      if (away)
        log.info('The files are there again.', { seconds: Math.round((performance.now() - away.since) / 1000) });
      away = null;
    } else if (away === null) {
      away = { since: performance.now() };
      log.warn('The files of documents are away. Meetings go on; documents are not stored or opened meanwhile.', {
        reason: reasonOf(error),
        cause: causeOf(error),
      });
    }
  };
  const look = async (): Promise<string | null> => {
    const error: unknown = await files.check().then(
      () => null,
      (reason: unknown) => reason,
    );
    tell(error);
    return error === null ? null : reasonOf(error);
  };
  const check = (): Promise<string | null> => {
    if (!seen || performance.now() >= seen.until) seen = { reason: look(), until: performance.now() + standsMs };
    return seen.reason;
  };

  const timer = setInterval(() => void check(), EVERY_MS).unref();
  signal.addEventListener('abort', () => clearInterval(timer));
  metrics.add(
    new Gauge('rostrum_files_reachable', '1 while the files of documents can be had, else 0.', () =>
      Number(away === null),
    ),
  );
  return { name: 'files', advisory: true, check };
}

/** What is wrong and what to do about it. */
const reasonOf = (error: unknown): string =>
  error instanceof FilesUnavailable ? error.message : problemOf(error).message;

/** What lies behind it, for the log alone: it may name hosts. */
const causeOf = (error: unknown): string | undefined =>
  error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
