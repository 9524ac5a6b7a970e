// A page's code may fail to arrive as anything else may. While the server is out of reach the old page stays and the new
// one is asked for again; where the server answers and the code is not there, a newer application has taken its place.

import type { RouteSectionProps } from '@solidjs/router';
import { lazy } from 'solid-js';
import type { Component } from 'solid-js';
import { pause } from './api/client.ts';

/** Milliseconds before the second attempt; each further wait is twice as long, up to the last. */
const WAITS = [400, 6400] as const;

export type Persistence = {
  /** Whether the server answers at all. */
  readonly reachable: () => Promise<boolean>;
  readonly firstWait?: number;
  readonly longestWait?: number;
};

/**
 * Asks until it arrives.
 * @throws Outdated where an attempt failed although the server answers, twice in a row
 */
export async function persist<T>(
  load: () => Promise<T>,
  { reachable, firstWait = WAITS[0], longestWait = WAITS[1] }: Persistence,
): Promise<T> {
  let answered = false;
  for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
    try {
      return await load();
    } catch (thrown) {
      if (answered) throw new Outdated(`A part of the page is not on the server. ${String(thrown)}`, { cause: thrown });
      answered = await reachable();
      await pause(wait);
    }
  }
}

/** Whether the server can be reached and answers. */
export const serverAnswers = async (): Promise<boolean> => {
  try {
    return (await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
};

/** Part of the application is no longer on the server: a newer one was put in its place. */
export class Outdated extends Error {}

/** A part of a page that is fetched when it is shown. */
// Solid's own bound.
// oxlint-disable-next-line typescript/no-explicit-any
export const lazyPart = <T extends Component<any>>(load: () => Promise<{ default: T }>) =>
  lazy(() => persist(load, { reachable: serverAnswers }));

/** A page that is fetched when somebody goes there. */
export const lazyPage = (load: () => Promise<{ default: Component<RouteSectionProps> }>) => lazyPart(load);
