// Finds the meeting that another is made from: the latest first, narrowed by typing.

import { createResource, createSignal, For, Match, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { listMeetings } from '../../../api/meetings.ts';
import { asProblem } from '../../../api/problem.ts';
import { useSession } from '../../../api/session.tsx';
import { TextInput } from '../../../ui/inputs.tsx';
import { StateLoading } from '../../../ui/state-loading.tsx';
import { StateProblem } from '../../../ui/state-problem.tsx';
import { createLater } from '../../meetings/filters/create-later.ts';
import { useFindingWords } from '../../meetings/words.tsx';

/** Meetings shown at once; others are found by typing. */
const SHOWN = 8;

export function PastPicker(props: {
  readonly busy: boolean;
  readonly onPast: (meetingId: string) => void;
}): JSX.Element {
  const { t, f, formats } = useFindingWords();
  const { client } = useSession();
  const [q, setQ] = createSignal('');
  const search = createLater(setQ, 250);
  const [page, { refetch }] = createResource(
    () => ({ q: q().trim() }),
    (query) => listMeetings(client, query, SHOWN),
  );
  return (
    <div data-component="past-picker" aria-busy={props.busy}>
      <TextInput type="search" label={f('begin.find')} value={q()} onValue={search.call} maxlength={200} dir="auto" />
      <Switch>
        <Match when={page.error as unknown}>
          {(thrown) => <StateProblem problem={asProblem(thrown())} onRetry={() => void refetch()} />}
        </Match>
        <Match when={!page.latest}>
          <StateLoading />
        </Match>
        <Match when={page.latest?.rows.length === 0}>
          <p data-part="none">{f('find.none')}</p>
        </Match>
        <Match when={page.latest}>
          {(found) => (
            <ul>
              <For each={found().rows}>
                {(meeting) => (
                  <li>
                    <button type="button" disabled={props.busy} onClick={() => props.onPast(meeting.meetingId)}>
                      <span data-part="title" dir="auto">
                        {meeting.title}
                      </span>
                      <span data-part="about">
                        {formats(meeting.timeZone).day(meeting.startsAt)} · {t(`status.${meeting.status}`)} ·{' '}
                        {t('list.attendees', { count: meeting.attendees })}
                      </span>
                    </button>
                  </li>
                )}
              </For>
            </ul>
          )}
        </Match>
      </Switch>
    </div>
  );
}
