// The state of a meeting as a badge: the same sign for it on every page.

import type { MeetingStatus } from '@rostrum/events';
import type { JSX } from 'solid-js';
import { useWords } from '../i18n/language.tsx';
import { Badge } from './badge.tsx';
import type { Tone } from './badge.tsx';

const tones: Readonly<Record<MeetingStatus, Tone>> = {
  unscheduled: 'plain',
  draft: 'plain',
  convened: 'waiting',
  open: 'now',
  recess: 'waiting',
  closed: 'done',
  minuted: 'done',
  sealed: 'done',
  cancelled: 'off',
};

export function MeetingStatusBadge(props: { readonly status: MeetingStatus }): JSX.Element {
  const { t } = useWords();
  return <Badge tone={tones[props.status]}>{t(`status.${props.status}`)}</Badge>;
}
