// One attendee with the state of their link, to be chosen for a new one, or to have it revoked.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../../api/action.ts';
import { revokeLink } from '../../../api/links.ts';
import { useSession } from '../../../api/session.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/inputs.tsx';
import { usePrepareWords } from '../words.tsx';
import type { Door } from './doors.ts';
import { useLinks } from './use-links.tsx';

const doorWords = {
  open: 'links.open',
  expired: 'links.expired',
  revoked: 'links.revoked',
  none: 'links.none-yet',
} as const;
const tones: Readonly<Record<Door['state'], Tone>> = { open: 'done', expired: 'off', revoked: 'off', none: 'plain' };

type LinkRowProps = {
  readonly attendeeId: string;
  /** Null until it is known. */
  readonly door: Door | null;
  readonly chosen: boolean;
  readonly onChosen: (chosen: boolean) => void;
};

export function LinkRow(props: LinkRowProps): JSX.Element {
  const { p, formats } = usePrepareWords();
  const live = useLive();
  const { client } = useSession();
  const book = useLinks();
  const attendee = () => live.view().meeting.roster.attendees.get(props.attendeeId);
  const name = () => attendee()?.name ?? props.attendeeId;
  const zone = () => live.view().meeting.lifecycle.timeZone;
  const revoke = createAction(async (key) => {
    const linkId = props.door?.link?.linkId;
    if (linkId !== undefined) await revokeLink(client, live.meetingId, linkId, key);
    await book.refresh();
  });
  return (
    <tr>
      <td>
        <Checkbox
          label={<span data-component="visually-hidden">{p('links.chooseOne', { name: name() })}</span>}
          checked={props.chosen}
          onChecked={(chosen) => props.onChosen(chosen)}
        />
      </td>
      <th scope="row">
        {name()}
        <span data-part="about">{attendee()?.unit}</span>
      </th>
      <td>
        <Show when={props.door}>
          {(door) => <Badge tone={tones[door().state]}>{p(doorWords[door().state])}</Badge>}
        </Show>
      </td>
      <td>
        <Show when={props.door?.state === 'open' ? props.door.link : null}>
          {(link) => <time datetime={link().expiresAt}>{formats(zone()).day(link().expiresAt)}</time>}
        </Show>
      </td>
      <td data-part="tools">
        <Show when={props.door?.state === 'open'}>
          <Button
            action={revoke}
            variant="quiet"
            size="small"
            refusal="over"
            aria-label={p('links.revoke.of', { name: name() })}
          >
            {p('links.revoke')}
          </Button>
        </Show>
      </td>
    </tr>
  );
}
