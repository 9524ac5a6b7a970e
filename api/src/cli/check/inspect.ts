// Looks through a whole store, and through the files that it names.

import type { Files, StoreExport } from '@rostrum/infra';
import type { Progress } from '../progress.ts';
import { lookAtDocuments } from './documents.ts';
import { lookAtEvents } from './events.ts';
import { Report } from './report.ts';

export type Inspection = {
  /** Undefined where files are not to be looked at. */
  readonly files: Files | undefined;
  readonly progress: Progress;
  readonly signal: AbortSignal;
};

/** @throws StoreUnavailable where the store cannot be reached, FilesUnavailable, the signal's reason */
export async function inspectStore(store: StoreExport, { files, progress, signal }: Inspection): Promise<Report> {
  const report = new Report(store.name);
  for (const sentence of await store.inspect()) report.add({ kind: 'store', sentence });
  const named = await lookAtEvents(store, report, {
    signal,
    onProgress: (events, done) => progress.show('Checking the record', done, { count: events, unit: 'events' }),
  });
  if (files !== undefined) {
    await lookAtDocuments(named, files, report, {
      signal,
      onProgress: (count, done) => progress.show('Checking the documents', done, { count, unit: 'files' }),
    });
  }
  progress.end();
  return report;
}
