// Who was present: how many against the quorum, and every name with since when.

import { countedOf, countPresent, intervalsOf, isPresent } from '@rostrum/events';
import type { RosterName } from '@rostrum/projections';
import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { everyone, unitName } from '../../../meeting/people.ts';
import { Badge } from '../../../ui/badge.tsx';
import { useArchive } from '../archive-context.tsx';
import { InstantLink } from '../instant-link.tsx';
import { useArchiveWords } from '../words.tsx';
import { Few } from './few.tsx';
import { ThenSection } from './section.tsx';

export function ThenPresence(): JSX.Element {
  const { a, formats } = useArchiveWords();
  const archive = useArchive();
  const present = createMemo(() => countPresent(archive.view().meeting, archive.parts.attendance()));
  const quorum = () => archive.parts.lifecycle().quorum;
  const names = createMemo(() => (archive.parts.roster(), everyone(archive.view().meeting)));
  return (
    <ThenSection
      title={a('presence.title')}
      aside={
        <>
          <strong>{formats().number(present())}</strong>
          <Show when={quorum() !== null}>
            <Badge tone={present() >= (quorum() ?? 0) ? 'done' : 'waiting'}>
              {a(present() >= (quorum() ?? 0) ? 'presence.quorum' : 'presence.noQuorum', { quorum: quorum() ?? 0 })}
            </Badge>
          </Show>
        </>
      }
    >
      <Show when={names().length > 0} fallback={<p data-part="none">{a('then.none')}</p>}>
        <Few count={names().length} at={(place) => names()[place]!} limit={12}>
          {(name) => <Name name={name()} />}
        </Few>
      </Show>
    </ThenSection>
  );
}

function Name(props: { readonly name: RosterName }): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const { attendance } = archive.parts;
  const counted = createMemo(() => countedOf(attendance(), props.name.rosterId));
  const here = createMemo(() =>
    props.name.kind === 'delegation' ? (counted() ?? 0) > 0 : isPresent(attendance(), props.name.rosterId),
  );
  const since = createMemo(() => {
    if (!here() || props.name.kind === 'delegation') return undefined;
    // Between two events nobody comes or goes.
    return intervalsOf(attendance(), props.name.rosterId, archive.view().at ?? archive.at()).at(-1)?.from;
  });
  const came = () => {
    const { expected } = props.name;
    const count = counted() ?? 0;
    return expected === null ? a('presence.counted', { count }) : a('presence.of', { count, expected });
  };
  return (
    <div data-component="then-line" data-quiet={here() ? undefined : ''}>
      <span data-part="name" dir="auto">
        {props.name.name}
      </span>
      <span data-part="aside">
        <Show when={here()} fallback={props.name.excused === null ? a('presence.absent') : a('presence.excused')}>
          <Show when={since() !== undefined} fallback={came()}>
            {a('presence.since')} <InstantLink at={since()} />
          </Show>
        </Show>
      </span>
      <span data-part="about">{props.name.title ?? unitName(props.name.unit)}</span>
    </div>
  );
}
