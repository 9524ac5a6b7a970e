// The list of meetings: today first, then what comes, then what was.

import { Navigate } from '@solidjs/router';
import { createMemo, createResource, createSignal, For, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { listMeetings } from '../../api/meetings.ts';
import { asProblem } from '../../api/problem.ts';
import { useSession } from '../../api/session.tsx';
import { useWords } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { StateLoading } from '../../ui/state-loading.tsx';
import { StateProblem } from '../../ui/state-problem.tsx';
import { NoMeetings } from './empty.tsx';
import { MeetingRow } from './row.tsx';
import { sections } from './order.ts';
import './meetings.css';

export default function MeetingsPage(): JSX.Element {
  const session = useSession();
  const who = () => session.who();
  return (
    <Show when={who()?.kind === 'attendee' && who()?.meetingId} fallback={<MeetingsList />}>
      {(meetingId) => <Navigate href={`/meetings/${encodeURIComponent(meetingId())}/room`} />}
    </Show>
  );
}

function MeetingsList(): JSX.Element {
  const { t } = useWords();
  const session = useSession();
  usePageTitle(() => t('list.title'));
  const [portions, setPortions] = createSignal(1);
  const [page, { refetch }] = createResource(portions, (count) => listMeetings(session.client, count));
  const maySchedule = () => session.who()?.roles?.some((role) => role !== 'archivist') ?? false;
  const ordered = createMemo(() => (page.error ? [] : sections(page.latest?.rows ?? [], new Date().toISOString())));

  return (
    <Switch>
      <Match when={page.error as unknown}>
        {(thrown) => <StateProblem problem={asProblem(thrown())} onRetry={() => void refetch()} />}
      </Match>
      <Match when={page.loading && !page.latest}>
        <StateLoading />
      </Match>
      <Match when={page.latest?.rows.length === 0}>
        <NoMeetings maySchedule={maySchedule()} />
      </Match>
      <Match when={page.latest}>
        <header data-component="page-header">
          <h1>{t('list.title')}</h1>
          <Show when={maySchedule()}>
            <ButtonLink variant="primary" href="/meetings/new">
              {t('list.schedule')}
            </ButtonLink>
          </Show>
        </header>
        <For each={ordered()}>
          {({ section, meetings }) => (
            <section data-component="meetings" data-section={section}>
              <h2>{t(`list.${section}`)}</h2>
              <ul>
                <For each={meetings}>{(meeting) => <MeetingRow meeting={meeting} />}</For>
              </ul>
            </section>
          )}
        </For>
        <Show when={(page.latest?.total ?? 0) > (page.latest?.rows.length ?? 0)}>
          <Button onClick={() => setPortions((count) => count + 1)} disabled={page.loading}>
            {t('list.earlier')}
          </Button>
        </Show>
      </Match>
    </Switch>
  );
}
