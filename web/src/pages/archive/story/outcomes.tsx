// What came of the meeting, in the order of time: decisions with their results, directives, statements, commendations.

import type { Outcome } from '@rostrum/projections';
import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { InstantLink } from '../instant-link.tsx';
import type { SignKind } from '../timeline/mark-rows.ts';
import { SignForm } from '../timeline/signs.tsx';
import { useArchiveWords } from '../words.tsx';

/** As many as stand beside the facts without pushing the timeline out of sight. */
const FEW = 6;
/** As many names as one takes in at a glance; all of them stand below, at the instant. */
const NAMES = 4;

const signs: Readonly<Record<Outcome['kind'], SignKind>> = {
  decision: 'vote',
  directive: 'directive',
  statement: 'statement',
  commendation: 'conferral',
};

export function Outcomes(props: { readonly outcomes: readonly Outcome[] }): JSX.Element {
  const { a } = useArchiveWords();
  const [all, setAll] = createSignal(false);
  const shown = () => (all() || props.outcomes.length <= FEW + 1 ? props.outcomes : props.outcomes.slice(0, FEW));
  return (
    <div data-part="outcomes">
      <h3 id="outcomes">{a('story.outcomes')}</h3>
      <Show when={props.outcomes.length > 0} fallback={<p data-part="none">{a('story.noOutcomes')}</p>}>
        <ol aria-labelledby="outcomes">
          <For each={shown()}>{(outcome) => <Line outcome={outcome} />}</For>
        </ol>
      </Show>
      <Show when={shown().length < props.outcomes.length}>
        <Button variant="quiet" size="small" onClick={() => setAll(true)}>
          {a('story.all', { count: props.outcomes.length })}
        </Button>
      </Show>
    </div>
  );
}

function Line(props: { readonly outcome: Outcome }): JSX.Element {
  const { a } = useArchiveWords();
  const sign = () => signs[props.outcome.kind];
  return (
    <li data-kind={sign()}>
      <InstantLink at={props.outcome.at} label={a(`sign.${sign()}`)} />
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <SignForm kind={sign()} />
      </svg>
      <p>
        <Told outcome={props.outcome} />
      </p>
    </li>
  );
}

const tones: Readonly<Record<string, Tone>> = { adopted: 'done', voting: 'now', put: 'plain' };

function Told(props: { readonly outcome: Outcome }): JSX.Element {
  const { a } = useArchiveWords();
  const named = (all: readonly string[]) => {
    const names = all.length <= NAMES + 1 ? all : all.slice(0, NAMES);
    const told = names.join(a('and'));
    const left = all.length - names.length;
    return left === 0 ? told : a('story.others', { names: told, count: left });
  };
  const told = (): JSX.Element => {
    const { outcome } = props;
    if (outcome.kind === 'decision') {
      const { title, status } = outcome;
      const counted =
        outcome.for === null || outcome.against === null
          ? undefined
          : a('story.votes', { for: outcome.for, against: outcome.against });
      return (
        <>
          <bdi>{title}</bdi> <Badge tone={tones[status] ?? 'off'}>{a(`motion.${status}`)}</Badge>
          <Show when={counted}>{(votes) => <small>{votes()}</small>}</Show>
        </>
      );
    }
    if (outcome.kind === 'directive') {
      return (
        <>
          <bdi>{a('story.directive', { ordinal: outcome.ordinal, text: outcome.text })}</bdi>
          <Show when={outcome.addressed.length > 0}>
            <small>{a('directive.to', { names: named(outcome.addressed) })}</small>
          </Show>
        </>
      );
    }
    if (outcome.kind === 'statement') {
      return (
        <>
          <bdi>{outcome.title}</bdi>
          <small>{a('statement.signed', { count: outcome.signed, all: outcome.addressed })}</small>
        </>
      );
    }
    return (
      <>
        <bdi>{outcome.award}</bdi>
        <Show when={outcome.recipients.length > 0}>
          <small>
            <bdi>{named(outcome.recipients)}</bdi>
          </small>
        </Show>
      </>
    );
  };
  return <>{told()}</>;
}
