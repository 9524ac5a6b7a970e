// A table that puts English into the reader's language, fetched when the first sentence needs it.

import { createSignal } from 'solid-js';
import type { Tables } from './language-file.ts';
import { useWords } from './language.tsx';

type Load = () => Promise<unknown>;

const [arrived, setArrived] = createSignal<ReadonlyMap<Load, unknown>>(new Map());
const asked = new Set<Load>();

/** Gives the language's table; undefined where it has none, and until it is here. A failure is asked for again. */
export function useTable<Name extends keyof Tables>(name: Name): () => Tables[Name] | undefined {
  const { speaking } = useWords();
  return () => {
    const load = speaking().file.tables?.[name];
    if (!load) return undefined;
    if (!asked.has(load)) {
      asked.add(load);
      load().then(
        (table) => setArrived((before) => new Map([...before, [load, table]])),
        () => asked.delete(load),
      );
    }
    return arrived().get(load) as Tables[Name] | undefined;
  };
}
