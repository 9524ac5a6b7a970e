// Statements: drafted among the officers, issued to named recipients; who signed, who declined, who is outstanding.

import { signatures } from '@rostrum/events';
import type { Statement, StatementAnswer } from '@rostrum/events';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { useMarks } from '../../../meeting/marks.ts';
import { headOf, personOf } from '../../../meeting/people.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';
import { openKind } from './open-kind.ts';
import { PaperSection } from './section.tsx';

export function Statements(): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const marks = useMarks();
  const meeting = () => live.view().meeting;
  const ids = createMemo(() => meeting().statements.all.keys());
  return (
    <PaperSection
      title={t('statements.title')}
      count={ids().length}
      atHand={openKind(meeting()) === 'statement'}
      actions={<FormButton command="draft-statement">{t('statements.draft')}</FormButton>}
    >
      <Show when={ids().length > 0} fallback={<p data-part="none">{t('statements.none')}</p>}>
        <ul>
          <For each={ids()}>
            {(statementId) => (
              <Show when={meeting().statements.all.get(statementId)}>
                {(statement) => (
                  <li data-marked={marks.by(statementId)}>
                    <StatementLine statement={statement()} />
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </PaperSection>
  );
}

const tones = { drafted: 'waiting', issued: 'now', withdrawn: 'off' } as const;

function StatementLine(props: { readonly statement: Statement }): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const given = () => ({ statementId: props.statement.statementId });
  const issuer = () => {
    const { issuerId } = props.statement;
    return issuerId === null ? undefined : (personOf(live.view().meeting, issuerId)?.name ?? issuerId);
  };
  return (
    <>
      <div data-part="paper">
        <strong>{props.statement.title}</strong>
        <Badge tone={tones[props.statement.status]}>{t(`statement.${props.statement.status}`)}</Badge>
      </div>
      <p data-part="about">{[props.statement.subject, issuer()].filter(Boolean).join(' · ')}</p>
      <Show when={props.statement.status === 'drafted'}>
        <div data-part="deeds">
          <FormButton command="issue-statement" given={given()} variant="plain">
            {t('statements.issue')}
          </FormButton>
          <FormButton command="revise-statement" given={given()}>
            {t('form.revise')}
          </FormButton>
          <FormButton command="withdraw-statement" given={given()}>
            {t('form.withdraw')}
          </FormButton>
        </div>
      </Show>
      <Show when={props.statement.status === 'issued'}>
        <Answers statement={props.statement} />
      </Show>
    </>
  );
}

function Answers(props: { readonly statement: Statement }): JSX.Element {
  const t = useDeskWords();
  const answers = createMemo(() => signatures(props.statement));
  const all = () => props.statement.answers.size;
  return (
    <>
      <Progress
        label={t('statements.signed')}
        value={answers().signed.length}
        whole={all()}
        text={t('statements.counts', {
          signed: answers().signed.length,
          all: all(),
          declined: answers().declined.length,
        })}
        figures
      />
      <ul data-part="people">
        <For each={[...answers().outstanding, ...answers().declined, ...answers().signed]}>
          {(answer) => (
            <li>
              <Answer answer={answer} statement={props.statement} />
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

function Answer(props: { readonly answer: StatementAnswer; readonly statement: Statement }): JSX.Element {
  const { formats } = useWords();
  const t = useDeskWords();
  const live = useLive();
  const recipientId = () => props.answer.recipientId;
  const name = () => personOf(live.view().meeting, recipientId())?.name ?? recipientId();
  const time = (instant: string) => formats(live.view().meeting.lifecycle.timeZone).time(instant);
  const settled = () => {
    const { answer, at, signedBy, onPaper, declinedBecause } = props.answer;
    if (answer === 'declined') return t('statements.declinedBecause', { reason: declinedBecause ?? '' });
    return t(onPaper ? 'statements.signedOnPaper' : 'statements.signedAt', {
      name: signedBy ?? '',
      time: at ? time(at) : '',
    });
  };
  const given = () => ({ statementId: props.statement.statementId, recipientId: recipientId() });
  /** A delegation whose head nobody has named: then the name of who signed is asked for. */
  const headless = () =>
    live.view().meeting.roster.delegations.has(recipientId()) && headOf(live.view().meeting, recipientId()) === null;
  return (
    <>
      <span>{name()}</span>
      <Show when={props.answer.answer !== 'signed'} fallback={<Badge tone="done">{settled()}</Badge>}>
        <Show when={props.answer.answer === 'declined'}>
          <Badge tone="off">{settled()}</Badge>
        </Show>
        <span data-part="deeds">
          <Show
            when={!headless()}
            fallback={
              <FormButton command="sign-statement" given={{ ...given(), onPaper: true }}>
                {t('statements.onPaper')}
              </FormButton>
            }
          >
            <CommandButton
              command="sign-statement"
              input={{ ...given(), sha256: props.statement.sha256 ?? '', onPaper: true }}
              size="small"
              variant="quiet"
              refusal="over"
              aria-label={t('statements.onPaperOf', { name: name() })}
            >
              {t('statements.onPaper')}
            </CommandButton>
          </Show>
          <FormButton
            command="decline-statement"
            given={given()}
            aria-label={t('statements.declinedOf', { name: name() })}
          >
            {t('statements.declined')}
          </FormButton>
        </span>
      </Show>
    </>
  );
}
