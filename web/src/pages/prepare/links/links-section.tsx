// The personal links by which attendees come in: handed out once, listed without what opens the door, revoked.

import { createMemo, createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../../api/action.ts';
import { issueLinks } from '../../../api/links.ts';
import type { IssuedLink, WantedLinks } from '../../../api/links.ts';
import { useSession } from '../../../api/session.tsx';
import { useRefusals } from '../../../i18n/refusals.ts';
import { useLive } from '../../../live/use-live.tsx';
import { everyone } from '../../../meeting/people.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/inputs.tsx';
import { Notice } from '../../../ui/notice.tsx';
import '../../../ui/table.css';
import { createKeyed } from '../../../api/keyed.ts';
import { Nothing, Section } from '../section.tsx';
import { usePrepareWords } from '../words.tsx';
import { IssuedLinks } from './issued-links.tsx';
import { LinkRow } from './link-row.tsx';
import { Until } from './until.tsx';
import { useLinks } from './use-links.tsx';
import './links.css';

const PART = 100;

export function LinksSection(): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const { client } = useSession();
  const book = useLinks();
  const sentence = useRefusals();
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set());
  const [issued, setIssued] = createSignal<readonly IssuedLink[]>([]);
  const [parts, setParts] = createSignal(1);
  const [until, setUntil] = createSignal<string | null>(null);

  const attendees = createMemo(() => everyone(live.view().meeting).filter(({ kind }) => kind === 'attendee'));
  const doorOf = (attendeeId: string) => book.doors()?.of(attendeeId) ?? null;
  const without = () => attendees().filter(({ rosterId }) => doorOf(rosterId)?.state !== 'open');
  const wanted = () => attendees().filter(({ rosterId }) => chosen().has(rosterId));
  const replaced = () => wanted().filter(({ rosterId }) => doorOf(rosterId)?.state === 'open').length;
  const shown = () => attendees().slice(0, parts() * PART);
  const left = () => attendees().length - shown().length;
  const allChosen = () => attendees().length > 0 && wanted().length === attendees().length;

  const issue = createKeyed(async (key, content) => {
    const links = await issueLinks(client, live.meetingId, JSON.parse(content) as WantedLinks, key);
    setIssued((before) => [
      ...before.filter((old) => !links.some((link) => link.attendeeId === old.attendeeId)),
      ...links,
    ]);
    setChosen(new Set<string>());
    await book.refresh();
  });
  const content = (wanted: WantedLinks) => {
    const expiresAt = until();
    return JSON.stringify({ ...wanted, ...(expiresAt === null ? {} : { expiresAt }) });
  };
  const ids = (names: readonly { readonly rosterId: string }[]) => names.map(({ rosterId }) => rosterId);
  const issueToAll = createAction((key) => issue(key, content({})));
  const issueToChosen = createAction((key) => issue(key, content({ attendeeIds: ids(wanted()) })));

  const choose = (attendeeId: string, yes: boolean) =>
    setChosen((before) => new Set(yes ? [...before, attendeeId] : [...before].filter((other) => other !== attendeeId)));

  return (
    <Section id="links" lead={p('links.lead')}>
      <Show when={attendees().length > 0} fallback={<Nothing>{p('links.none')}</Nothing>}>
        <Show when={book.problem()}>
          {(problem) => (
            <Notice
              variant="refused"
              action={
                <Button size="small" onClick={() => void book.refresh()}>
                  {t('state.retry')}
                </Button>
              }
            >
              {sentence(problem())}
            </Notice>
          )}
        </Show>
        <Show when={issued().length > 0}>
          <IssuedLinks links={issued()} onPutAway={() => setIssued([])} />
        </Show>
        <div data-component="links-tools">
          <Until onUntil={setUntil} />
          <Button
            action={issueToAll}
            variant="primary"
            reason={book.doors() !== null && without().length === 0 ? p('links.allHave') : undefined}
          >
            {without().length === 0 ? p('links.issueAllNone') : p('links.issueAll', { count: without().length })}
          </Button>
          <Button action={issueToChosen} reason={wanted().length === 0 ? p('links.choose') : undefined}>
            {wanted().length === 0 ? p('links.issueNone') : p('links.issueChosen', { count: wanted().length })}
          </Button>
          <Show when={replaced() > 0}>
            <p data-part="replaced">{p('links.replaces', { count: replaced() })}</p>
          </Show>
        </div>
        <div data-component="table" data-of="links" tabindex="0" role="region" aria-label={p('links.list')}>
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <Checkbox
                    label={<span data-component="visually-hidden">{p('links.chooseAll')}</span>}
                    checked={allChosen()}
                    onChecked={(yes) => setChosen(new Set(yes ? ids(attendees()) : []))}
                  />
                </th>
                <th scope="col">{p('name')}</th>
                <th scope="col">{p('links.state')}</th>
                <th scope="col">{p('links.until')}</th>
                <th scope="col">
                  <span data-component="visually-hidden">{p('tools')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={ids(shown())}>
                {(attendeeId) => (
                  <LinkRow
                    attendeeId={attendeeId}
                    door={doorOf(attendeeId)}
                    chosen={chosen().has(attendeeId)}
                    onChosen={(yes) => choose(attendeeId, yes)}
                  />
                )}
              </For>
            </tbody>
          </table>
        </div>
        <Show when={left() > 0}>
          <Button onClick={() => setParts((before) => before + 1)}>
            {p('more', { count: Math.min(left(), PART) })}
          </Button>
        </Show>
      </Show>
    </Section>
  );
}
