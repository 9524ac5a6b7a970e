// A commendation as it is conferred: the award, who receives it, for what, from whose hands.

import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { unitName } from '../../../meeting/people.ts';
import { recipientsOn } from '../honours.ts';
import type { Honour } from '../honours.ts';
import { sizeOf } from '../size.ts';
import { Said } from '../words.tsx';

export function HonourScene(props: { readonly honour: Honour }): JSX.Element {
  const it = () => props.honour.commendation;
  const above = () => [it().programme, it().period].filter((text) => text !== null).join(' · ');
  const many = () => it().recipients.length > 4;
  const few = () => it().recipients.length === 1;
  return (
    <div data-part="scene" data-scene="honour" data-many={many() ? '' : undefined} aria-live="polite">
      <p data-part="label">
        <Show when={above()} fallback={<Said>{({ s }) => s('honour.label')}</Said>}>
          {(text) => <span dir="auto">{text()}</span>}
        </Show>
      </p>
      <h2 data-part="award" data-size={sizeOf(it().award)} dir="auto">
        {it().award}
        <Show when={it().rank}>{(rank) => <span data-part="rank">{rank()}</span>}</Show>
      </h2>
      <ul data-part="recipients" data-few={few() ? '' : undefined}>
        <For each={recipientsOn(props.honour)}>
          {(recipient) => (
            <li>
              <span data-part="recipient" data-size={sizeOf(recipient.name)} dir="auto">
                {recipient.name}
              </span>
              <Show when={recipient.unit}>
                {(unit) => (
                  <span data-part="unit" dir="auto">
                    {few() ? unit() : unitName(unit())}
                  </span>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.honour.pages > 1}>
        <p data-part="page">
          <Said>{({ s }) => s('honour.page', { page: props.honour.page + 1, pages: props.honour.pages })}</Said>
        </p>
      </Show>
      <Show when={it().citation}>
        {(citation) => (
          <p data-part="citation" data-size={sizeOf(citation())} dir="auto">
            {citation()}
          </p>
        )}
      </Show>
      <Show when={it().conferral}>
        {(conferral) => (
          <p data-part="presenter">
            <Said>{({ s }) => s('honour.by', { name: conferral().presenterName })}</Said>
          </p>
        )}
      </Show>
    </div>
  );
}
