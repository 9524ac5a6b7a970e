// What is to be conferred: prepared under embargo, so that only the officers see it before the meeting confers it.

import type { Commendation } from '@rostrum/events';
import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { onGoingOn } from '../form/going-on.ts';
import { Hand } from '../hand.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import { Nothing, Section } from '../section.tsx';
import { stageOf } from '../sections.ts';
import { usePrepareWords } from '../words.tsx';
import { PrepareCommendationForm, ReviseCommendationForm } from './commendation-forms.tsx';
import '../papers.css';
import './commendations.css';

const tones: Readonly<Record<Commendation['status'], Tone>> = {
  prepared: 'waiting',
  conferred: 'done',
  withdrawn: 'off',
};

export function CommendationsSection(): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const [preparing, setPreparing] = createSignal(false);
  const [editing, setEditing] = createSignal<string | null>(null);
  const [withdrawing, setWithdrawing] = createSignal<string | null>(null);
  const all = () => live.view().meeting.commendations.all;
  const open = () => stageOf(live.view().meeting) !== 'after';
  onGoingOn((section, id) => {
    if (section !== 'commendations') return;
    if (id === undefined) setPreparing(true);
    else setEditing(id);
  });

  return (
    <Section
      id="commendations"
      lead={p('commendations.lead')}
      tools={
        <Show when={open() && !preparing()}>
          <Button size="small" onClick={() => setPreparing(true)}>
            <Icon name="add" />
            {p('commendations.prepare')}
          </Button>
        </Show>
      }
    >
      <Show when={all().size > 0 || preparing()} fallback={<Nothing>{p('commendations.none')}</Nothing>}>
        <ul data-component="papers">
          <For each={all().keys()}>
            {(commendationId) => (
              <Show
                when={editing() !== commendationId}
                fallback={
                  <li data-editing="">
                    <ReviseCommendationForm commendationId={commendationId} onClose={() => setEditing(null)} />
                  </li>
                }
              >
                <CommendationRow
                  commendationId={commendationId}
                  editable={open()}
                  onRevise={() => setEditing(commendationId)}
                  onWithdraw={() => setWithdrawing(commendationId)}
                />
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <Show when={preparing()}>
        <PrepareCommendationForm onClose={() => setPreparing(false)} />
      </Show>
      <Show when={withdrawing()} keyed>
        {(commendationId) => (
          <ReasonDialog
            command="withdraw-commendation"
            input={(reason) => ({ commendationId, reason })}
            title={p('commendations.withdraw.title', { award: all().get(commendationId)?.award ?? '' })}
            submit={p('withdraw')}
            onClose={() => setWithdrawing(null)}
          />
        )}
      </Show>
    </Section>
  );
}

type CommendationRowProps = {
  readonly commendationId: string;
  readonly editable: boolean;
  readonly onRevise: () => void;
  readonly onWithdraw: () => void;
};

function CommendationRow(props: CommendationRowProps): JSX.Element {
  const { p, names } = usePrepareWords();
  const live = useLive();
  const commendation = () => live.view().meeting.commendations.all.get(props.commendationId);
  return (
    <Show when={commendation()}>
      {(shown) => (
        <li data-status={shown().status}>
          <div data-part="what">
            <span data-part="title">{shown().award}</span>
            <span data-part="about">
              {[p(`commendations.${shown().category}`), shown().rank, shown().period, shown().programme]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span data-part="about">
              {shown().recipients.length === 0
                ? p('commendations.unnamed')
                : names().list(shown().recipients.map(({ name }) => name))}
            </span>
            <Show when={shown().citation}>{(citation) => <p data-part="text">{citation()}</p>}</Show>
            <Hand of={props.commendationId} />
          </div>
          <Badge tone={tones[shown().status]}>{p(`commendations.status.${shown().status}`)}</Badge>
          <Show when={props.editable && shown().status === 'prepared'}>
            <span data-part="tools">
              <Button
                variant="quiet"
                size="small"
                aria-label={p('revise.of', { name: shown().award })}
                onClick={() => props.onRevise()}
              >
                {p('revise')}
              </Button>
              <Button
                variant="quiet"
                size="small"
                aria-label={p('withdraw.of', { name: shown().award })}
                onClick={() => props.onWithdraw()}
              >
                {p('withdraw')}
              </Button>
            </span>
          </Show>
        </li>
      )}
    </Show>
  );
}
