// The meeting at a glance: when it was, who chaired, how many came, what was taken, and what came of it; each fact a way to
// the instant at which it came to be.

import { storyOf } from '@rostrum/projections';
import type { Story as Facts } from '@rostrum/projections';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Badge } from '../../../ui/badge.tsx';
import { useArchive } from '../archive-context.tsx';
import { InstantLink } from '../instant-link.tsx';
import { useArchiveWords } from '../words.tsx';
import { Outcomes } from './outcomes.tsx';
import './story.css';

export function Story(): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const story = createMemo(() => storyOf(archive.latest(), archive.latest().at ?? ''));
  return (
    <section data-component="story" aria-labelledby="story">
      <h2 id="story">{a('story.title')}</h2>
      <div data-part="both">
        <FactList story={story()} />
        <Outcomes outcomes={story().outcomes} />
      </div>
    </section>
  );
}

function FactList(props: { readonly story: Facts }): JSX.Element {
  const { a, formats } = useArchiveWords();
  const archive = useArchive();
  const zone = () => formats(archive.latest().meeting.lifecycle.timeZone);
  const planned = () => archive.latest().meeting.lifecycle.startsAt;
  return (
    <dl data-part="facts">
      <Fact name={a('story.when')}>
        <Show
          when={props.story.openedAt}
          fallback={a('story.planned', { day: zone().longDay(planned()), time: zone().time(planned()) })}
        >
          {(openedAt) => (
            <>
              {a('story.day', { day: zone().longDay(openedAt()) })}{' '}
              <span data-part="span">
                <InstantLink at={openedAt()} label={a('to.opening')} dated={false} />
                <Show when={props.story.closedAt} fallback={` · ${a('story.notClosed')}`}>
                  {(closedAt) => (
                    <>
                      –<InstantLink at={closedAt()} label={a('to.closing')} />
                    </>
                  )}
                </Show>
              </span>
            </>
          )}
        </Show>
        <Show when={props.story.seconds}>
          {(seconds) => (
            <small>
              {a('story.length', { time: zone().duration(wholeMinutes(seconds())) })}
              <Show when={props.story.recesses > 0}>{a('story.recesses', { count: props.story.recesses })}</Show>
            </small>
          )}
        </Show>
      </Fact>
      <Show when={props.story.chairs.length > 0}>
        <Fact name={a('story.chair')}>
          <For each={props.story.chairs}>
            {(chair, place) => (
              <span data-part="chair">
                <bdi>{chair.name}</bdi>
                <Show when={place() > 0}>
                  {' '}
                  {a('story.chair.from')} <InstantLink at={chair.from} label={a('to.handover', { name: chair.name })} />
                </Show>
              </span>
            )}
          </For>
        </Fact>
      </Show>
      <Show when={props.story.most}>
        {(most) => (
          <Fact name={a('story.present')}>
            {a('story.most', { count: most().present })}{' '}
            <InstantLink at={most().at} label={a('to.most', { count: most().present })} />
            <small>
              <Quorum story={props.story} />
            </small>
          </Fact>
        )}
      </Show>
      <Fact name={a('story.items')}>
        {a('story.taken', { count: props.story.items.taken, all: props.story.items.all })}
      </Fact>
      <Show when={props.story.speeches.count > 0}>
        <Fact name={a('story.speeches')}>
          {a('story.spoken', {
            count: props.story.speeches.count,
            speakers: a('story.speakers', { count: props.story.speeches.speakers }),
            time: zone().duration(wholeMinutes(props.story.speeches.seconds)),
          })}
        </Fact>
      </Show>
    </dl>
  );
}

/** Seconds are not told of hours. */
const wholeMinutes = (seconds: number): number => (seconds < 60 ? seconds : Math.round(seconds / 60) * 60);

function Fact(props: { readonly name: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Quorum(props: { readonly story: Facts }): JSX.Element {
  const { a } = useArchiveWords();
  const reached = () => (props.story.presentAtOpening ?? 0) >= (props.story.quorum ?? 0);
  return (
    <Show
      when={props.story.quorum !== null}
      fallback={a('story.opening', { count: props.story.presentAtOpening ?? 0 })}
    >
      {a('story.opening', { count: props.story.presentAtOpening ?? 0 })}{' '}
      <Badge tone={reached() ? 'done' : 'waiting'}>
        {a(reached() ? 'presence.quorum' : 'presence.noQuorum', { quorum: props.story.quorum ?? 0 })}
      </Badge>
      <Show when={props.story.withoutQuorumBecause}>{(reason) => <bdi>{reason()}</bdi>}</Show>
    </Show>
  );
}
