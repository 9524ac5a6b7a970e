// At the head of the meeting as it stood: when this is, how far the meeting had come, and who its officers were.

import { nameInRecord } from '@rostrum/events';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { MeetingStatusBadge } from '../../../ui/meeting-status.tsx';
import { useArchive } from '../archive-context.tsx';
import { useArchiveWords } from '../words.tsx';

export function ThenHead(): JSX.Element {
  const { a, t, formats } = useArchiveWords();
  const archive = useArchive();
  const { lifecycle, roster } = archive.parts;
  const zone = () => formats(archive.latest().meeting.lifecycle.timeZone);
  const officers = createMemo(() => {
    const { chair, deputies, secretary } = archive.parts.officers();
    const named = (ids: readonly (string | null)[]) =>
      ids.flatMap((id) => (id === null ? [] : [nameInRecord(roster(), id)])).join(a('and'));
    return [
      { office: 'chair' as const, names: named([chair]) },
      { office: 'deputy' as const, names: named(deputies) },
      { office: 'secretary' as const, names: named([secretary]) },
    ].filter(({ names }) => names !== '');
  });
  return (
    <header data-component="then-head">
      <div>
        <h2>{a('then.title')}</h2>
        <p data-part="when">
          <time datetime={archive.at()}>
            {a('then.at', { day: zone().longDay(archive.at()), time: zone().timeWithSeconds(archive.at()) })}
          </time>
          <span data-part="place">
            {a('then.place', {
              count: archive.moment().count,
              all: archive.length(),
              revision: archive.view().revision,
            })}
          </span>
        </p>
      </div>
      <dl>
        <div>
          <dt>{a('then.status')}</dt>
          <dd>
            <MeetingStatusBadge status={lifecycle().status} />
          </dd>
        </div>
        <For each={officers()}>
          {({ office, names }) => (
            <div>
              <dt>{t(`office.${office}`)}</dt>
              <dd>{names}</dd>
            </div>
          )}
        </For>
        <Show when={archive.parts.officers().handovers.at(-1)}>
          {(handover) => (
            <div>
              <dt>{a('then.handover')}</dt>
              <dd>
                {a('then.handover.at', {
                  name: nameInRecord(roster(), handover().to),
                  time: zone().time(handover().at),
                })}
              </dd>
            </div>
          )}
        </Show>
      </dl>
    </header>
  );
}
