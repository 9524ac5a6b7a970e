// Points that could not be saved, by speech, while the desk stays open: a line that was down loses nothing that was typed.

import { createContext, createSignal, useContext } from 'solid-js';

export type KeptDrafts = {
  readonly keep: (speechId: string, draft: readonly string[]) => void;
  /** Gives what was kept of a speech, once. */
  readonly take: (speechId: string) => readonly string[] | undefined;
  /** The speeches of which something is kept. */
  readonly speeches: () => readonly string[];
};

/** Keeps nothing yet. */
export function createKeptDrafts(): KeptDrafts {
  const [kept, setKept] = createSignal<ReadonlyMap<string, readonly string[]>>(new Map());
  return {
    keep: (speechId, draft) => setKept((before) => new Map([...before, [speechId, draft]])),
    take: (speechId) => {
      const found = kept().get(speechId);
      if (found) setKept((before) => new Map([...before].filter(([other]) => other !== speechId)));
      return found;
    },
    speeches: () => [...kept().keys()],
  };
}

const KeptDraftsContext = createContext<KeptDrafts>();

export const KeptDraftsProvider = KeptDraftsContext.Provider;

/** The kept drafts of the desk. Throws elsewhere. */
export function useKeptDrafts(): KeptDrafts {
  const kept = useContext(KeptDraftsContext);
  if (!kept) throw new Error('useKeptDrafts is called outside of the desk.');
  return kept;
}
