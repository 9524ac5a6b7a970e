// One round on one stream: read what is not known, decide all who wait, append it as one, tell them. Where another node
// was faster, the whole is decided again on what it wrote.

import { setTimeout as pause } from 'node:timers/promises';
import { EventTooLarge, OutcomeUnknown, WrongExpectedRevision } from '@rostrum/infra';
import type { Appended, Clock, EventStore } from '@rostrum/infra';
import type { Dossier, Waiting } from './dossier.ts';
import { Draft } from './draft.ts';
import type { Neighbours, Order } from './family.ts';
import type { CommandMeasures } from './measures.ts';
import { refresh } from './sheet.ts';
import type { Sheet } from './sheet.ts';

export type RoundTools = {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly measures: CommandMeasures;
};

/** How often a round is decided again after another node's append came first. */
const MAX_CONFLICTS = 5;
/** Milliseconds before an append of unknown outcome is sent again, with the same ids and revision. */
const PAUSES_AFTER_UNKNOWN = [50, 250, 1000] as const;

/**
 * Decides and appends the commands of one stream, and tells each who waits. Never throws: what fails is told to those
 * it concerns, and what is remembered of the stream is then dropped, so that it never holds what was not stored.
 */
export async function playRound(tools: RoundTools, dossier: Dossier, batch: readonly Waiting[]): Promise<void> {
  const { stream } = batch[0]!.order;
  try {
    await decideAndAppend(tools, dossier, batch);
  } catch (error) {
    dossier.forget(stream);
    if (error instanceof EventTooLarge && batch.length > 1) {
      for (const waiting of batch) await playRound(tools, dossier, [waiting]);
      return;
    }
    for (const waiting of batch) waiting.fail(error);
  }
}

async function decideAndAppend(tools: RoundTools, dossier: Dossier, batch: readonly Waiting[]): Promise<void> {
  const { store } = tools;
  const { order } = batch[0]!;
  const { surroundings } = order.family;
  const streams = dossier.streamsFor(order);
  let certain = false;
  for (let conflicts = 0; ;) {
    if (!dossier.knows(streams)) await dossier.load(store, streams);
    const neighbours = surroundings ? await surroundings(order) : dossier.neighboursOf(streams);
    const draft = decide(tools, dossier.known(order.stream)!, neighbours, batch);
    if (draft.restsOnMemory && !certain) {
      certain = true;
      if (await dossier.load(store, streams, true)) continue;
    }
    try {
      await append(tools, dossier, draft, order);
      return;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision) || ++conflicts > MAX_CONFLICTS) throw error;
      tools.measures.conflicts.add();
      await dossier.load(store, streams, true);
      certain = true;
    }
  }
}

function decide(
  { clock, measures }: RoundTools,
  sheet: Sheet,
  neighbours: Neighbours,
  batch: readonly Waiting[],
): Draft {
  const started = performance.now();
  const draft = new Draft(sheet, neighbours, clock.now());
  for (const waiting of batch) draft.add(waiting);
  measures.deciding.observe((performance.now() - started) / 1000 / batch.length);
  measures.batches.observe(batch.length);
  return draft;
}

async function append(tools: RoundTools, dossier: Dossier, draft: Draft, { family }: Order): Promise<void> {
  const { store, measures } = tools;
  const { sheet, events } = draft;
  if (events.length === 0) {
    draft.settle(sheet);
    return;
  }
  const expected = !family.ordered ? 'any' : sheet.revision < 0 ? 'none' : sheet.revision;
  const started = performance.now();
  const appended = await appendForSure(() => store.append(sheet.stream, events, expected));
  measures.appending.observe((performance.now() - started) / 1000);
  measures.events.add(events.length);
  const inPlace = appended.revision === sheet.revision + events.length;
  const after = inPlace ? draft.taken(appended) : await refresh(store, sheet);
  dossier.keep(after);
  draft.settle(after);
}

/** Appends, and where it is not known whether it was written sends the very same again: the store writes it once. */
async function appendForSure(send: () => Promise<Appended>): Promise<Appended> {
  for (const milliseconds of PAUSES_AFTER_UNKNOWN) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof OutcomeUnknown)) throw error;
      await pause(milliseconds);
    }
  }
  return send();
}
