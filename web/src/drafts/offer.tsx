// The offer to go on with what was being written: above its form, and for the whole page.

import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { createLeftBehind, goOnAt, throwAway } from './kept.ts';
import type { Kept } from './kept.ts';
import { DraftWords, useDraftWords } from './words.tsx';
import './offer.css';

const useWhen = () => {
  const { formats } = useDraftWords();
  return (at: number) => {
    const instant = new Date(at).toISOString();
    return `${formats().day(instant)} ${formats().time(instant)}`;
  };
};

/** What was left unfinished in the form below it. */
export function DraftOffer(props: { readonly kept: Kept }): JSX.Element {
  return (
    <Show when={props.kept.offer() !== null}>
      <DraftWords>
        <Here kept={props.kept} />
      </DraftWords>
    </Show>
  );
}

function Here(props: { readonly kept: Kept }): JSX.Element {
  const { d } = useDraftWords();
  const when = useWhen();
  return (
    <Show when={props.kept.offer()}>
      {(draft) => (
        <Notice
          action={
            <span data-component="draft-tools">
              <Button size="small" variant="primary" onClick={() => props.kept.goOn()}>
                {d('drafts.goOn')}
              </Button>
              <Button size="small" onClick={() => props.kept.throwAway()}>
                {d('drafts.throwAway')}
              </Button>
            </span>
          }
        >
          {d('drafts.here', { when: when(draft().at) })}
        </Notice>
      )}
    </Show>
  );
}

type DraftOffersProps = {
  /** The beginning that the places of the page's forms have in common. */
  readonly below: string;
};

/** Everything that was left unfinished on a page, with the way back into each form. */
export function DraftOffers(props: DraftOffersProps): JSX.Element {
  // A page is one place for as long as it is shown.
  // oxlint-disable-next-line solid/reactivity
  const left = createLeftBehind(props.below);
  return (
    <Show when={left().length > 0}>
      <DraftWords>
        <Left drafts={left()} />
      </DraftWords>
    </Show>
  );
}

function Left(props: { readonly drafts: ReturnType<ReturnType<typeof createLeftBehind>> }): JSX.Element {
  const { d } = useDraftWords();
  const when = useWhen();
  return (
    <Notice title={d('drafts.left', { count: props.drafts.length })}>
      <ul data-component="draft-offers">
        <For each={props.drafts}>
          {(draft) => (
            <li>
              <span dir="auto">{d('drafts.at', { label: draft.label, when: when(draft.at) })}</span>
              <span data-component="draft-tools">
                <Button
                  size="small"
                  aria-label={d('drafts.goOn.of', { label: draft.label })}
                  onClick={() => goOnAt(draft.place)}
                >
                  {d('drafts.goOn')}
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={d('drafts.throwAway.of', { label: draft.label })}
                  onClick={() => throwAway(draft)}
                >
                  {d('drafts.throwAway')}
                </Button>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Notice>
  );
}
