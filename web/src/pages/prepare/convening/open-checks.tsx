// How many things are still open, in sight from the top of the page: pressed, it says which, and leads to each.

import { createSignal, createUniqueId, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Icon } from '../../../ui/icon.tsx';
import { usePrepareWords } from '../words.tsx';
import { CheckList } from './check-list.tsx';
import { useChecks } from './use-checks.ts';

/** @param props.ready what is said where nothing is open */
export function OpenChecks(props: { readonly ready?: string }): JSX.Element {
  const { p } = usePrepareWords();
  const checks = useChecks();
  const id = createUniqueId();
  const [shown, setShown] = createSignal(false);
  const open = () => checks().filter(({ state }) => state !== 'done');
  return (
    <Show when={open().length > 0} fallback={<span data-part="more">{props.ready}</span>}>
      <button
        type="button"
        data-component="open-checks"
        aria-expanded={shown()}
        aria-controls={id}
        onClick={() => setShown(!shown())}
      >
        {p('head.open', { count: open().length })}
        <Icon name="chevron" />
      </button>
      <div id={id}>
        <Show when={shown()}>
          <CheckList checks={open()} />
        </Show>
      </div>
    </Show>
  );
}
