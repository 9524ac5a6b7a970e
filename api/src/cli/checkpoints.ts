// Where processes stopped goes along with the record: in the target each goes on with the event after the one it handled
// last in the source. Positions differ there, so each place is looked for by its event.

import type { Checkpoint, Entry, EventEntry, ProcessHome, StoreExport } from '@rostrum/infra';
import { StoreRefused } from '@rostrum/infra';

const TENURE = { holder: 'rostrum-copy', ttlMs: 10_000 };

export type Carrying = {
  readonly source: StoreExport;
  readonly target: StoreExport;
  /** Position in the source up to which it was copied. */
  readonly until: bigint;
  readonly from: ProcessHome;
  readonly to: ProcessHome;
};

/**
 * Carries over where each process stopped, unless it has come as far in the target already.
 * @returns the names of their processes
 * @throws StoreUnavailable; StoreRefused where a process runs on the target
 */
export async function carryCheckpoints({ source, target, until, from, to }: Carrying): Promise<readonly string[]> {
  const kept = await from.checkpoints();
  if (kept.size === 0) return [];
  const there = await to.checkpoints();
  const handled = await lastHandled(source.read(until), kept);
  const places = await placesOf(target.read(), new Set([...handled.values()].map(({ id }) => id)));
  const carried: string[] = [];
  for (const name of kept.keys()) {
    const event = handled.get(name);
    const place = (event && places.get(event.id)) ?? BEGINNING;
    const present = there.get(name);
    if (present !== undefined && present.position >= place.position) continue;
    await carry(name, place, to);
    carried.push(name);
  }
  return carried;
}

const BEGINNING: Checkpoint = { position: 0n, stream: '', revision: 0, eventId: '' };

async function carry(name: string, checkpoint: Checkpoint, to: ProcessHome): Promise<void> {
  const tenure = await to.take(name, TENURE);
  if (tenure === undefined || !(await tenure.renew(checkpoint))) {
    throw new StoreRefused(
      'store.in-use',
      `The process ${name} runs on the target. Stop its servers and run this again.`,
    );
  }
  await tenure.release();
}

/** The last event that each process has handled and that still stands; none for one that has handled none of them. */
async function lastHandled(
  pages: AsyncIterable<readonly Entry[]>,
  kept: ReadonlyMap<string, Checkpoint>,
): Promise<ReadonlyMap<string, EventEntry>> {
  const handled = new Map<string, EventEntry>();
  for await (const page of pages) {
    for (const entry of page) {
      if (entry.kind !== 'event') continue;
      for (const [name, { position }] of kept) if (entry.position <= position) handled.set(name, entry);
    }
  }
  return handled;
}

async function placesOf(
  pages: AsyncIterable<readonly Entry[]>,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Checkpoint>> {
  const places = new Map<string, Checkpoint>();
  for await (const page of pages) {
    for (const entry of page) {
      if (entry.kind !== 'event' || !ids.has(entry.id)) continue;
      const { position, stream, revision, id } = entry;
      places.set(id, { position, stream, revision, eventId: id });
    }
  }
  return places;
}
