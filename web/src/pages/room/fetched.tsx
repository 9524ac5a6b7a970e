// Parts of the room that are fetched after the hall is shown. A failure is shown in the part's own place and can be tried
// again: whoever cannot reach their papers must not lose sight of the meeting.

import { createSignal, Match, onMount, Switch } from 'solid-js';
import type { Component, JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { unreachable } from '../../api/problem.ts';
import { StateLoading } from '../../ui/state-loading.tsx';
import { StateProblem } from '../../ui/state-problem.tsx';

export type FetchedPart = {
  readonly Shown: Component;
  /** Fetches it beforehand; a failure waits until somebody asks for the part. */
  readonly prepare: () => void;
};

/** Makes a part of what fetches its component. */
export function fetchedPart(load: () => Promise<Component>): FetchedPart {
  const [part, setPart] = createSignal<Component | null>(null);
  const [failed, setFailed] = createSignal(false);

  const fetch = () => {
    setFailed(false);
    load().then(
      (component) => setPart(() => component),
      () => setFailed(true),
    );
  };

  function Shown(): JSX.Element {
    onMount(() => {
      if (part() === null) fetch();
    });
    return (
      <Switch fallback={<StateLoading />}>
        <Match when={part()}>{(component) => <Dynamic component={component()} />}</Match>
        <Match when={failed()}>
          <StateProblem problem={unreachable()} onRetry={fetch} />
        </Match>
      </Switch>
    );
  }

  return {
    Shown,
    prepare: () => {
      if (part() === null)
        load().then(
          (component) => setPart(() => component),
          () => {},
        );
    },
  };
}
