// Commendations: prepared under embargo, which the officers alone see, and conferred one by one.

import type { Commendation } from '@rostrum/events';
import { createMemo, createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { useMarks } from '../../../meeting/marks.ts';
import { everyone, unitName } from '../../../meeting/people.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Finder } from '../../../ui/finder.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { presenterOf } from '../bar/step-input.ts';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';
import { PaperSection } from './section.tsx';
import { openKind } from './open-kind.ts';

export function Commendations(): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const marks = useMarks();
  const meeting = () => live.view().meeting;
  const ids = createMemo(() => meeting().commendations.all.keys());
  const [named, setNamed] = createSignal<string | null>(null);
  const presenters = createMemo(() =>
    everyone(meeting())
      .filter(({ kind }) => kind === 'attendee')
      .map(({ rosterId, name, unit }) => ({ value: rosterId, label: name, note: unitName(unit), words: unit })),
  );
  /** Whoever is named; else who presents the item, else the chair. */
  const presenter = () => named() ?? presenterOf(meeting());
  return (
    <PaperSection
      title={t('commendations.title')}
      count={ids().length}
      atHand={openKind(meeting()) === 'commendation'}
      actions={<FormButton command="prepare-commendation">{t('commendations.prepare')}</FormButton>}
    >
      <Show when={ids().length > 0} fallback={<p data-part="none">{t('commendations.none')}</p>}>
        <div data-part="aside">
          <span data-part="questioner">
            <span>{t('commendations.presenter')}</span>
            <Finder
              aria-label={t('commendations.presenter')}
              options={presenters()}
              shown={presenters().find(({ value }) => value === presenter())?.label ?? ''}
              empty={t('form.nothingFound')}
              onSelect={({ value }) => setNamed(value)}
            />
          </span>
        </div>
        <ul>
          <For each={ids()}>
            {(commendationId) => (
              <Show when={meeting().commendations.all.get(commendationId)}>
                {(commendation) => (
                  <li data-marked={marks.by(commendationId)}>
                    <CommendationLine commendation={commendation()} presenterId={presenter()} />
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

function CommendationLine(props: { readonly commendation: Commendation; readonly presenterId: string }): JSX.Element {
  const { names } = useWords();
  const t = useDeskWords();
  const given = () => ({ commendationId: props.commendation.commendationId });
  const about = () => {
    const { programme, period, category, recipients } = props.commendation;
    const to = names().list(recipients.map(({ name }) => name));
    return [programme, period, t(`category.${category}`), to].filter(Boolean).join(' · ');
  };
  return (
    <>
      <div data-part="paper">
        <strong>{[props.commendation.award, props.commendation.rank].filter(Boolean).join(' · ')}</strong>
        <Standing commendation={props.commendation} />
      </div>
      <p data-part="about">{about()}</p>
      <Show when={props.commendation.conferral}>
        {(conferral) => (
          <p data-part="about">
            {t('commendations.conferredBy', {
              name: conferral().presenterName,
              certificate: conferral().certificate,
            })}
          </p>
        )}
      </Show>
      <Show when={props.commendation.status === 'prepared'}>
        <div data-part="deeds">
          <CommandButton
            command="confer-commendation"
            input={{ ...given(), presenterId: props.presenterId }}
            size="small"
            refusal="over"
          >
            {t('commendations.confer')}
          </CommandButton>
          <FormButton command="revise-commendation" given={given()}>
            {t('form.revise')}
          </FormButton>
          <FormButton command="withdraw-commendation" given={given()}>
            {t('form.withdraw')}
          </FormButton>
        </div>
      </Show>
    </>
  );
}

function Standing(props: { readonly commendation: Commendation }): JSX.Element {
  const t = useDeskWords();
  const tones = { prepared: 'waiting', conferred: 'done', withdrawn: 'off' } as const;
  return (
    <Badge tone={tones[props.commendation.status]}>
      <Show when={props.commendation.status === 'prepared'}>
        <Icon name="lock" />
      </Show>
      {t(
        props.commendation.status === 'prepared'
          ? 'commendations.embargo'
          : `commendation.${props.commendation.status}`,
      )}
    </Badge>
  );
}
