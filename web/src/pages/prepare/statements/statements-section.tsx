// Responsibility statements in draft. Their text is what people will sign, so it is shown whole.

import type { Statement } from '@rostrum/events';
import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { onGoingOn } from '../form/going-on.ts';
import { Hand } from '../hand.tsx';
import { nameOf } from '../people-options.ts';
import { ReasonDialog } from '../reason-dialog.tsx';
import { Nothing, Section } from '../section.tsx';
import { stageOf } from '../sections.ts';
import { usePrepareWords } from '../words.tsx';
import { addresseeName } from './addressees.ts';
import { DraftStatementForm, ReviseStatementForm, useAddresseeWords } from './statement-forms.tsx';
import '../papers.css';

const tones: Readonly<Record<Statement['status'], Tone>> = { drafted: 'waiting', issued: 'done', withdrawn: 'off' };

export function StatementsSection(): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const [drafting, setDrafting] = createSignal(false);
  const [editing, setEditing] = createSignal<string | null>(null);
  const [withdrawing, setWithdrawing] = createSignal<string | null>(null);
  const all = () => live.view().meeting.statements.all;
  const open = () => stageOf(live.view().meeting) !== 'after';
  onGoingOn((section, id) => {
    if (section !== 'statements') return;
    if (id === undefined) setDrafting(true);
    else setEditing(id);
  });

  return (
    <Section
      id="statements"
      lead={p('statements.lead')}
      tools={
        <Show when={open() && !drafting()}>
          <Button size="small" onClick={() => setDrafting(true)}>
            <Icon name="add" />
            {p('statements.draft')}
          </Button>
        </Show>
      }
    >
      <Show when={all().size > 0 || drafting()} fallback={<Nothing>{p('statements.none')}</Nothing>}>
        <ul data-component="papers">
          <For each={all().keys()}>
            {(statementId) => (
              <Show
                when={editing() !== statementId}
                fallback={
                  <li data-editing="">
                    <ReviseStatementForm statementId={statementId} onClose={() => setEditing(null)} />
                  </li>
                }
              >
                <StatementRow
                  statementId={statementId}
                  editable={open()}
                  onRevise={() => setEditing(statementId)}
                  onWithdraw={() => setWithdrawing(statementId)}
                />
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <Show when={drafting()}>
        <DraftStatementForm onClose={() => setDrafting(false)} />
      </Show>
      <Show when={withdrawing()} keyed>
        {(statementId) => (
          <ReasonDialog
            command="withdraw-statement"
            input={(reason) => ({ statementId, reason })}
            title={p('statements.withdraw.title', { title: all().get(statementId)?.title ?? '' })}
            submit={p('withdraw')}
            onClose={() => setWithdrawing(null)}
          />
        )}
      </Show>
    </Section>
  );
}

type StatementRowProps = {
  readonly statementId: string;
  readonly editable: boolean;
  readonly onRevise: () => void;
  readonly onWithdraw: () => void;
};

function StatementRow(props: StatementRowProps): JSX.Element {
  const { p, names } = usePrepareWords();
  const live = useLive();
  const words = useAddresseeWords();
  const meeting = () => live.view().meeting;
  const statement = () => meeting().statements.all.get(props.statementId);
  return (
    <Show when={statement()}>
      {(shown) => (
        <li data-status={shown().status}>
          <div data-part="what">
            <span data-part="title">{shown().title}</span>
            <span data-part="about">{shown().subject}</span>
            <span data-part="about">
              {[
                shown().issuerId === null
                  ? p('statements.noIssuer')
                  : p('statements.by', { name: nameOf(meeting(), shown().issuerId!) }),
                shown().addressedTo.length === 0
                  ? p('statements.noAddressees')
                  : p('statements.to', {
                      names: names().list(
                        shown().addressedTo.map((addressee) => addresseeName(meeting(), addressee, words)),
                      ),
                    }),
              ].join(' · ')}
            </span>
            <p data-part="text" data-whole="">
              {shown().text}
            </p>
            <Hand of={props.statementId} />
          </div>
          <Badge tone={tones[shown().status]}>{p(`statements.status.${shown().status}`)}</Badge>
          <Show when={props.editable && shown().status === 'drafted'}>
            <span data-part="tools">
              <Button
                variant="quiet"
                size="small"
                aria-label={p('revise.of', { name: shown().title })}
                onClick={() => props.onRevise()}
              >
                {p('revise')}
              </Button>
              <Button
                variant="quiet"
                size="small"
                aria-label={p('withdraw.of', { name: shown().title })}
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
