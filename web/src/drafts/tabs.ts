// Which tabs of this browser are open: each holds a lock with its name for as long as it lives, so that what a closed or
// crashed one left behind is told from what another is still writing.

import { newKey } from '../api/key.ts';

const nameOf = (tab: string): string => `rostrum.tab/${tab}`;

/** Names this tab, anew with each load of the page. */
export const thisTab: string = newKey();

/** Browsers have locks where the connection is secure; elsewhere every other tab counts as closed. */
const locks = (): LockManager | undefined => (globalThis.navigator as Navigator | undefined)?.locks;

let held = false;

/** Holds this tab's lock until the page goes. */
export function holdTab(): void {
  if (held) return;
  held = true;
  void locks()?.request(nameOf(thisTab), () => new Promise<never>(() => {}));
}

/**
 * Calls back once a tab is closed; at once where it is already.
 * @returns what ends the waiting
 */
export function onceClosed(tab: string, then: () => void): () => void {
  const manager = locks();
  if (!manager) {
    then();
    return () => {};
  }
  const waiting = new AbortController();
  manager
    .request(nameOf(tab), { mode: 'shared', signal: waiting.signal }, () => {
      if (!waiting.signal.aborted) then();
    })
    .catch((thrown: unknown) => {
      if (!waiting.signal.aborted) throw thrown;
    });
  return () => waiting.abort();
}
