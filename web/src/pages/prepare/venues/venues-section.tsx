// The places where people are present in person. Their ids are what the roster's file names them by.

import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { onGoingOn } from '../form/going-on.ts';
import { Hand } from '../hand.tsx';
import { Nothing, Section } from '../section.tsx';
import { stageOf } from '../sections.ts';
import { usePrepareWords } from '../words.tsx';
import { AddVenueForm, ReviseVenueForm } from './venue-forms.tsx';
import './venues.css';

export function VenuesSection(): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const [adding, setAdding] = createSignal(false);
  const [editing, setEditing] = createSignal<string | null>(null);
  const roster = () => live.view().meeting.roster;
  const open = () => stageOf(live.view().meeting) !== 'after';
  onGoingOn((section, id) => {
    if (section !== 'venues') return;
    if (id === undefined) setAdding(true);
    else setEditing(id);
  });
  const ids = () =>
    roster()
      .venues.values()
      .filter(({ withdrawn, venueId }) => !withdrawn || venueId === editing())
      .map(({ venueId }) => venueId);
  const seats = (venueId: string) =>
    [...roster().attendees, ...roster().delegations].filter((name) => name.venueId === venueId && !name.removed).length;

  return (
    <Section
      id="venues"
      lead={p('venues.lead')}
      tools={
        <Show when={open() && !adding()}>
          <Button size="small" onClick={() => setAdding(true)}>
            <Icon name="add" />
            {t('schedule.venue.add')}
          </Button>
        </Show>
      }
    >
      <Show when={ids().length > 0} fallback={<Nothing>{p('venues.none')}</Nothing>}>
        <ul data-component="prepare-venues">
          <For each={ids()}>
            {(venueId) => (
              <li>
                <Show
                  when={editing() !== venueId}
                  fallback={<ReviseVenueForm venueId={venueId} onClose={() => setEditing(null)} />}
                >
                  <span data-part="what">
                    <strong>{roster().venues.get(venueId)?.name}</strong>
                    <code>{venueId}</code>
                    <Show when={roster().venues.get(venueId)?.main}>
                      <Badge tone="done">{t('venue.main')}</Badge>
                    </Show>
                    <Hand of={venueId} />
                  </span>
                  <span data-part="seats">{p('venues.seats', { count: seats(venueId) })}</span>
                  <Show when={open()}>
                    <span data-part="tools">
                      <Button
                        variant="quiet"
                        size="small"
                        aria-label={p('revise.of', { name: roster().venues.get(venueId)?.name ?? venueId })}
                        onClick={() => setEditing(venueId)}
                      >
                        {p('revise')}
                      </Button>
                      <CommandButton
                        command="withdraw-venue"
                        input={{ venueId }}
                        variant="quiet"
                        size="small"
                        refusal="over"
                        aria-label={p('withdraw.of', { name: roster().venues.get(venueId)?.name ?? venueId })}
                      >
                        {p('withdraw')}
                      </CommandButton>
                    </span>
                  </Show>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={adding()}>
        <AddVenueForm onClose={() => setAdding(false)} />
      </Show>
    </Section>
  );
}
