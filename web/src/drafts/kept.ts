// A form whose writing is kept on this device while it is written, and offered again to the same person after a reload, a
// crash, a lost session or a step back: `createKept` beside the form, `DraftOffer` above it, `DraftOffers` on the page.

import { createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js';
import type { Accessor } from 'solid-js';
import { useSession } from '../api/session.tsx';
import { draftsOf, fitting, forget, keep } from './store.ts';
import type { Address, Stored } from './store.ts';
import { holdTab, onceClosed, thisTab } from './tabs.ts';
import { deviceStorage, writerOf } from './writer.ts';

export type KeptForm<T extends object> = {
  /** Names the form for good: `meetings/council/agenda/add`. */
  readonly place: string;
  /** What the form is called, in the offer to go on with it. */
  readonly label: () => string;
  /** What is typed now, as JSON can hold it. */
  readonly value: () => T;
  /** Puts what was typed before into the form. */
  readonly restore: (value: T) => void;
};

export type Kept = {
  /** What somebody was writing here before and did not finish; null where nothing is left. */
  readonly offer: Accessor<Stored | null>;
  readonly goOn: () => void;
  readonly throwAway: () => void;
  /** It has gone through, or is given up on purpose: nothing is kept of it any more. */
  readonly done: () => void;
  /** True while what is typed is not kept, because the device does not take it. */
  readonly unkept: Accessor<boolean>;
};

/** Counts with everything that is kept or forgotten here or in another tab. */
const [changes, setChanges] = createSignal(0);
const changed = () => setChanges((count) => count + 1);

/** Forms of this tab that are open: what they hold is not left behind. */
const writing = new Set<string>();
let hands = 0;

/** The place somebody has asked to go on at; whoever shows that form opens it. */
const [wanted, setWanted] = createSignal<string | null>(null);
export { wanted as wantedDraft };

/** Asks for the form at a place to be opened with what was written there. */
export const goOnAt = (place: string): void => void setWanted(place);

/** What a writer has left behind below a place, the latest first; follows what is kept, here and in other tabs. */
export function createLeftBehind(below: string): Accessor<readonly Stored[]> {
  const session = useSession();
  const [closed, setClosed] = createSignal<ReadonlySet<string>>(new Set());
  const waits = new Map<string, () => void>();
  holdTab();
  const found = createMemo(() => {
    changes();
    const store = deviceStorage();
    const all = store ? draftsOf(store, writerOf(session.who()), Date.now()) : [];
    return all.filter(({ place }) => place === below || place.startsWith(below.endsWith('/') ? below : `${below}/`));
  });
  createEffect(() => {
    for (const { hand } of found()) {
      const tab = tabOf(hand);
      if (tab === thisTab || waits.has(tab)) continue;
      waits.set(
        tab,
        onceClosed(tab, () => setClosed((tabs) => new Set([...tabs, tab]))),
      );
    }
  });
  window.addEventListener('storage', changed);
  onCleanup(() => {
    window.removeEventListener('storage', changed);
    waits.forEach((end) => end());
  });
  return createMemo(() =>
    found().filter(({ hand }) => (tabOf(hand) === thisTab ? !writing.has(hand) : closed().has(tabOf(hand)))),
  );
}

const tabOf = (hand: string): string => hand.slice(0, hand.lastIndexOf('.'));

/** Throws away what was left behind. */
export function throwAway(draft: Address): void {
  const store = deviceStorage();
  if (store) forget(store, draft);
  changed();
}

/** Keeps what is typed into a form, from the first change to `done`. */
export function createKept<T extends object>(form: KeptForm<T>): Kept {
  const session = useSession();
  const { place } = form;
  const hand = `${thisTab}.${(hands += 1)}`;
  const blank = untrack(form.value);
  const start = JSON.stringify(blank);
  const left = createLeftBehind(place);
  const [unkept, setUnkept] = createSignal(false);
  const [over, setOver] = createSignal(false);
  const address = (): Address => ({ who: writerOf(untrack(session.who)), place, hand });
  const offer = createMemo(() => left().find((draft) => draft.place === place) ?? null);

  writing.add(hand);
  onCleanup(() => {
    writing.delete(hand);
    changed();
  });

  createEffect(
    on(
      () => JSON.stringify(form.value()),
      (text) => {
        if (untrack(over)) return;
        const store = deviceStorage();
        if (text === start) {
          if (store) forget(store, address());
          return;
        }
        const draft = { ...address(), at: Date.now(), label: untrack(form.label), value: JSON.parse(text) as T };
        setUnkept(!store || !keep(store, draft));
      },
      { defer: true },
    ),
  );

  const goOn = () => {
    const draft = untrack(offer);
    if (!draft) return;
    form.restore(fitting(blank, draft.value));
    throwAway(draft);
  };
  createEffect(() => {
    if (wanted() !== place || !offer()) return;
    untrack(goOn);
    setWanted(null);
  });

  return {
    offer,
    goOn,
    throwAway: () => {
      const draft = untrack(offer);
      if (draft) throwAway(draft);
    },
    done: () => {
      setOver(true);
      throwAway(address());
    },
    unkept,
  };
}
