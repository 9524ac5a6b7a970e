// Meetings: found by words and filters, as a list or a calendar, all of it in the address.

import { Navigate, useSearchParams } from '@solidjs/router';
import { createMemo, createResource, For, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { listMeetings } from '../../api/meetings.ts';
import { asProblem } from '../../api/problem.ts';
import { useSession } from '../../api/session.tsx';
import { lazyPart } from '../../lazy-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { StateLoading } from '../../ui/state-loading.tsx';
import { StateProblem } from '../../ui/state-problem.tsx';
import { queryOf } from './asking.ts';
import { isNarrowed, parametersOf, readChoice } from './choice.ts';
import type { Choice, View } from './choice.ts';
import { NoMeetings } from './empty.tsx';
import { Filters } from './filters/filters.tsx';
import { MeetingList } from './list.tsx';
import { FindingWords, useFindingWords } from './words.tsx';
import './meetings.css';

const MeetingCalendar = lazyPart(async () => ({ default: (await import('./calendar/calendar.tsx')).MeetingCalendar }));

export default function MeetingsPage(): JSX.Element {
  const session = useSession();
  const who = () => session.who();
  return (
    <Show
      when={who()?.kind === 'attendee' && who()?.meetingId}
      fallback={
        <FindingWords>
          <Meetings />
        </FindingWords>
      }
    >
      {(meetingId) => <Navigate href={`/meetings/${encodeURIComponent(meetingId())}/room`} />}
    </Show>
  );
}

const VIEWS: readonly View[] = ['list', 'month', 'week'];

function Meetings(): JSX.Element {
  const { t, f, formats } = useFindingWords();
  const session = useSession();
  usePageTitle(() => t('list.title'));
  const [parameters, setParameters] = useSearchParams();
  const choice = createMemo(() => readChoice(parameters));
  const change = (entries: Partial<Choice>, options?: { readonly replace: boolean }) =>
    setParameters(parametersOf({ ...choice(), ...entries }), { ...options, scroll: false });

  // Neither view nor day changes which meetings there are.
  const asked = createMemo(() => queryOf(choice(), formats().timeZone), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  const narrowing = createMemo(() => ({ ...choice(), view: 'list' as const, day: null }), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  const [all, { refetch }] = createResource(asked, (query) =>
    listMeetings(session.client, { ...query, counts: true }, 1),
  );
  const maySchedule = () => session.who()?.roles?.some((role) => role !== 'archivist') ?? false;

  return (
    <Switch>
      <Match when={all.error as unknown}>
        {(thrown) => <StateProblem problem={asProblem(thrown())} onRetry={() => void refetch()} />}
      </Match>
      <Match when={all.loading && !all.latest}>
        <StateLoading />
      </Match>
      <Match when={all.latest?.total === 0 && !isNarrowed(choice())}>
        <NoMeetings maySchedule={maySchedule()} />
      </Match>
      <Match when={all.latest}>
        {(found) => (
          <div data-page="meetings">
            <header data-component="page-header">
              <h1>{t('list.title')}</h1>
              <nav data-component="views" aria-label={f('view.label')}>
                <For each={VIEWS}>
                  {(view) => (
                    <button
                      type="button"
                      aria-current={choice().view === view ? 'true' : undefined}
                      onClick={() => change({ view })}
                    >
                      {f(`view.${view}`)}
                    </button>
                  )}
                </For>
              </nav>
              <Show when={maySchedule()}>
                <ButtonLink variant="primary" href="/meetings/new">
                  {t('list.schedule')}
                </ButtonLink>
              </Show>
            </header>
            <Filters choice={choice()} change={change} counts={found().counts} found={found().total} />
            <Show when={choice().view !== 'list'} fallback={<MeetingList choice={narrowing()} />}>
              <MeetingCalendar
                view={choice().view === 'week' ? 'week' : 'month'}
                day={choice().day}
                narrowing={narrowing()}
                onDay={(day, replace) => change({ day }, { replace })}
              />
            </Show>
          </div>
        )}
      </Match>
    </Switch>
  );
}
