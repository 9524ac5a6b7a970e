// The line above the desk: how long the meeting has run and how far it is behind, who presides, and what concerns the
// meeting as a whole.

import { holderOf } from '@rostrum/events';
import { agendaProgress } from '@rostrum/projections';
import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { useMarks } from '../../../meeting/marks.ts';
import { personOf } from '../../../meeting/people.ts';
import { speechClock } from '../../../meeting/speech-clock.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Clock } from '../../../ui/clock.tsx';
import { useDesk } from '../desk-context.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';
import './bar.css';

export function DeskBar(): JSX.Element {
  return (
    <div data-component="desk-bar">
      <RunningTime />
      <FloorInShort />
      <Presiding />
      <WholeMeeting />
    </div>
  );
}

function RunningTime(): JSX.Element {
  const own = useDeskWords();
  const live = useLive();
  const lifecycle = () => live.view().meeting.lifecycle;
  const running = () => lifecycle().status === 'open' || lifecycle().status === 'recess';
  const behind = createMemo(() => agendaProgress(live.view(), new Date(live.serverNow()).toISOString()).minutesBehind);
  return (
    <Show when={running() && lifecycle().openedAt}>
      {(openedAt) => (
        <p data-part="running">
          <Clock seconds={(live.serverNow() - Date.parse(openedAt())) / 1000} label={own('bar.openFor')} />
          <Show when={behind() !== 0} fallback={<span>{own('bar.onTime')}</span>}>
            <span data-late={behind() > 0 ? '' : undefined}>
              {behind() > 0 ? own('bar.behind', { count: behind() }) : own('bar.ahead', { count: -behind() })}
            </span>
          </Show>
        </p>
      )}
    </Show>
  );
}

/** Who has the floor and how long, while the stage is out of sight. */
function FloorInShort(): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const desk = useDesk();
  const speech = () => live.view().meeting.floor.speech;
  const holder = () => {
    const { meeting } = live.view();
    const rosterId = holderOf(meeting.floor);
    return rosterId === null ? '' : (personOf(meeting, rosterId)?.name ?? rosterId);
  };
  return (
    <Show when={desk.stageInSight() ? null : speech()}>
      {(running) => {
        const now = createMemo(() => speechClock(running(), live.serverNow()));
        return (
          <p data-part="floor">
            <Badge tone="live">{holder()}</Badge>
            <Clock seconds={now().spoken} over={now().state === 'over'} label={t('speech.spoken')} />
            <Show when={now().limit}>{(limit) => <span>{t('speech.of', { limit: clock(limit()) })}</span>}</Show>
          </p>
        );
      }}
    </Show>
  );
}

function Presiding(): JSX.Element {
  const { t } = useWords();
  const own = useDeskWords();
  const live = useLive();
  const marks = useMarks();
  const officers = () => live.view().meeting.officers;
  const nameOf = (rosterId: string) => personOf(live.view().meeting, rosterId)?.name ?? rosterId;
  const others = () =>
    [
      ...officers().deputies.map((rosterId) => `${t('office.deputy')} ${nameOf(rosterId)}`),
      ...(officers().secretary === null ? [] : [`${t('office.secretary')} ${nameOf(officers().secretary!)}`]),
    ].join(' · ');
  return (
    <p data-part="presiding" data-marked={marks.by(officers().chair)}>
      <span>
        {t('office.chair')}{' '}
        <strong>{officers().chair === null ? own('before.noChair') : nameOf(officers().chair!)}</strong>
      </span>
      <Show when={others()}>
        <span data-part="others">{others()}</span>
      </Show>
    </p>
  );
}

function WholeMeeting(): JSX.Element {
  const own = useDeskWords();
  const live = useLive();
  const status = () => live.view().meeting.lifecycle.status;
  const running = () => status() === 'open' || status() === 'recess';
  return (
    <div data-part="deeds" role="group" aria-label={own('bar.meeting')}>
      <Show when={running()}>
        <FormButton command="hand-over-chair">{own('officers.handOver')}</FormButton>
      </Show>
      <FormButton command="appoint-officer" given={{ office: 'deputy' }}>
        {own('officers.appoint')}
      </FormButton>
      <FormButton command="relieve-officer">{own('officers.relieve')}</FormButton>
      <Show when={running()}>
        <FormButton command="call-recess">{own('bar.recess')}</FormButton>
        <FormButton command="close-meeting" whatever>
          {own('bar.close')}
        </FormButton>
      </Show>
    </div>
  );
}
