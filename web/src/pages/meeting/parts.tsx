// The parts of a meeting that the reader may go to: each by what they are in it.

import { A } from '@solidjs/router';
import { For } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../i18n/language.tsx';
import { useLive } from '../../live/use-live.tsx';
import './parts.css';

export function MeetingParts(): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const base = () => `/meetings/${encodeURIComponent(live.meetingId)}`;
  const parts = () => {
    const officer = live.audience() === 'officers';
    return [
      { href: base(), label: t('meeting.overview') },
      ...(officer ? [{ href: `${base()}/desk`, label: t('meeting.desk') }] : []),
      { href: `${base()}/room`, label: t('meeting.room') },
      { href: `${base()}/archive`, label: t('meeting.archive') },
    ];
  };
  return (
    <nav data-component="meeting-parts" aria-label={t('meeting.places')}>
      <For each={parts()}>
        {(part) => (
          <A href={part.href} end>
            {part.label}
          </A>
        )}
      </For>
    </nav>
  );
}
