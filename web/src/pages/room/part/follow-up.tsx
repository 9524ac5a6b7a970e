// How far one respondent has come with a directive, what was told of it so far, and what can be told next.

import { nameInRecord } from '@rostrum/events';
import type { FollowUp as Course, FollowUpEntry } from '@rostrum/events';
import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { unitName } from '../../../meeting/people.ts';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { createGiving } from '../giving.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { Report } from './report.tsx';

export type FollowUpProps = {
  readonly directiveId: string;
  /** A unit path or a roster id. */
  readonly respondent: string;
  /** Whether to say for whom: one answers for several. */
  readonly named: boolean;
  /** Null: not acknowledged yet. */
  readonly of: Course | null;
};

const tones: Readonly<Record<Course['status'], Tone>> = {
  acknowledged: 'steady',
  'under-way': 'now',
  discharged: 'done',
};

export function FollowUp(props: FollowUpProps): JSX.Element {
  const { r } = useRoomWords();
  const { meeting } = useRoom();
  const [telling, setTelling] = createSignal<'progress' | 'discharge' | null>(null);
  const acknowledge = createGiving('acknowledge-directive', () => ({
    directiveId: props.directiveId,
    respondent: props.respondent,
  }));
  const name = () => {
    const known = nameInRecord(meeting().roster, props.respondent);
    return known === props.respondent ? unitName(props.respondent) : known;
  };
  const standing = () => {
    const course = props.of;
    if (course === null) return r('directive.new');
    return course.status === 'under-way' && course.percent !== null
      ? r('directive.percent', { percent: course.percent })
      : r(`directive.${course.status}`);
  };
  const open = () => props.of?.status !== 'discharged';
  return (
    <div data-part="follow-up">
      <p data-part="standing">
        <Badge tone={props.of === null ? 'waiting' : tones[props.of.status]}>{standing()}</Badge>
        <Show when={props.named}>
          <span data-part="about">{r('directive.as', { name: name() })}</span>
        </Show>
      </p>
      <Show when={(props.of?.entries.length ?? 0) > 0}>
        <History entries={props.of?.entries ?? []} />
      </Show>
      <Show when={open() && telling() === null}>
        <div data-part="do">
          <Show when={props.of === null}>
            <Button variant="primary" action={acknowledge}>
              {r('directive.acknowledge')}
            </Button>
          </Show>
          <Button onClick={() => setTelling('progress')}>{r('directive.report')}</Button>
          <Button onClick={() => setTelling('discharge')}>{r('directive.discharge')}</Button>
        </div>
      </Show>
      <Show when={open() ? telling() : null} keyed>
        {(kind) => (
          <Report
            kind={kind}
            directiveId={props.directiveId}
            respondent={props.respondent}
            onClose={() => setTelling(null)}
          />
        )}
      </Show>
    </div>
  );
}

function History(props: { readonly entries: readonly FollowUpEntry[] }): JSX.Element {
  const { r, formats } = useRoomWords();
  const { meeting } = useRoom();
  const f = () => formats(meeting().lifecycle.timeZone);
  return (
    <details>
      <summary>{r('directive.history')}</summary>
      <ol>
        <For each={props.entries}>
          {(entry) => (
            <li>
              <span data-part="about">
                {r(`directive.entry.${entry.kind}`)} · {f().day(entry.at)} {f().time(entry.at)}
              </span>
              <Show when={entry.text}>{(text) => <span data-part="said">{text()}</span>}</Show>
            </li>
          )}
        </For>
      </ol>
    </details>
  );
}
