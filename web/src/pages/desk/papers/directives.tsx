// Directives: what a speech requires of whom, numbered as the speaker numbers it.

import type { Directive } from '@rostrum/events';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { useMarks } from '../../../meeting/marks.ts';
import { personOf } from '../../../meeting/people.ts';
import { Badge } from '../../../ui/badge.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';
import { PaperSection } from './section.tsx';

export function Directives(): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const marks = useMarks();
  const ids = createMemo(() => live.view().meeting.directives.all.keys().toReversed());
  return (
    <PaperSection
      title={t('directives.title')}
      count={ids().length}
      atHand={ids().length > 0}
      actions={<FormButton command="issue-directive">{t('directives.issue')}</FormButton>}
    >
      <Show when={ids().length > 0} fallback={<p data-part="none">{t('directives.none')}</p>}>
        <ul>
          <For each={ids()}>
            {(directiveId) => (
              <Show when={live.view().meeting.directives.all.get(directiveId)}>
                {(directive) => (
                  <li data-marked={marks.by(directiveId)}>
                    <DirectiveLine directive={directive()} />
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

function DirectiveLine(props: { readonly directive: Directive }): JSX.Element {
  const { formats, names } = useWords();
  const t = useDeskWords();
  const live = useLive();
  const given = () => ({ directiveId: props.directive.directiveId });
  const meeting = () => live.view().meeting;
  const speaker = () => {
    const { speechId } = props.directive;
    const { floor } = meeting();
    const speech = floor.speech?.speechId === speechId ? floor.speech : floor.finished.get(speechId ?? '');
    return speech && (personOf(meeting(), speech.speakerId)?.name ?? speech.speakerId);
  };
  const addressees = () =>
    props.directive.addressedTo.map((addressee) => personOf(meeting(), addressee)?.name ?? addressee);
  const about = () => [
    ...(speaker() ? [speaker()!] : []),
    t('directives.to', { names: names().list(addressees()) }),
    ...(props.directive.dueOn
      ? [t('directives.due', { day: formats('UTC').day(`${props.directive.dueOn}T00:00:00Z`) })]
      : []),
  ];
  return (
    <>
      <div data-part="paper">
        <span data-part="wording">
          {props.directive.ordinal}. {props.directive.text}
        </span>
        <Show when={props.directive.withdrawnBecause !== null}>
          <Badge tone="off">{t('paper.withdrawn')}</Badge>
        </Show>
      </div>
      <div data-part="row">
        <p data-part="about">{about().join(' · ')}</p>
        <div data-part="deeds">
          <FormButton command="revise-directive" given={given()}>
            {t('form.revise')}
          </FormButton>
          <FormButton command="withdraw-directive" given={given()}>
            {t('form.withdraw')}
          </FormButton>
        </div>
      </div>
    </>
  );
}
