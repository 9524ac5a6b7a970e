// A field in which a personal link is chosen: by whose it is and when it was issued. The server lists them, since no record
// that pages read does.

import { createResource, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { listLinks } from '../../../api/links.ts';
import { asProblem } from '../../../api/problem.ts';
import { useSession } from '../../../api/session.tsx';
import { useWords } from '../../../i18n/language.tsx';
import { useRefusals } from '../../../i18n/refusals.ts';
import { useLive } from '../../../live/use-live.tsx';
import type { FieldProps } from '../../../ui/field.tsx';
import { PickField } from './pick-field.tsx';

export function LinkField(
  props: FieldProps & { readonly value: string; readonly onValue: (value: string) => void },
): JSX.Element {
  const { formats } = useWords();
  const live = useLive();
  const session = useSession();
  const sentence = useRefusals();
  const [links] = createResource(() => listLinks(session.client, live.meetingId));
  const options = () => {
    if (links.error || !links()) return [];
    const { day, time } = formats(live.view().meeting.lifecycle.timeZone);
    return links()!
      .filter(({ revoked }) => revoked === null)
      .map(({ linkId, name, issuedAt }) => ({
        value: linkId,
        label: name,
        note: `${day(issuedAt)}, ${time(issuedAt)}`,
      }));
  };
  return (
    <>
      <PickField {...props} options={options()} />
      <Show when={links.error as unknown}>
        {(thrown) => (
          <p data-part="reason" role="alert">
            {sentence(asProblem(thrown()))}
          </p>
        )}
      </Show>
    </>
  );
}
