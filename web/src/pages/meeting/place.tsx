// In the header: which meeting this is, how far it has come, and whether what is seen is what holds.

import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../i18n/language.tsx';
import type { LiveMeeting } from '../../live/live-meeting.ts';
import { MeetingStatusBadge } from '../../ui/meeting-status.tsx';
import { ConnectionSign } from './connection-sign.tsx';
import './place.css';

export function MeetingPlace(props: { readonly live: LiveMeeting }): JSX.Element {
  const { t } = useWords();
  const lifecycle = () => props.live.view()?.meeting.lifecycle;
  return (
    <Show when={lifecycle()}>
      {(meeting) => (
        <div data-component="meeting-place">
          <A
            data-part="title"
            href={`/meetings/${encodeURIComponent(props.live.meetingId)}`}
            end
            aria-label={`${meeting().title}, ${t('meeting.overview')}`}
          >
            {meeting().title}
          </A>
          <MeetingStatusBadge status={meeting().status} />
          <ConnectionSign live={props.live} />
        </div>
      )}
    </Show>
  );
}
