// Fields in which something of the meeting is chosen: one thing, or several in an order.

import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import type { FieldProps } from '../../../ui/field.tsx';
import { Finder } from '../../../ui/finder.tsx';
import type { Findable } from '../../../ui/finder.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useDeskWords } from '../words.ts';
import './fields.css';

export type PickFieldProps = FieldProps & {
  readonly options: readonly Findable[];
  readonly value: string;
  readonly onValue: (value: string) => void;
};

export function PickField(props: PickFieldProps): JSX.Element {
  const t = useDeskWords();
  const chosen = createMemo(() => props.options.find(({ value }) => value === props.value));
  return (
    <Field label={props.label} hint={props.hint} error={props.error} optional={props.optional ?? false}>
      {(ties) => (
        <div data-component="pick">
          <Finder
            {...ties}
            options={props.options}
            shown={chosen()?.label ?? props.value}
            placeholder={t('form.choose')}
            empty={t('form.nothingFound')}
            onSelect={({ value }) => props.onValue(value)}
          />
          <Show when={props.optional && props.value !== ''}>
            <Button
              variant="quiet"
              square
              aria-label={t('form.clear', { field: props.label })}
              onClick={() => props.onValue('')}
            >
              <Icon name="close" />
            </Button>
          </Show>
        </div>
      )}
    </Field>
  );
}

export type PicksFieldProps = FieldProps & {
  readonly options: readonly Findable[];
  readonly values: readonly string[];
  readonly onValues: (values: readonly string[]) => void;
  /** What it means that none is chosen. */
  readonly none?: string | undefined;
};

export function PicksField(props: PicksFieldProps): JSX.Element {
  const t = useDeskWords();
  const left = createMemo(() => props.options.filter(({ value }) => !props.values.includes(value)));
  const labelOf = (value: string) => props.options.find((option) => option.value === value)?.label ?? value;
  return (
    <Field label={props.label} hint={props.hint} error={props.error} optional={props.optional ?? false}>
      {(ties) => (
        <div data-component="picks">
          <Show when={props.values.length > 0} fallback={<Show when={props.none}>{(none) => <p>{none()}</p>}</Show>}>
            <ul>
              <For each={props.values}>
                {(value) => (
                  <li>
                    {labelOf(value)}
                    <button
                      type="button"
                      aria-label={t('form.remove', { name: labelOf(value) })}
                      onClick={() => props.onValues(props.values.filter((other) => other !== value))}
                    >
                      <Icon name="close" />
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <Finder
            {...ties}
            options={left()}
            placeholder={t('form.add')}
            empty={t('form.nothingFound')}
            onSelect={({ value }) => props.onValues([...props.values, value])}
          />
        </div>
      )}
    </Field>
  );
}
