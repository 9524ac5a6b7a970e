// Links for the screens in the hall and the stewards at the door: issued one by one, listed without what opens them, revoked.

import { createResource, createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../../api/action.ts';
import { asProblem } from '../../../api/problem.ts';
import { useSession } from '../../../api/session.tsx';
import { issueStation, listStations } from '../../../api/station-links.ts';
import type { IssuedStation, StationKind, WantedStation } from '../../../api/station-links.ts';
import { useRefusals } from '../../../i18n/refusals.ts';
import { useLive } from '../../../live/use-live.tsx';
import { Button } from '../../../ui/button.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Select, TextInput } from '../../../ui/inputs.tsx';
import { Notice } from '../../../ui/notice.tsx';
import '../../../ui/table.css';
import { createKeyed } from '../../../api/keyed.ts';
import { Nothing, Section } from '../section.tsx';
import { createHold } from '../unsaved.tsx';
import { usePrepareWords } from '../words.tsx';
import { StationRow } from './station-row.tsx';
import './stations.css';

export function StationsSection(): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const { client } = useSession();
  const sentence = useRefusals();
  const [list, { refetch }] = createResource(() => listStations(client, live.meetingId));
  const [station, setStation] = createSignal<StationKind>('screen');
  const [name, setName] = createSignal('');
  const [venueId, setVenueId] = createSignal('');
  const [asked, setAsked] = createSignal(false);
  const [issued, setIssued] = createSignal<IssuedStation | null>(null);
  const venues = () =>
    live
      .view()
      .meeting.roster.venues.values()
      .filter(({ withdrawn }) => !withdrawn);
  const missing = () => (name().trim() === '' ? p('stations.name.missing') : undefined);
  const links = () => (list.error === undefined ? (list.latest ?? []) : []);

  const issue = createKeyed(async (key, content) => {
    setIssued(await issueStation(client, live.meetingId, JSON.parse(content) as WantedStation, key));
    setName('');
    setAsked(false);
    await refetch();
  });
  const issueIt = createAction((key) =>
    issue(key, JSON.stringify({ station: station(), name: name().trim(), venueId: venueId() || null })),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing() === undefined) void issueIt.run();
  };
  const page = (of: StationKind) => `/meetings/${encodeURIComponent(live.meetingId)}/${of}`;
  return (
    <Section
      id="stations"
      lead={p('stations.lead')}
      tools={
        <>
          <ButtonLink size="small" href={page('screen')}>
            {p('stations.show')}
          </ButtonLink>
          <ButtonLink size="small" href={page('steward')}>
            {p('stations.door')}
          </ButtonLink>
        </>
      }
    >
      <Show when={list.error as unknown}>
        {(thrown) => (
          <Notice
            variant="refused"
            action={
              <Button size="small" onClick={() => void refetch()}>
                {t('state.retry')}
              </Button>
            }
          >
            {sentence(asProblem(thrown()))}
          </Notice>
        )}
      </Show>
      <Show when={issued()}>{(link) => <Issued link={link()} onPutAway={() => setIssued(null)} />}</Show>
      <form data-component="station-form" novalidate onSubmit={submit}>
        <Select
          label={p('stations.kind')}
          value={station()}
          choices={(['screen', 'steward'] as const).map((value) => ({ value, label: p(`stations.${value}`) }))}
          onValue={(chosen) => setStation(chosen as StationKind)}
        />
        <TextInput
          label={p('stations.name')}
          hint={p(`stations.name.hint.${station()}`)}
          error={asked() ? missing() : undefined}
          maxlength={100}
          autocomplete="off"
          value={name()}
          onValue={setName}
        />
        <Select
          label={p('stations.venue')}
          value={venueId()}
          empty={p('stations.venue.any')}
          choices={venues().map((venue) => ({ value: venue.venueId, label: venue.name }))}
          onValue={setVenueId}
        />
        <Button type="submit" action={issueIt} variant="primary">
          {p('stations.issue')}
        </Button>
      </form>
      <Show when={links().length > 0} fallback={<Nothing>{p('stations.none')}</Nothing>}>
        <div data-component="table" data-of="stations" tabindex="0" role="region" aria-label={p('stations.list')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{p('stations.name')}</th>
                <th scope="col">{p('stations.kind')}</th>
                <th scope="col">{p('stations.venue')}</th>
                <th scope="col">{p('stations.state')}</th>
                <th scope="col">{p('stations.until')}</th>
                <th scope="col">
                  <span data-component="visually-hidden">{p('tools')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={links()}>{(link) => <StationRow link={link} onRevoked={() => void refetch()} />}</For>
            </tbody>
          </table>
        </div>
      </Show>
    </Section>
  );
}

/** A link that has just been issued: what opens the door is told this once. */
function Issued(props: { readonly link: IssuedStation; readonly onPutAway: () => void }): JSX.Element {
  const { p } = usePrepareWords();
  createHold()();
  return (
    <section data-component="issued-station" aria-labelledby="issued-station">
      <h3 id="issued-station">{p('stations.issued', { name: props.link.name })}</h3>
      <p>{p('stations.once')}</p>
      <code>{props.link.url}</code>
      <footer>
        <CopyButton text={props.link.url} size="medium" label={p('stations.copy.of', { name: props.link.name })}>
          {p('stations.copy')}
        </CopyButton>
        <Button onClick={() => props.onPutAway()}>{p('stations.putAway')}</Button>
      </footer>
    </section>
  );
}
