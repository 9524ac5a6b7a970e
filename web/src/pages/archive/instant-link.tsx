// A time in the archive is a way to it: every one of them leads to the moment that it names.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../i18n/language.tsx';
import { useArchive } from './archive-context.tsx';
import { searchAt } from './moment/address.ts';

export type InstantLinkProps = {
  readonly at: string;
  /** What it leads to, for those who hear the page: `to the beginning of …`. */
  readonly label?: string | undefined;
  /** With the day, where it is not that of the meeting. */
  readonly dated?: boolean;
};

export function InstantLink(props: InstantLinkProps): JSX.Element {
  const { formats } = useWords();
  const archive = useArchive();
  const zone = () => formats(archive.latest().meeting.lifecycle.timeZone);
  const otherDay = () => zone().isoDay(props.at) !== archive.day();
  return (
    <a
      data-component="instant"
      href={searchAt(Date.parse(props.at))}
      noScroll
      aria-label={props.label === undefined ? undefined : `${zone().time(props.at)}, ${props.label}`}
    >
      <time datetime={props.at}>
        <Show when={props.dated ?? otherDay()}>{zone().day(props.at)} </Show>
        {zone().time(props.at)}
      </time>
    </a>
  );
}
