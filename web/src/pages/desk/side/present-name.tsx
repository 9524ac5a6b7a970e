// One name of the roster: here or not, what office, and the way in and out. A delegation is counted.

import type { PresentName as Present } from '@rostrum/projections';
import { createEffect, createSignal, For, on, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { useMarks } from '../../../meeting/marks.ts';
import { unitName } from '../../../meeting/people.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { useDeskWords } from '../words.ts';

export function PresentName(props: { readonly name: Present }): JSX.Element {
  const { t } = useWords();
  const own = useDeskWords();
  const marks = useMarks();
  const about = () => {
    const { venue, unit, excused } = props.name;
    return [venue ?? t('venue.remote'), unitName(unit), ...(excused === null ? [] : [own('presence.excused')])].join(
      ' · ',
    );
  };
  return (
    <li data-marked={marks.by(props.name.rosterId)} data-here={props.name.here ? '' : undefined}>
      <span data-part="sign" aria-hidden="true" />
      <span data-part="who">
        <span data-part="name">
          {props.name.name}
          <VisuallyHidden>, {own(props.name.here ? 'presence.isHere' : 'presence.isAway')}</VisuallyHidden>
          <For each={props.name.offices}>{(office) => <span data-part="office">{t(`office.${office}`)}</span>}</For>
        </span>
        <span data-part="about">{about()}</span>
      </span>
      <Show when={props.name.kind === 'attendee'} fallback={<DelegationCount name={props.name} />}>
        <Show
          when={props.name.here}
          fallback={
            <CommandButton
              command="check-in"
              input={{ attendeeId: props.name.rosterId }}
              size="small"
              variant="quiet"
              refusal="over"
              aria-label={own('presence.checkInOf', { name: props.name.name })}
            >
              {own('presence.checkIn')}
            </CommandButton>
          }
        >
          <CommandButton
            command="check-out"
            input={{ attendeeId: props.name.rosterId }}
            size="small"
            variant="quiet"
            refusal="over"
            aria-label={own('presence.checkOutOf', { name: props.name.name })}
          >
            {own('presence.checkOut')}
          </CommandButton>
        </Show>
      </Show>
    </li>
  );
}

function DelegationCount(props: { readonly name: Present }): JSX.Element {
  const own = useDeskWords();
  const shown = () => String(props.name.counted ?? props.name.expected ?? '');
  const [typed, setTyped] = createSignal(shown());
  createEffect(on(shown, (now) => setTyped(now), { defer: true }));
  const same = () =>
    props.name.counted !== null && Number(typed()) === props.name.counted ? own('presence.counted') : undefined;
  return (
    <span data-part="counting">
      <input
        type="text"
        inputmode="numeric"
        data-component="control"
        data-kind="number"
        aria-label={own('presence.countOf', { name: props.name.name })}
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <CommandButton
        command="count-delegation"
        input={{ delegationId: props.name.rosterId, count: Number(typed() || 'none') }}
        because={same()}
        size="small"
        variant="quiet"
        refusal="over"
        aria-label={own('presence.recordCountOf', { name: props.name.name })}
      >
        {own('presence.count')}
      </CommandButton>
    </span>
  );
}
