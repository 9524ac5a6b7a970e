// Folding one long meeting into its view, beside parsing the same bytes: what every browser that opens a replay does, and
// every server after a start. And moving to any moment of it once it is folded.

import { foldView, Playback } from '@rostrum/projections';
import type { ViewEvent } from '@rostrum/projections';
import { longMeeting } from '@rostrum/projections/testing';
import { alternate, quantile, rowOf } from './row.ts';
import type { Row } from './row.ts';

const EVENTS = 20_000;
const TURNS = 15;
const JUMPS = 2000;

/** The events as they go over the wire. */
function wireText(): string {
  const events = longMeeting({ events: EVENTS }).map(({ id, stream, type, revision, position, data, metadata }) => {
    const { kind, id: actorId } = metadata.actor;
    const name = 'name' in metadata.actor ? metadata.actor.name : undefined;
    const actor = { kind, id: actorId, name };
    return { id, stream, type, revision, position: position.toString(), data, actor, recordedAt: metadata.recordedAt };
  });
  return JSON.stringify(events);
}

function milliseconds(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Places all over the record, none twice in a row. */
const placeOf = (jump: number): number => (jump * 7919) % EVENTS;

export async function foldRows(): Promise<readonly Row[]> {
  const text = wireText();
  const parsed = () => JSON.parse(text) as ViewEvent[];
  const { ours, theirs } = await alternate(
    TURNS,
    () => {
      const events = parsed();
      return milliseconds(() => foldView(events));
    },
    () => milliseconds(parsed),
  );
  const playback = new Playback(parsed());
  const jumps = Array.from({ length: JUMPS }, (_unused, jump) => milliseconds(() => playback.viewAfter(placeOf(jump))));
  const size = `${EVENTS.toLocaleString('en')} events`;
  return [
    rowOf({
      name: `fold one long meeting (${size}, parsed)`,
      reference: 'JSON.parse of the same bytes',
      unit: 'ms',
      ours,
      theirs,
      bar: 1.5,
      direction: 'at most',
    }),
    rowOf({
      name: `jump to any moment of it, p99 of ${JUMPS.toLocaleString('en')} (in Node, without drawing)`,
      reference: 'one frame',
      unit: 'ms',
      ours: quantile(jumps, 0.99),
      theirs: null,
      bar: 16,
      direction: 'at most',
    }),
  ];
}
