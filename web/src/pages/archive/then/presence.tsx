// Who was present: how many against the quorum, and every name with since when.

import { countPresent } from '@rostrum/events';
import { presentNames } from '@rostrum/projections';
import type { PresentName } from '@rostrum/projections';
import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { unitName } from '../../../meeting/people.ts';
import { Badge } from '../../../ui/badge.tsx';
import { useArchive } from '../archive-context.tsx';
import { InstantLink } from '../instant-link.tsx';
import { useArchiveWords } from '../words.tsx';
import { Few } from './few.tsx';
import { ThenSection } from './section.tsx';

export function ThenPresence(): JSX.Element {
  const { a, formats } = useArchiveWords();
  const archive = useArchive();
  const present = createMemo(() => countPresent(archive.view().meeting, archive.view().attendance));
  const quorum = () => archive.view().meeting.lifecycle.quorum;
  // Between two events nobody comes or goes.
  const names = createMemo(() => presentNames(archive.view(), archive.view().at ?? archive.at()));
  // Ids stay the same where the view does not: a line is drawn once and then only told what changed.
  const byId = createMemo(() => new Map(names().map((name) => [name.rosterId, name])));
  const order = createMemo(() => names().map(({ rosterId }) => rosterId));
  return (
    <ThenSection
      title={a('presence.title')}
      aside={
        <>
          <strong>{formats().number(present())}</strong>
          <Show when={quorum()}>
            {(needed) => (
              <Badge tone={present() >= needed() ? 'done' : 'waiting'}>
                {a(present() >= needed() ? 'presence.quorum' : 'presence.noQuorum', { quorum: needed() })}
              </Badge>
            )}
          </Show>
        </>
      }
    >
      <Show when={order().length > 0} fallback={<p data-part="none">{a('then.none')}</p>}>
        <Few each={order()} limit={16}>
          {(rosterId) => <Show when={byId().get(rosterId)}>{(name) => <Name name={name()} />}</Show>}
        </Few>
      </Show>
    </ThenSection>
  );
}

function Name(props: { readonly name: PresentName }): JSX.Element {
  const { a } = useArchiveWords();
  const counted = () => {
    const { counted: came, expected } = props.name;
    if (came === null) return '';
    return expected === null ? a('presence.counted', { count: came }) : a('presence.of', { count: came, expected });
  };
  return (
    <div data-component="then-line" data-quiet={props.name.here ? undefined : ''}>
      <span data-part="name">{props.name.name}</span>
      <span data-part="aside">
        <Show
          when={props.name.here}
          fallback={props.name.excused === null ? a('presence.absent') : a('presence.excused')}
        >
          <Show when={props.name.since} fallback={counted()}>
            {(since) => (
              <>
                {a('presence.since')} <InstantLink at={since()} />
              </>
            )}
          </Show>
        </Show>
      </span>
      <span data-part="about">{props.name.title ?? unitName(props.name.unit)}</span>
    </div>
  );
}
