// A page's code may fail to arrive as anything else may. The old page stays until the new one is there: it is asked for
// again for a while, and only then is the failure shown.

import type { RouteSectionProps } from '@solidjs/router';
import { lazy } from 'solid-js';
import type { Component } from 'solid-js';
import { pause } from './api/client.ts';

/** Milliseconds between the attempts. */
const WAITS = [400, 1200, 3000, 6000];

/**
 * Asks until it arrives.
 * @throws what the last attempt threw
 */
export async function persist<T>(load: () => Promise<T>, waits: readonly number[] = WAITS): Promise<T> {
  for (const wait of waits) {
    try {
      return await load();
    } catch {
      await pause(wait);
    }
  }
  return load();
}

/** A page that is fetched when somebody goes there. */
export const lazyPage = (
  load: () => Promise<{ default: Component<RouteSectionProps> }>,
): Component<RouteSectionProps> => lazy(() => persist(load));
