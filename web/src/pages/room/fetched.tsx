// Parts of the room that are fetched after the hall is shown. Each waits for the network in its own place: whoever cannot
// reach their papers must not lose sight of the meeting.

import { lazy, Suspense } from 'solid-js';
import type { Component } from 'solid-js';
import { persist, serverAnswers } from '../../lazy-page.ts';
import { StateLoading } from '../../ui/state-loading.tsx';

export type FetchedPart = {
  readonly Shown: Component;
  /** Fetches it beforehand. */
  readonly prepare: () => void;
};

/** Makes a part of what fetches its component. */
export function fetchedPart(load: () => Promise<Component>): FetchedPart {
  const Part = lazy(() => persist(async () => ({ default: await load() }), { reachable: serverAnswers }));
  return {
    Shown: () => (
      <Suspense fallback={<StateLoading />}>
        <Part />
      </Suspense>
    ),
    prepare: () => void Part.preload().catch(() => {}),
  };
}
