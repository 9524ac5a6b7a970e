// What is looked at before a meeting is convened, each with the way to where it is put right.

import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { goTo, goToItem } from '../go-to.ts';
import { usePrepareWords } from '../words.tsx';
import type { Check } from './checks.ts';
import './convening.css';

const tones = { done: 'done', needed: 'waiting', advised: 'plain' } as const;

export function CheckList(props: { readonly checks: readonly Check[] }): JSX.Element {
  return (
    <ul data-component="checks">
      <For each={props.checks}>{(check) => <CheckRow check={check} />}</For>
    </ul>
  );
}

function CheckRow(props: { readonly check: Check }): JSX.Element {
  const { p } = usePrepareWords();
  const go = () => {
    const { itemId, section } = props.check;
    if (itemId === undefined) goTo(section);
    else goToItem(itemId);
  };
  return (
    <li data-state={props.check.state}>
      <Badge tone={tones[props.check.state]}>{p(`check.${props.check.state}`)}</Badge>
      <span>
        {props.check.state === 'done'
          ? p(`check.${props.check.id}.done`, { count: props.check.count })
          : p(`check.${props.check.id}.open`, { count: props.check.count })}
      </span>
      <Show when={props.check.state !== 'done'}>
        <Button
          variant="quiet"
          size="small"
          onClick={go}
          aria-label={p('check.goTo.of', { section: p(`section.${props.check.section}`) })}
        >
          {p(`section.${props.check.section}`)}
        </Button>
      </Show>
    </li>
  );
}
