// A time in the archive is a way to it: every one of them leads to the moment that it names.

import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../i18n/language.tsx';
import { useArchive } from './archive-context.tsx';
import { searchAt } from './moment/address.ts';

export type InstantLinkProps = {
  /** Null: it has not come to that, and nothing is shown. */
  readonly at: string | null | undefined;
  /** What it leads to, for those who hear the page: `to the beginning of …`. */
  readonly label?: string | undefined;
  /** With the day, whichever it is. */
  readonly dated?: boolean;
};

const BEGINNING = '1970-01-01T00:00:00.000Z';

export function InstantLink(props: InstantLinkProps): JSX.Element {
  const { formats } = useWords();
  const archive = useArchive();
  // What a jump takes away is read once more before it goes: the last instant stays until then.
  const at = createMemo<string>((before) => props.at ?? before, BEGINNING);
  const zone = () => formats(archive.latest().meeting.lifecycle.timeZone);
  const written = createMemo(() => {
    const dated = props.dated ?? zone().isoDay(at()) !== archive.day();
    return dated ? `${zone().day(at())} ${zone().time(at())}` : zone().time(at());
  });
  return (
    <Show when={typeof props.at === 'string'}>
      <a
        data-component="instant"
        href={searchAt(Date.parse(at()))}
        noScroll
        aria-label={props.label === undefined ? undefined : `${written()}, ${props.label}`}
      >
        <time datetime={at()}>{written()}</time>
      </a>
    </Show>
  );
}
