// The door of one venue: how many are here and missing, the names, the delegations.

import { createMemo, createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../live/use-live.tsx';
import { createMarks, MarksProvider } from '../../meeting/marks.ts';
import { Notice } from '../../ui/notice.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { BodyRow } from './body-row.tsx';
import { Choice } from './choice.tsx';
import { doorOf } from './door.ts';
import { People } from './people.tsx';
import { useStewardWords } from './words.tsx';

type Kind = 'people' | 'delegations';

export function StewardDesk(props: { readonly fixedVenue: string | null }): JSX.Element {
  const { d, formats } = useStewardWords();
  const live = useLive();
  const marks = createMarks(live);
  const meeting = () => live.view().meeting;
  const venues = createMemo(() =>
    meeting()
      .roster.venues.values()
      .filter(({ withdrawn }) => !withdrawn),
  );
  const [chosen, setChosen] = createSignal<string | null>(null);
  const venueId = () =>
    props.fixedVenue ?? chosen() ?? (venues().find(({ main }) => main) ?? venues()[0])?.venueId ?? null;
  const venueName = () => venues().find((venue) => venue.venueId === venueId())?.name;
  const door = createMemo(() => doorOf(live.view(), venueId()));
  const [kind, setKind] = createSignal<Kind>('people');
  const bodies = createMemo(() => [...door().bodies.keys()]);
  const status = () => meeting().lifecycle.status;
  const isOpen = () => status() === 'convened' || status() === 'open' || status() === 'recess';
  usePageTitle(() => d('page.title', { title: meeting().lifecycle.title }));

  const figure = (name: 'present' | 'missing' | 'expected') => (
    <div data-of={name}>
      <dt>{d(`count.${name}`)}</dt>
      <dd>{formats().number(door()[name])}</dd>
    </div>
  );

  return (
    <MarksProvider value={marks}>
      <div data-component="steward">
        <header>
          <h1>{d('title')}</h1>
          <Show
            when={props.fixedVenue === null && venues().length > 1}
            fallback={
              <Show when={venueName()}>
                {(name) => (
                  <p data-part="venue" dir="auto">
                    {name()}
                  </p>
                )}
              </Show>
            }
          >
            <label data-part="venue">
              <span data-component="visually-hidden">{d('venue')}</span>
              <select
                data-component="control"
                value={venueId() ?? ''}
                onChange={(event) => setChosen(event.currentTarget.value)}
              >
                <For each={venues()}>{(venue) => <option value={venue.venueId}>{venue.name}</option>}</For>
              </select>
            </label>
          </Show>
        </header>
        <dl data-part="counts" aria-label={d('count.label')}>
          {figure('present')}
          {figure('missing')}
          {figure('expected')}
        </dl>
        <Show when={!isOpen()}>
          <Notice variant="warn">{status() === 'draft' ? d('season.before') : d('season.after')}</Notice>
        </Show>
        <Show when={isOpen() && venueId() === null}>
          <Notice variant="warn">{d('venue.none')}</Notice>
        </Show>
        <Show when={bodies().length > 0}>
          <Choice
            label={d('kinds.label')}
            value={kind()}
            options={(['people', 'delegations'] as const).map((value) => ({ value, label: d(`kinds.${value}`) }))}
            onValue={setKind}
          />
        </Show>
        <Show
          when={kind() === 'delegations' && bodies().length > 0}
          fallback={<People door={door()} venueId={venueId()} open={isOpen()} />}
        >
          <ul data-part="bodies">
            <For each={bodies()}>
              {(rosterId) => (
                <Show when={door().bodies.get(rosterId)}>
                  {(body) => <BodyRow body={body()} venueId={venueId()} open={isOpen()} />}
                </Show>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </MarksProvider>
  );
}
