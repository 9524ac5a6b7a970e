// Names that were chosen, in their order, and the field that finds more: presenters, recipients, addressees.

import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Finder } from '../../ui/finder.tsx';
import type { Findable } from '../../ui/finder.tsx';
import { Icon } from '../../ui/icon.tsx';
import { usePrepareWords } from './words.tsx';
import './chosen.css';

export type ChosenProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  /** Values in their order. */
  readonly chosen: readonly string[];
  /** What a value is called. */
  readonly name: (value: string) => string;
  /** What can be chosen; what is chosen already is left out. */
  readonly options: readonly Findable[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** True where the order means something. */
  readonly ordered?: boolean;
};

export function Chosen(props: ChosenProps): JSX.Element {
  const { p } = usePrepareWords();
  const left = () => props.options.filter(({ value }) => !props.chosen.includes(value));
  const swap = (place: number) =>
    props.onChange(props.chosen.toSpliced(place - 1, 2, props.chosen[place]!, props.chosen[place - 1]!));
  return (
    <div data-component="chosen">
      <Field label={props.label} hint={props.hint} error={props.error} optional={props.optional ?? false}>
        {(ties) => (
          <Finder
            {...ties}
            options={left()}
            onSelect={({ value }) => props.onChange([...props.chosen, value])}
            empty={p('finder.empty')}
            placeholder={p('finder.type')}
          />
        )}
      </Field>
      <Show when={props.chosen.length > 0}>
        <ol>
          <For each={props.chosen}>
            {(value, place) => (
              <li>
                <span>{props.name(value)}</span>
                <Show when={props.ordered && place() > 0}>
                  <Button
                    variant="quiet"
                    size="small"
                    square
                    aria-label={p('chosen.up', { name: props.name(value) })}
                    onClick={() => swap(place())}
                  >
                    <span data-turned="">
                      <Icon name="chevron" />
                    </span>
                  </Button>
                </Show>
                <Button
                  variant="quiet"
                  size="small"
                  square
                  aria-label={p('chosen.remove', { name: props.name(value) })}
                  onClick={() => props.onChange(props.chosen.filter((other) => other !== value))}
                >
                  <Icon name="close" />
                </Button>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </div>
  );
}

export type OneNameProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly value: string | null;
  readonly name: (value: string) => string;
  readonly options: readonly Findable[];
  readonly onChange: (value: string | null) => void;
};

/** One name or none. */
export function OneName(props: OneNameProps): JSX.Element {
  const { p } = usePrepareWords();
  return (
    <div data-component="chosen" data-one="">
      <Field label={props.label} hint={props.hint} error={props.error} optional={props.optional ?? false}>
        {(ties) => (
          <Finder
            {...ties}
            options={props.options}
            onSelect={({ value }) => props.onChange(value)}
            shown={props.value === null ? '' : props.name(props.value)}
            empty={p('finder.empty')}
            placeholder={p('finder.type')}
          />
        )}
      </Field>
      <Show when={props.value}>
        {(value) => (
          <Button
            variant="quiet"
            size="small"
            square
            aria-label={p('chosen.remove', { name: props.name(value()) })}
            onClick={() => props.onChange(null)}
          >
            <Icon name="close" />
          </Button>
        )}
      </Show>
    </div>
  );
}
