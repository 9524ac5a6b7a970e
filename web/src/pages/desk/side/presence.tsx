// Who is here: how many against the quorum, who has been lost on the way, and everyone by name, to be checked in and counted.

import { countPresent, presenceOf } from '@rostrum/events';
import { presentNames } from '@rostrum/projections';
import { createMemo, createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { find } from '../../../ui/find.ts';
import { TextInput } from '../../../ui/inputs.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';
import { PresentName } from './present-name.tsx';
import './side.css';

/** Names shown before anything is typed; a hall of hundreds is found by name. */
const SHOWN = 6;

export function Presence(): JSX.Element {
  const words = useWords();
  const t = useDeskWords();
  const live = useLive();
  const [typed, setTyped] = createSignal('');
  const [unfolded, setUnfolded] = createSignal(false);
  const meeting = () => live.view().meeting;
  const quorum = () => meeting().lifecycle.quorum;
  const present = createMemo(() => countPresent(meeting(), live.view().attendance));
  // Presence changes with events, not with seconds.
  const names = createMemo(() => presentNames(live.view(), live.view().at ?? meeting().lifecycle.startsAt));
  const expected = createMemo(() =>
    names().reduce((sum, name) => sum + (name.kind === 'delegation' ? (name.expected ?? 0) : 1), 0),
  );
  const lost = createMemo(() => {
    const { at, attendance } = live.view();
    if (at === null || meeting().lifecycle.openedAt === null) return [];
    return names().filter(
      ({ rosterId, kind, here }) =>
        kind === 'attendee' && !here && presenceOf(meeting(), attendance, rosterId, at).status === 'present',
    );
  });
  const found = createMemo(() =>
    find(
      names().map(({ rosterId, name, unit }) => ({ value: rosterId, label: name, note: unit })),
      typed(),
      unfolded() ? names().length : SHOWN,
    ).map(({ value }) => value),
  );
  const byId = createMemo(() => new Map(names().map((name) => [name.rosterId, name])));
  return (
    <section data-component="desk-presence" aria-labelledby="desk-presence">
      <header>
        <h2 id="desk-presence">{t('presence.title')}</h2>
        <span data-part="count" aria-live="polite">
          {t('presence.of', { present: present(), expected: expected() })}
        </span>
      </header>
      <p data-part="standing">
        <Show when={quorum()} fallback={<span>{t('presence.noQuorum')}</span>}>
          {(wanted) => (
            <Badge tone={present() >= wanted() ? 'done' : 'waiting'}>
              {t(present() >= wanted() ? 'presence.quorumReached' : 'presence.quorumShort', { quorum: wanted() })}
            </Badge>
          )}
        </Show>
        <Show when={lost().length > 0}>
          <Badge tone="waiting">
            <span title={words.names().list(lost().map(({ name }) => name))}>
              {t('presence.lost', { count: lost().length })}
            </span>
          </Badge>
        </Show>
      </p>
      <TextInput
        label={t('presence.find')}
        labelHidden
        placeholder={t('presence.find')}
        value={typed()}
        onValue={setTyped}
        type="search"
      />
      <ul>
        <For each={found()} fallback={<li data-part="none">{t('form.nothingFound')}</li>}>
          {(rosterId) => <Show when={byId().get(rosterId)}>{(name) => <PresentName name={name()} />}</Show>}
        </For>
      </ul>
      <div data-part="deeds">
        <Show when={names().length > SHOWN && typed() === ''}>
          <button
            type="button"
            data-component="button"
            data-variant="quiet"
            data-size="small"
            aria-expanded={unfolded()}
            onClick={() => setUnfolded(!unfolded())}
          >
            {unfolded() ? t('presence.fewer') : t('presence.all', { count: names().length })}
          </button>
        </Show>
        <FormButton command="add-attendee">{t('presence.add')}</FormButton>
        <FormButton command="excuse-attendee">{t('presence.excuse')}</FormButton>
      </div>
    </section>
  );
}
