// The head of the page: which meeting, when, how far it is, and where its other parts and its papers are.

import { For, Match, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../live/use-live.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { MeetingParts } from '../meeting/parts.tsx';
import { OpenChecks } from './convening/open-checks.tsx';
import { goTo } from './go-to.ts';
import { stageOf } from './sections.ts';
import { whenText } from './when.ts';
import { usePrepareWords } from './words.tsx';
import './head.css';

export function PrepareHead(): JSX.Element {
  const { t, formats } = usePrepareWords();
  const live = useLive();
  const lifecycle = () => live.view().meeting.lifecycle;
  return (
    <header data-component="prepare-head">
      <p data-part="organisation">{lifecycle().organisation}</p>
      <h1>{lifecycle().title}</h1>
      <p data-part="when">
        <time datetime={lifecycle().startsAt}>{whenText(lifecycle(), formats(lifecycle().timeZone))}</time>
        {` · ${t(`form.${lifecycle().form}`)}`}
      </p>
      <div data-part="ways">
        <MeetingParts />
        <Papers />
      </div>
      <NextStep />
    </header>
  );
}

/** What can be taken away: the calendar entry and the minutes. */
function Papers(): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const base = () => `/api/meetings/${encodeURIComponent(live.meetingId)}`;
  const papers = () => [
    { href: `${base()}/agenda.ics`, label: p('papers.calendar') },
    { href: `${base()}/minutes.md`, label: p('papers.markdown') },
    { href: `${base()}/minutes.html`, label: p('papers.html') },
  ];
  return (
    <ul data-component="prepare-papers" aria-label={p('papers')}>
      <For each={papers()}>
        {({ href, label }) => (
          <li>
            <a href={href} download="">
              {label}
            </a>
          </li>
        )}
      </For>
    </ul>
  );
}

/** The one thing to do next, by how far the meeting is. */
function NextStep(): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const meeting = () => live.view().meeting;
  const status = () => meeting().lifecycle.status;
  const base = () => `/meetings/${encodeURIComponent(live.meetingId)}`;
  return (
    <Switch>
      <Match when={status() === 'draft'}>
        <Notice
          action={
            <Button variant="primary" onClick={() => goTo('convening')}>
              {p('head.toConvening')}
            </Button>
          }
        >
          {p('head.draft')}
          <OpenChecks ready={p('head.ready')} />
        </Notice>
      </Match>
      <Match when={status() === 'convened'}>
        <Notice
          action={
            <ButtonLink variant="primary" href={`${base()}/desk`}>
              {p('convening.toDesk')}
            </ButtonLink>
          }
        >
          {p('head.convened')}
          <OpenChecks />
        </Notice>
      </Match>
      <Match when={stageOf(meeting()) === 'runs'}>
        <Notice
          action={
            <ButtonLink variant="primary" href={`${base()}/desk`}>
              {p('convening.toDesk')}
            </ButtonLink>
          }
        >
          {p('head.runs')}
        </Notice>
      </Match>
      <Match when={status() === 'cancelled'}>
        <Notice variant="warn">{p('head.cancelled', { reason: meeting().lifecycle.cancelledBecause ?? '' })}</Notice>
      </Match>
      <Match when={stageOf(meeting()) === 'after'}>
        <Notice
          action={
            <ButtonLink variant="primary" href={`${base()}/archive`}>
              {p('head.toArchive')}
            </ButtonLink>
          }
        >
          {p('head.after')}
        </Notice>
      </Match>
    </Switch>
  );
}
