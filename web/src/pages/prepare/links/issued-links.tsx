// Links that have just been issued. What opens a door is told this once: it stays here until it is put away, and nowhere else.

import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { IssuedLink } from '../../../api/links.ts';
import { useLive } from '../../../live/use-live.tsx';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { save } from '../save.ts';
import { createHold } from '../unsaved.tsx';
import { usePrepareWords } from '../words.tsx';
import { linksCsv } from './doors.ts';

/** Links listed at once: more than anybody copies one by one. */
const LISTED = 100;

type IssuedLinksProps = { readonly links: readonly IssuedLink[]; readonly onPutAway: () => void };

export function IssuedLinks(props: IssuedLinksProps): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  createHold()();
  const csv = createMemo(() => {
    const { attendees } = live.view().meeting.roster;
    const header = [p('name'), p('roster.title'), p('roster.unit'), p('links.link'), p('links.until')];
    return linksCsv(
      header,
      props.links.map((link) => {
        const { title = null, unit = '' } = attendees.get(link.attendeeId) ?? {};
        return { ...link, title: title ?? '', unit };
      }),
    );
  });
  return (
    <section data-component="issued-links" aria-labelledby="issued-title">
      <h3 id="issued-title">{p('links.issued', { count: props.links.length })}</h3>
      <p>{p('links.once')}</p>
      <ul>
        <For each={props.links.slice(0, LISTED)}>
          {(link) => (
            <li>
              <strong>{link.name}</strong>
              <code>{link.url}</code>
              <CopyButton text={link.url} label={p('links.copy.of', { name: link.name })}>
                {p('links.copy')}
              </CopyButton>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.links.length > LISTED}>
        <p>{p('links.moreIssued', { count: props.links.length - LISTED })}</p>
      </Show>
      <footer>
        <CopyButton text={csv()} size="medium">
          {p('links.copyAll')}
        </CopyButton>
        <Button onClick={() => save(`links-${live.meetingId}.csv`, 'text/csv', csv())}>{p('links.download')}</Button>
        <Button onClick={() => props.onPutAway()}>{p('links.putAway')}</Button>
      </footer>
    </section>
  );
}
