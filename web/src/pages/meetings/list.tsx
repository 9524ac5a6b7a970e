// Meetings as a list: what waits, what is under way and today, what comes, what was; each way from today as far as one asks.

import { createMemo, createResource, createSignal, For, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { listMeetings } from '../../api/meetings.ts';
import type { MeetingLine } from '../../api/meetings.ts';
import { asProblem } from '../../api/problem.ts';
import { useSession } from '../../api/session.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StateLoading } from '../../ui/state-loading.tsx';
import { StateProblem } from '../../ui/state-problem.tsx';
import { listQueries } from './asking.ts';
import { isNarrowed } from './choice.ts';
import type { Choice } from './choice.ts';
import { ConcernLines } from './concern-lines.tsx';
import { concernQueries, concernsIn } from './concerns.ts';
import { sections } from './order.ts';
import { MeetingRow } from './row.tsx';
import { useFindingWords } from './words.tsx';

/** Meetings that come with each press. */
const PORTION = 50;
/** Concerns that are looked for at once, of each kind. */
const MOST_CONCERNS = 50;

export function MeetingList(props: { readonly choice: Choice }): JSX.Element {
  const { t, f, formats } = useFindingWords();
  const { client } = useSession();
  const [limits, setLimits] = createSignal({ coming: PORTION, past: PORTION });
  const more = (part: 'coming' | 'past') => setLimits((was) => ({ ...was, [part]: was[part] + PORTION }));

  const [page, { refetch }] = createResource(
    () => ({ choice: props.choice, limits: limits() }),
    async ({ choice, limits: { coming, past } }) => {
      const now = new Date().toISOString();
      const { timeZone, isoDay } = formats();
      const asked = listQueries(choice, now, timeZone, isoDay(now));
      const concerning = concernQueries(now);
      const none = { rows: [] as readonly MeetingLine[], total: 0 };
      const concerns = isNarrowed(choice)
        ? []
        : [concerning.drafts, concerning.over].map((query) => listMeetings(client, query, MOST_CONCERNS));
      const [running, next, before, ...concerned] = await Promise.all([
        asked.now ? listMeetings(client, asked.now, PORTION) : none,
        listMeetings(client, asked.coming, coming),
        listMeetings(client, asked.past, past),
        ...concerns,
      ]);
      const found = concerned.flatMap(({ rows }) => rows);
      return { now, running, next, before, concerns: concernsIn(found, now) };
    },
  );

  const rows = createMemo(() => {
    const { running, next, before } = page.latest ?? {};
    const all = [running, next, before].flatMap((part) => part?.rows ?? []);
    return Array.from(new Map(all.map((meeting) => [meeting.meetingId, meeting])).values());
  });
  const ordered = createMemo(() => (page.latest ? sections(rows(), page.latest.now) : []));
  const left = (part: 'next' | 'before') => (page.latest?.[part].total ?? 0) - (page.latest?.[part].rows.length ?? 0);

  return (
    <Switch>
      <Match when={page.error as unknown}>
        {(thrown) => <StateProblem problem={asProblem(thrown())} onRetry={() => void refetch()} />}
      </Match>
      <Match when={page.loading && !page.latest}>
        <StateLoading />
      </Match>
      <Match when={page.latest}>
        {(shown) => (
          <>
            <Show when={rows().length === 0}>
              <EmptyState title={f('find.none')} size="part">
                <p>{f('find.none.text')}</p>
              </EmptyState>
            </Show>
            <Show when={shown().concerns.length > 0}>
              <ConcernLines concerns={shown().concerns} now={shown().now} />
            </Show>
            <For each={ordered()}>
              {({ section, meetings }) => (
                <section data-component="meetings" data-section={section}>
                  <h2>{t(`list.${section}`)}</h2>
                  <ul>
                    <For each={meetings}>{(meeting) => <MeetingRow meeting={meeting} />}</For>
                  </ul>
                  <Show when={section === 'upcoming' && left('next') > 0}>
                    <Button onClick={() => more('coming')} disabled={page.loading}>
                      {f('find.more.coming', { count: Math.min(PORTION, left('next')) })}
                    </Button>
                  </Show>
                </section>
              )}
            </For>
            <Show when={left('before') > 0}>
              <Button onClick={() => more('past')} disabled={page.loading}>
                {f('find.more.past')}
              </Button>
            </Show>
          </>
        )}
      </Match>
    </Switch>
  );
}
