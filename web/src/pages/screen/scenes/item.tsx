// The item that is on while nobody speaks, and what belongs to it: its presenters, a statement being signed, a document that
// was announced; or that the next one is to be called.

import type { AgendaItem, Document, Statement } from '@rostrum/events';
import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { personOf } from '../../../meeting/people.ts';
import { nextItem, numberOf, signedOf } from '../scene.ts';
import { sizeOf } from '../size.ts';
import { Said } from '../words.tsx';

export function ItemScene(props: { readonly item: AgendaItem }): JSX.Element {
  const live = useLive();
  const presenters = () => props.item.presenters.map((id) => personOf(live.view().meeting, id)?.name ?? id).join(' · ');
  return (
    <div data-part="scene" data-scene="item">
      <p data-part="label" data-tone="on">
        <Said>{({ s }) => s('item', { number: numberOf(live.view().meeting, props.item.itemId) })}</Said>
      </p>
      <h2 data-part="title" data-size={sizeOf(props.item.title)} dir="auto">
        {props.item.title}
      </h2>
      <Show when={presenters()}>
        {(names) => (
          <p data-part="about" dir="auto">
            {names()}
          </p>
        )}
      </Show>
    </div>
  );
}

export function BetweenScene(): JSX.Element {
  const live = useLive();
  const next = () => nextItem(live.view().meeting);
  return (
    <div data-part="scene" data-scene="between">
      <p data-part="label">
        <Said>{({ s }) => (next() ? s('between') : s('between.last'))}</Said>
      </p>
      <h2 data-part="title" data-size={sizeOf(next()?.title ?? live.view().meeting.lifecycle.title)} dir="auto">
        {next()?.title ?? live.view().meeting.lifecycle.title}
      </h2>
    </div>
  );
}

export function SigningScene(props: { readonly statement: Statement }): JSX.Element {
  const count = () => signedOf(props.statement);
  return (
    <div data-part="scene" data-scene="signing">
      <p data-part="label" data-tone="on">
        <Said>{({ s }) => s('signing.label')}</Said>
      </p>
      <h2 data-part="title" data-size={sizeOf(props.statement.title)} dir="auto">
        {props.statement.title}
      </h2>
      <p data-part="count" aria-live="polite">
        <Said>
          {({ s }) =>
            count().signed === count().all ? s('signing.all', { all: count().all }) : s('signing.signed', count())
          }
        </Said>
      </p>
      <div data-part="bar" aria-hidden="true">
        <span style={{ width: `${(count().signed / Math.max(1, count().all)) * 100}%` }} />
      </div>
    </div>
  );
}

export function AnnouncedScene(props: { readonly document: Document }): JSX.Element {
  return (
    <div data-part="scene" data-scene="announced" aria-live="polite">
      <p data-part="label" data-tone="on">
        <Said>{({ s }) => s('announced.label')}</Said>
      </p>
      <h2 data-part="title" data-size={sizeOf(props.document.title)} dir="auto">
        {props.document.title}
      </h2>
    </div>
  );
}
