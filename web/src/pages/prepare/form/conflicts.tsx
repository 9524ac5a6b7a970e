// What somebody else did to the thing that one is revising, where both changed the same: theirs and one's own, field by
// field, to keep the one or to take the other. Mending is done in the field itself, and then kept.

import { createUniqueId, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { usePrepareWords } from '../words.tsx';
import type { Field, Revising } from './revising.ts';
import './conflicts.css';

export type ConflictsProps<Entry extends object, Draft> = {
  readonly of: Revising<Entry, Draft>;
  /** What a field is called. */
  readonly name: (field: Field<Entry>) => string;
  /** A field's value in words; empty where there is none. */
  readonly show: (field: Field<Entry>, entry: Entry) => string;
};

export function Conflicts<Entry extends object, Draft>(props: ConflictsProps<Entry, Draft>): JSX.Element {
  const { p } = usePrepareWords();
  let place: HTMLDListElement | undefined;
  // The button that was pressed goes with its conflict: the focus goes on to the next one, or into the form.
  const settle = (choose: (field: Field<Entry>) => void, field: Field<Entry>) => {
    const form = place?.closest('form');
    choose(field);
    const next = form?.querySelector<HTMLElement>('[data-component="conflicts"] button, [data-part="fields"] input');
    next?.focus();
  };
  const who = () => props.of.hand() ?? p('merge.somebody');
  return (
    <Show when={props.of.conflicts().length > 0}>
      <Notice variant="warn" title={p('merge.title', { name: who() })}>
        <p>{p('merge.text')}</p>
        <dl ref={(made) => (place = made)} data-component="conflicts" role="alert">
          <For each={props.of.conflicts()}>
            {(field) => (
              <div>
                <dt>{props.name(field)}</dt>
                <Side
                  label={p('merge.theirs', { name: who() })}
                  text={props.show(field, props.of.theirs())}
                  button={p('merge.take')}
                  describes={p('merge.take.of', { field: props.name(field) })}
                  onPress={() => settle(props.of.takeTheirs, field)}
                />
                <Side
                  label={p('merge.mine')}
                  text={props.show(field, props.of.mine())}
                  button={p('merge.keep')}
                  describes={p('merge.keep.of', { field: props.name(field) })}
                  onPress={() => settle(props.of.keepMine, field)}
                />
              </div>
            )}
          </For>
        </dl>
      </Notice>
    </Show>
  );
}

type SideProps = {
  readonly label: string;
  readonly text: string;
  readonly button: string;
  readonly describes: string;
  readonly onPress: () => void;
};

function Side(props: SideProps): JSX.Element {
  const { p } = usePrepareWords();
  const id = createUniqueId();
  return (
    <dd>
      <span data-part="whose">{props.label}</span>
      <span data-part="value" id={id} dir="auto">
        <Show when={props.text !== ''} fallback={<em>{p('merge.nothing')}</em>}>
          {props.text}
        </Show>
      </span>
      <Button size="small" aria-label={props.describes} aria-describedby={id} onClick={() => props.onPress()}>
        {props.button}
      </Button>
    </dd>
  );
}
