// One round on one stream: read what is not known, decide all who wait, append it as one, tell them. Where another node
// was faster, the whole is decided again on what it wrote.

import { setTimeout as pause } from 'node:timers/promises';
import { EventTooLarge, OutcomeUnknown, WrongExpectedRevision } from '@rostrum/infra';
import type { Appended, Clock, EventStore } from '@rostrum/infra';
import type { Dossier, Waiting } from './dossier.ts';
import { Draft } from './draft.ts';
import type { Drafted } from './draft.ts';
import type { Neighbours, Order } from './family.ts';
import type { CommandMeasures } from './measures.ts';
import { refresh } from './sheet.ts';
import type { Sheet } from './sheet.ts';

export type RoundTools = {
  readonly store: EventStore;
  /** True where other nodes write to the store as well. */
  readonly shared: boolean;
  readonly clock: Clock;
  readonly measures: CommandMeasures;
};

/**
 * How often a round is decided again after another node's append came first. At once each time: those who win leave room
 * (see `courtesy.ts`). Where five nodes never rest, somebody needs more than twenty now and then.
 */
const MAX_CONFLICTS = 40;
/** Milliseconds before an append of unknown outcome is sent again, with the same ids and revision. */
const PAUSES_AFTER_UNKNOWN = [50, 250, 1000] as const;

/**
 * Decides and appends the commands of one stream, and tells each who waits. Never throws: what fails is told to those
 * it concerns, and what is remembered of the stream is then dropped, so that it never holds what was not stored.
 */
export async function playRound(tools: RoundTools, dossier: Dossier, batch: readonly Waiting[]): Promise<void> {
  let waiting = batch;
  while (waiting.length > 0) waiting = waiting.slice(await playFirst(tools, dossier, waiting));
}

/**
 * Plays those who come first: all of them, unless another node comes first. Then fewer each time, since the sooner a
 * decision is appended after reading, the likelier nobody has written in between.
 * @returns how many were told
 */
async function playFirst(tools: RoundTools, dossier: Dossier, batch: readonly Waiting[]): Promise<number> {
  const { stream } = batch[0]!.order;
  let first = batch;
  for (let conflicts = 0; ; conflicts += 1) {
    try {
      await decideAndAppend(tools, dossier, first, conflicts > 0);
      return first.length;
    } catch (error) {
      if (error instanceof WrongExpectedRevision && conflicts < MAX_CONFLICTS) {
        tools.measures.conflicts.add();
        dossier.courtesy.othersWrote();
        first = first.slice(0, Math.ceil(first.length / 2));
        continue;
      }
      dossier.forget(stream);
      if (error instanceof EventTooLarge && first.length > 1) {
        for (const waiting of first) await playRound(tools, dossier, [waiting]);
        return first.length;
      }
      for (const waiting of batch) waiting.fail(error);
      return batch.length;
    }
  }
}

/** @param again true where what is remembered is known to be out of date */
async function decideAndAppend(
  tools: RoundTools,
  dossier: Dossier,
  batch: readonly Waiting[],
  again: boolean,
): Promise<void> {
  const { store } = tools;
  const { order } = batch[0]!;
  const streams = dossier.streamsFor(order);
  const started = performance.now();
  if (again) await dossier.load(store, streams, true);
  // Nothing conflicts there, and a store does not know the ids of all times: what another node has written is looked for.
  else if (tools.shared && !order.family.ordered) await dossier.load(store, streams.slice(0, 1), true);
  for (let certain = again; ; certain = true) {
    const around = await order.family.surroundings?.(order);
    if (!dossier.isCurrent(streams)) await dossier.load(store, streams);
    const neighbours = around ?? dossier.neighboursOf(streams);
    const draft = decide(tools, dossier.known(order.stream)!, neighbours, batch);
    if (draft.restsOnMemory && !certain && (await dossier.load(store, streams, true))) continue;
    await append(tools, dossier, draft, order);
    if (order.family.ordered) dossier.courtesy.wrote(performance.now() - started);
    return;
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
  const { sheet, events } = draft;
  if (events.length === 0) {
    draft.settle(sheet);
    return;
  }
  const started = performance.now();
  await (family.ordered ? appendWhole(tools, dossier, draft) : appendParts(tools, dossier, draft));
  tools.measures.appending.observe((performance.now() - started) / 1000);
}

/** All of it or nothing, right after the revision it was decided on. */
async function appendWhole({ store, measures }: RoundTools, dossier: Dossier, draft: Draft): Promise<void> {
  const { sheet, events } = draft;
  const expected = sheet.revision < 0 ? 'none' : sheet.revision;
  const appended = await appendForSure(() => store.append(sheet.stream, events, expected));
  measures.events.add(events.length);
  const inPlace = appended.revision === sheet.revision + events.length;
  const after = inPlace ? draft.taken(appended) : await refresh(store, sheet);
  dossier.keep(sheet, after);
  draft.settle(after);
}

/**
 * Wherever the stream ends, and each command by itself: so the store recognises a command that another node has written
 * meanwhile, whichever others it was decided with there and here.
 */
async function appendParts({ store, measures }: RoundTools, dossier: Dossier, draft: Draft): Promise<void> {
  const { sheet, events, parts } = draft;
  const outcomes = new Map<Drafted, Appended | Error>();
  await Promise.all(
    parts.map(async (part) => {
      const own = events.slice(part.from, part.to);
      const outcome = await appendForSure(() => store.append(sheet.stream, own, 'any')).catch(asError);
      outcomes.set(part, outcome);
      if (!(outcome instanceof Error)) measures.events.add(own.length);
    }),
  );
  const last = outcomes.get(parts.at(-1)!)!;
  const inPlace = parts.every((part) => endOf(outcomes.get(part)!) === sheet.revision + part.to);
  if (inPlace && !(last instanceof Error)) dossier.keep(sheet, draft.taken(last));
  else for (const outcome of outcomes.values()) dossier.notice(sheet.stream, endOf(outcome));
  draft.settleParts(outcomes);
}

const endOf = (outcome: Appended | Error): number => (outcome instanceof Error ? -1 : outcome.revision);

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

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
