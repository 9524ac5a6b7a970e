// A directive to me or my unit: what is required, until when, how far each one I answer for has come, and what I can tell
// of it: that it has arrived, how it goes, that it is done.

import { nameInRecord } from '@rostrum/events';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import type { MyDirective } from '../tasks.ts';
import { FollowUp } from './follow-up.tsx';
import './directive.css';

export function Directive(props: { readonly of: MyDirective }): JSX.Element {
  const { r } = useRoomWords();
  const { meeting } = useRoom();
  const directive = () => props.of.directive;
  const origin = () => {
    const { floor, roster, agenda } = meeting();
    const { speechId, itemId } = directive();
    const speech = floor.speech?.speechId === speechId ? floor.speech : floor.finished.get(speechId ?? '');
    return speech
      ? r('directive.from', { name: nameInRecord(roster, speech.speakerId) })
      : r('directive.fromItem', { title: agenda.items.get(itemId)?.title ?? '' });
  };
  return (
    <li data-component="my-directive">
      <span data-part="about">
        {r('directive.ordinal', { ordinal: directive().ordinal })} · {origin()}
      </span>
      <span data-part="text">{directive().text}</span>
      <Due on={directive().dueOn} />
      <For each={props.of.respondents.map(({ respondent }) => respondent)}>
        {(respondent, place) => (
          <FollowUp
            directiveId={directive().directiveId}
            respondent={respondent}
            named={props.of.respondents.length > 1}
            of={props.of.respondents[place()]?.followUp ?? null}
          />
        )}
      </For>
    </li>
  );
}

function Due(props: { readonly on: string | null }): JSX.Element {
  const { r, formats } = useRoomWords();
  const { meeting, minute } = useRoom();
  const f = () => formats(meeting().lifecycle.timeZone);
  const day = () => formats('UTC').day(`${props.on}T00:00:00Z`);
  const past = () => props.on !== null && f().isoDay(new Date(minute()).toISOString()) > props.on;
  return (
    <span data-part="due" data-past={past() ? '' : undefined}>
      <Show when={props.on !== null} fallback={r('directive.noDue')}>
        {past() ? r('directive.overdue', { day: day() }) : r('directive.due', { day: day() })}
      </Show>
    </span>
  );
}
