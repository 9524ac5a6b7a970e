// Getting ready: what to expect, how the page calls one, and whether camera and microphone work.

import { For } from 'solid-js';
import type { JSX } from 'solid-js';
import { addressOf } from '../sections.ts';
import { CallingChoice } from './calling-choice.tsx';
import { Devices } from './devices.tsx';
import { ReadyWords, useReadyWords } from './words.tsx';
import './ready.css';

const expectations = ['expect.opens', 'expect.floor', 'expect.microphone', 'expect.line'] as const;

export function Ready(): JSX.Element {
  return (
    <ReadyWords>
      <Parts />
    </ReadyWords>
  );
}

function Parts(): JSX.Element {
  const w = useReadyWords();
  return (
    <section data-component="ready" aria-labelledby="ready-title">
      <a href={addressOf({ show: 'now' })} data-part="back">
        {w('ready.back')}
      </a>
      <h2 id="ready-title">{w('ready.title')}</h2>
      <section aria-labelledby="ready-devices">
        <h3 id="ready-devices">{w('devices.title')}</h3>
        <Devices />
      </section>
      <section aria-labelledby="ready-call">
        <h3 id="ready-call">{w('call.title')}</h3>
        <CallingChoice />
      </section>
      <section aria-labelledby="ready-expect">
        <h3 id="ready-expect">{w('expect.title')}</h3>
        <ul data-part="expect">
          <For each={expectations}>{(key) => <li>{w(key)}</li>}</For>
        </ul>
      </section>
    </section>
  );
}
