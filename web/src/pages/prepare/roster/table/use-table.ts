// The roster as its table works on it: whom it lists and in which order, who is chosen, where one stands, what is written.

import type { Capacity } from '@rostrum/events';
import { createMemo, createSignal } from 'solid-js';
import type { Accessor } from 'solid-js';
import { capacity } from '../../../../catalogue.ts';
import { useLive } from '../../../../live/use-live.tsx';
import { everyone } from '../../../../meeting/people.ts';
import { usePrepareWords } from '../../words.tsx';
import { answerOf } from './answers.ts';
import type { AnswerState } from './answers.ts';
import { anchorFor, byPrecedence, isByPrecedence, narrowed, sorted } from './arranged.ts';
import type { Sorting } from './arranged.ts';
import { typedInto } from './cell-change.ts';
import type { Around, Typed } from './cell-change.ts';
import { cellText } from './columns.ts';
import type { CellWords, ColumnId, TableName } from './columns.ts';
import { createRosterWork } from './work.ts';
import type { CellPlace, RosterWork } from './work.ts';

export type RosterTableModel = {
  readonly work: RosterWork;
  /** Everyone, by precedence. */
  readonly all: Accessor<readonly TableName[]>;
  /** Whom the table lists, in its order. */
  readonly shown: Accessor<readonly TableName[]>;
  readonly nameOf: (rosterId: string) => TableName | undefined;
  readonly text: (name: TableName, column: ColumnId) => string;
  readonly typed: Accessor<string>;
  readonly setTyped: (typed: string) => void;
  readonly unit: Accessor<string | null>;
  readonly setUnit: (unit: string | null) => void;
  readonly answer: Accessor<AnswerState | null>;
  readonly setAnswer: (answer: AnswerState | null) => void;
  readonly sorting: Accessor<Sorting>;
  readonly sortBy: (column: ColumnId) => void;
  /** Ids of those chosen who are listed, in the order of the table. */
  readonly chosen: Accessor<readonly string[]>;
  readonly isChosen: (rosterId: string) => boolean;
  readonly choose: (rosterIds: readonly string[], yes: boolean) => void;
  readonly chooseNone: () => void;
  /** What can be chosen in a column. */
  readonly choices: (column: ColumnId) => readonly string[];
  readonly typedInto: (place: CellPlace, text: string) => Typed | undefined;
  /** Puts names, with all who are chosen where one of them is, before or behind another. */
  readonly put: (rosterId: string, at: { readonly target: string; readonly behind: boolean }) => void;
  readonly canMove: Accessor<boolean>;
};

export function createRosterTable(): RosterTableModel {
  const { t, p, names } = usePrepareWords();
  const live = useLive();
  const work = createRosterWork();
  const [typed, setTyped] = createSignal('');
  const [unit, setUnit] = createSignal<string | null>(null);
  const [answer, setAnswer] = createSignal<AnswerState | null>(null);
  const [sorting, setSorting] = createSignal<Sorting>(byPrecedence);
  const [marked, setMarked] = createSignal<ReadonlySet<string>>(new Set());

  const meeting = () => live.view().meeting;
  const words: CellWords = {
    capacity: (value) => t(`capacity.${value}`),
    get remote() {
      return t('venue.remote');
    },
    answer: (name) => {
      const state = answerOf(name);
      if (state === null) return '';
      return state === 'substituted'
        ? p('roster.substituted', { name: name.substitute?.name ?? '' })
        : p(`answer.${state}`);
    },
  };
  const text = (name: TableName, column: ColumnId) => cellText(name, column, words);

  const roster = createMemo(() => meeting().roster);
  const all = createMemo((): readonly TableName[] => {
    const { delegations } = roster();
    return everyone(meeting()).map((name) => {
      const { headId = null, headName = null } = delegations.get(name.rosterId) ?? {};
      return { ...name, headId, headName };
    });
  });
  const byId = createMemo(() => new Map(all().map((name) => [name.rosterId, name])));
  const shown = createMemo(() =>
    sorted(narrowed(all(), { typed: typed(), unit: unit(), answer: answer() }), sorting(), text, names().compare),
  );
  const chosen = createMemo(() => {
    const ids = marked();
    return ids.size === 0 ? [] : shown().flatMap(({ rosterId }) => (ids.has(rosterId) ? [rosterId] : []));
  });

  const venues = createMemo(
    () =>
      new Map<string, string | null>([
        [t('venue.remote'), null],
        ...roster()
          .venues.values()
          .filter(({ withdrawn }) => !withdrawn)
          .map(({ name, venueId }) => [name, venueId] as const),
      ]),
  );
  const capacities = createMemo(
    () => new Map<string, Capacity>(capacity.options.map((value) => [t(`capacity.${value}`), value])),
  );
  const around: Around = {
    get venues() {
      return venues();
    },
    get capacities() {
      return capacities();
    },
    attendee: (name) => {
      const found = all().filter((other) => other.kind === 'attendee' && other.name === name);
      return found.length === 1 ? found[0]!.rosterId : undefined;
    },
  };

  return {
    work,
    all,
    shown,
    nameOf: (rosterId) => byId().get(rosterId),
    text,
    typed,
    setTyped,
    unit,
    setUnit,
    answer,
    setAnswer,
    sorting,
    sortBy: (column) => setSorting((before) => ({ column, down: before.column === column && !before.down })),
    chosen,
    isChosen: (rosterId) => marked().has(rosterId),
    choose: (rosterIds, yes) =>
      setMarked((before) => {
        const next = new Set(before);
        for (const rosterId of rosterIds) {
          if (yes) next.add(rosterId);
          else next.delete(rosterId);
        }
        return next;
      }),
    chooseNone: () => setMarked(new Set<string>()),
    choices: (column) => [...(column === 'venue' ? venues() : capacities()).keys()],
    typedInto: ({ rosterId, column }, written) => {
      const name = byId().get(rosterId);
      return name && typedInto(name, column, written, around);
    },
    put: (rosterId, at) => {
      const moving = chosen().includes(rosterId) ? chosen() : [rosterId];
      const order = all().map((name) => name.rosterId);
      if (!moving.includes(at.target)) work.moveTo(moving, anchorFor(order, moving, at));
    },
    canMove: () => isByPrecedence(sorting()),
  };
}
