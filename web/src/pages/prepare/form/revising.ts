// A thing that is being revised while others may revise it too: what they change beside one's own work is taken over as it
// comes, what they change in the same place waits until one has chosen, and what is sent says what one saw.

import { batch, createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import type { Accessor } from 'solid-js';
import { createStore, produce, unwrap } from 'solid-js/store';
import { fitting } from '../../../drafts/store.ts';
import type { LiveEvent } from '../../../live/live-fold.ts';
import { useLive } from '../../../live/use-live.tsx';
import { otherHand } from '../../../meeting/marks.ts';
import { changesTo } from './changes.ts';
import { weigh } from './weighing.ts';

export type Revised<Entry extends object, Draft extends Record<keyof Entry, unknown>> = {
  /** The thing as it stands. */
  readonly current: () => Entry;
  /** The thing as its form holds it, field by field. */
  readonly draftOf: (entry: Entry) => Draft;
  /** What was typed, as the command takes it. */
  readonly typed: (draft: Draft) => Entry;
  /** True for events that change this thing. */
  readonly concerns: (event: LiveEvent) => boolean;
};

export type Field<Entry> = keyof Entry & string;

export type Revising<Entry extends object, Draft> = {
  readonly draft: Draft;
  readonly change: (entries: Partial<Draft>) => void;
  readonly mine: Accessor<Entry>;
  readonly theirs: Accessor<Entry>;
  /** The fields that both have changed. */
  readonly conflicts: Accessor<readonly Field<Entry>[]>;
  /** Who else changed it last; null where that is not known. */
  readonly hand: Accessor<string | null>;
  /** What is sent: the changed fields, and what was seen of them. */
  readonly changes: () => Partial<Entry> & { seen: Partial<Entry> };
  /** True where nothing is changed. */
  readonly untouched: () => boolean;
  readonly keepMine: (field: Field<Entry>) => void;
  readonly takeTheirs: (field: Field<Entry>) => void;
  /** What the device keeps: the draft, and what it was begun from. */
  readonly kept: () => KeptRevision;
  readonly restore: (kept: KeptRevision) => void;
};

export type KeptRevision = { readonly draft: object; readonly base: object };

export function createRevising<Entry extends object, Draft extends Record<keyof Entry, unknown>>(
  thing: Revised<Entry, Draft>,
): Revising<Entry, Draft> {
  const live = useLive();
  const first = untrack(thing.current);
  const [base, setBase] = createSignal<Entry>(first);
  const [draft, setDraft] = createStore<Draft>(thing.draftOf(first));
  const [hand, setHand] = createSignal<string | null>(null);
  const theirs = createMemo(thing.current);
  const mine = createMemo(() => thing.typed(draft));
  const weighed = createMemo(() => weigh(base(), mine(), theirs()));

  onCleanup(
    live.onRecorded((event) => {
      const by = otherHand(event, live.me()?.id);
      if (by !== undefined && thing.concerns(event)) setHand(by);
    }),
  );

  const change = (entries: Partial<Draft>) => setDraft(produce((held) => void Object.assign(held, entries)));
  const rebase = (field: Field<Entry>) => setBase((was) => ({ ...was, [field]: untrack(theirs)[field] }));
  const take = (field: Field<Entry>) =>
    batch(() => {
      const shown = thing.draftOf(untrack(theirs));
      change({ ...shown, ...unwrap(draft), [field]: shown[field] });
      rebase(field);
    });
  createEffect(() => {
    const { followed } = weighed();
    if (followed.length > 0) batch(() => followed.forEach(take));
  });

  return {
    draft,
    change,
    mine,
    theirs,
    conflicts: () => weighed().conflicts,
    hand,
    changes: () => {
      const changes = changesTo(base(), mine());
      return { ...changes, seen: changesTo(mine(), base()) };
    },
    untouched: () => Object.keys(changesTo(base(), mine())).length === 0,
    keepMine: rebase,
    takeTheirs: take,
    kept: () => ({ draft: { ...draft }, base: base() }),
    restore: (kept) =>
      batch(() => {
        setBase(() => fitting(untrack(thing.current), kept.base));
        change(fitting(thing.draftOf(untrack(thing.current)), kept.draft));
      }),
  };
}
