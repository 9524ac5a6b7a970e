// A vote: what is put, and how many have voted; after it, the result with its counts.

import type { Motion, Tally, Vote, VoteClosing } from '@rostrum/events';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { votedOf } from '../scene.ts';
import { sizeOf } from '../size.ts';
import { Said, useVoices } from '../words.tsx';

export function VoteScene(props: { readonly motion: Motion; readonly vote: Vote }): JSX.Element {
  const voted = () => votedOf(props.vote);
  return (
    <div data-part="scene" data-scene="vote">
      <p data-part="label" data-tone="on">
        <Said>{({ s }) => s(`vote.${props.vote.method}`)}</Said>
      </p>
      <h2 data-part="title" data-size={sizeOf(props.motion.title)} dir="auto">
        {props.motion.title}
      </h2>
      <Show when={props.motion.text !== props.motion.title}>
        <p data-part="text" dir="auto">
          {props.motion.text}
        </p>
      </Show>
      <Show when={voted()}>
        {(count) => (
          <p data-part="count">
            <Said>{({ s }) => s('vote.voted', count())}</Said>
          </p>
        )}
      </Show>
      <Show when={props.vote.objections.length > 0}>
        <p data-part="count">
          <Said>{({ s }) => s('vote.objections', { count: props.vote.objections.length })}</Said>
        </p>
      </Show>
    </div>
  );
}

const CHOICES = ['for', 'against', 'abstain', 'invalid'] as const satisfies readonly (keyof Tally)[];

export function ResultScene(props: { readonly motion: Motion; readonly closing: VoteClosing }): JSX.Element {
  const voices = useVoices();
  const counts = () => CHOICES.filter((choice) => choice !== 'invalid' || (props.closing.tally?.invalid ?? 0) > 0);
  return (
    <div data-part="scene" data-scene="result" data-result={props.closing.result} aria-live="polite">
      <p data-part="label" dir="auto">
        {props.motion.title}
      </p>
      <h2 data-part="title" data-size="huge">
        <Said>{({ s }) => s(`result.${props.closing.result}`)}</Said>
      </h2>
      <Show
        when={props.closing.tally}
        fallback={
          <Show when={props.closing.result === 'adopted'}>
            <p data-part="about">
              <Said>{({ s }) => s('result.consent')}</Said>
            </p>
          </Show>
        }
      >
        {(tally) => (
          <dl data-part="tally">
            <For each={counts()}>
              {(choice) => (
                <div>
                  <dt>
                    <Said>{({ s }) => s(`tally.${choice}`)}</Said>
                  </dt>
                  <dd>{voices()[0]!.formats.number(tally()[choice] ?? 0)}</dd>
                </div>
              )}
            </For>
          </dl>
        )}
      </Show>
    </div>
  );
}
