// Work on the roster from its table: what is written into cells, moved and taken back, each by one command; what is under
// way and what did not go through stays at its cell.

import { createSignal } from 'solid-js';
import type { Accessor } from 'solid-js';
import { createAction } from '../../../../api/action.ts';
import type { Action } from '../../../../api/action.ts';
import { newKey } from '../../../../api/key.ts';
import { asProblem } from '../../../../api/problem.ts';
import type { Problem } from '../../../../api/problem.ts';
import { useLive } from '../../../../live/use-live.tsx';
import { everyone } from '../../../../meeting/people.ts';
import { takenBack } from './cell-change.ts';
import type { Change } from './cell-change.ts';
import type { ColumnId } from './columns.ts';

export type CellPlace = { readonly rosterId: string; readonly column: ColumnId };

/** What was written into a cell and does not stand there yet: under way, or refused. */
export type Written = CellPlace & { readonly text: string; readonly problem: Problem | null };

export type RosterWork = {
  /** What is under way or was refused at a cell. */
  readonly written: (place: CellPlace) => Written | undefined;
  readonly refused: Accessor<readonly Written[]>;
  /** Forgets what was refused at a cell. */
  readonly forget: (place: CellPlace) => void;
  readonly write: (place: CellPlace, text: string, change: Change) => void;
  /** Many names at once, by a paste; throws Problem. */
  readonly fill: Action;
  readonly fillWith: (changes: readonly Change[]) => void;
  readonly move: Action;
  readonly moveTo: (rosterIds: readonly string[], afterId: string | null) => void;
  /** Takes the last change back. */
  readonly undo: Action;
  readonly canUndo: Accessor<boolean>;
  /** Notes what was changed elsewhere on the page, so that it can be taken back. */
  readonly note: (changes: readonly Change[]) => void;
};

const keyOf = ({ rosterId, column }: CellPlace): string => `${column} ${rosterId}`;

export function createRosterWork(): RosterWork {
  const live = useLive();
  const [cells, setCells] = createSignal<ReadonlyMap<string, Written>>(new Map());
  const [last, setLast] = createSignal<readonly Change[] | null>(null);
  let filling: readonly Change[] = [];
  let moving: { readonly rosterIds: readonly string[]; readonly afterId: string | null } | null = null;

  const setCell = (place: CellPlace, written: Written | null) =>
    setCells((before) => {
      const next = new Map(before);
      if (written) next.set(keyOf(place), written);
      else next.delete(keyOf(place));
      return next;
    });
  const revise = async (changes: readonly Change[], key: string) => {
    await live.send('revise-roster', { changes: [...changes] }, key);
    setLast(changes);
  };
  const write = async (place: CellPlace, text: string, change: Change) => {
    setCell(place, { ...place, text, problem: null });
    try {
      await revise([change], newKey());
      setCell(place, null);
    } catch (thrown) {
      setCell(place, { ...place, text, problem: asProblem(thrown) });
    }
  };
  const fill = createAction((key) => revise(filling, key));
  const places = () => new Map(everyone(live.view().meeting).map(({ rosterId, precedence }) => [rosterId, precedence]));
  const move = createAction(async (key) => {
    if (!moving) return;
    const before = places();
    await live.send('move-on-roster', { ...moving, rosterIds: [...moving.rosterIds] }, key);
    const changes = [...places()].flatMap(([rosterId, precedence]) => {
      const seen = before.get(rosterId);
      return seen === undefined || seen === precedence ? [] : [{ rosterId, precedence, seen: { precedence: seen } }];
    });
    if (changes.length > 0) setLast(changes);
  });
  const undo = createAction(async (key) => {
    const changes = last();
    if (!changes) return;
    await live.send('revise-roster', { changes: [...takenBack(changes)] }, key);
    setLast(null);
  });

  return {
    written: (place) => cells().get(keyOf(place)),
    refused: () => [...cells().values()].filter(({ problem }) => problem !== null),
    forget: (place) => setCell(place, null),
    write: (place, text, change) => void write(place, text, change),
    fill,
    fillWith: (changes) => {
      filling = changes;
      void fill.run();
    },
    move,
    moveTo: (rosterIds, afterId) => {
      if (move.busy()) return;
      moving = { rosterIds, afterId };
      void move.run();
    },
    undo,
    canUndo: () => last() !== null,
    note: (changes) => void setLast(changes),
  };
}
