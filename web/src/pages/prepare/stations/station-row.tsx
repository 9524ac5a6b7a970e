// One screen or steward with the state of its link, which may be revoked.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../../api/action.ts';
import { revokeLink } from '../../../api/links.ts';
import { useSession } from '../../../api/session.tsx';
import type { ListedStation } from '../../../api/station-links.ts';
import { useLive } from '../../../live/use-live.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { usePrepareWords } from '../words.tsx';

export function StationRow(props: { readonly link: ListedStation; readonly onRevoked: () => void }): JSX.Element {
  const { p, formats } = usePrepareWords();
  const live = useLive();
  const { client } = useSession();
  const meeting = () => live.view().meeting;
  const state = () =>
    props.link.revoked ? 'revoked' : Date.parse(props.link.expiresAt) <= live.serverNow() ? 'expired' : 'open';
  const venue = () => {
    const { venueId } = props.link;
    return venueId === null ? p('stations.venue.any') : (meeting().roster.venues.get(venueId)?.name ?? venueId);
  };
  const revoke = createAction(async (key) => {
    await revokeLink(client, live.meetingId, props.link.linkId, key);
    props.onRevoked();
  });
  return (
    <tr>
      <th scope="row" dir="auto">
        {props.link.name}
      </th>
      <td>{p(`stations.${props.link.station}`)}</td>
      <td dir="auto">{venue()}</td>
      <td>
        <Badge tone={state() === 'open' ? 'done' : 'off'}>{p(`stations.${state()}`)}</Badge>
      </td>
      <td>
        <time datetime={props.link.expiresAt}>{formats(meeting().lifecycle.timeZone).day(props.link.expiresAt)}</time>
      </td>
      <td data-part="tools">
        <Show when={state() === 'open'}>
          <Button
            action={revoke}
            variant="quiet"
            size="small"
            refusal="over"
            aria-label={p('stations.revoke.of', { name: props.link.name })}
          >
            {p('stations.revoke')}
          </Button>
        </Show>
      </td>
    </tr>
  );
}
