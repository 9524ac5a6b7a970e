// What would be lost by leaving the page: a form in which something was typed, links that are shown this once. Whoever
// leaves is asked first.

import { useBeforeLeave } from '@solidjs/router';
import { createContext, createSignal, onCleanup, onMount, useContext } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { usePrepareWords } from './words.tsx';

/** Holds the reader back until what it gives is called. */
type Hold = () => () => void;

const HoldContext = createContext<Hold>();

/** Gives what is called once there is something to lose: it holds until the calling component goes. */
export function createHold(): () => void {
  const hold = useContext(HoldContext);
  let release: (() => void) | undefined;
  onCleanup(() => release?.());
  return () => {
    release ??= hold?.();
  };
}

export function UnsavedGuard(props: { readonly children: JSX.Element }): JSX.Element {
  const { p } = usePrepareWords();
  const [leave, setLeave] = createSignal<(() => void) | null>(null);
  let held = 0;

  const hold: Hold = () => {
    held += 1;
    return () => {
      held -= 1;
    };
  };
  useBeforeLeave((event) => {
    if (held === 0 || event.defaultPrevented) return;
    event.preventDefault();
    setLeave(() => () => event.retry(true));
  });
  // The browser asks in its own words where the tab is closed or another site is opened.
  const unload = (event: BeforeUnloadEvent) => {
    if (held > 0) event.preventDefault();
  };
  onMount(() => window.addEventListener('beforeunload', unload));
  onCleanup(() => window.removeEventListener('beforeunload', unload));

  return (
    <HoldContext.Provider value={hold}>
      {props.children}
      <Dialog
        open={leave() !== null}
        onOpenChange={() => setLeave(null)}
        title={p('unsaved.title')}
        description={p('unsaved.text')}
        width="narrow"
        footer={
          <>
            <Button variant="danger" onClick={() => leave()?.()}>
              {p('unsaved.leave')}
            </Button>
            <Button variant="primary" onClick={() => setLeave(null)}>
              {p('unsaved.stay')}
            </Button>
          </>
        }
      >
        {null}
      </Dialog>
    </HoldContext.Provider>
  );
}
