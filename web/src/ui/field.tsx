// A labelled place to fill in: the label, what to know before, the control, and what is wrong with what was given.

import { createUniqueId, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../i18n/language.tsx';
import { Icon } from './icon.tsx';
import './field.css';

export type FieldProps = {
  readonly label: string;
  /** What to know before filling it in. */
  readonly hint?: string | undefined;
  /** What is wrong with it, in a sentence with what to do. */
  readonly error?: string | undefined;
  /** Marks that it may stay empty. */
  readonly optional?: boolean;
  /** Where what stands around it says the same, the label is only read out. */
  readonly labelHidden?: boolean;
};

/** What a control takes from its field, so that label, hint and error belong to it. */
export type ControlTies = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

/** A single control with its label; the control is given as a function of its ties. */
export function Field(props: FieldProps & { readonly children: (ties: ControlTies) => JSX.Element }): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  const ties: ControlTies = {
    id,
    get 'aria-describedby'() {
      return describedBy(id, props);
    },
    get 'aria-invalid'() {
      return props.error ? true : undefined;
    },
  };
  return (
    <div data-component="field" data-wrong={props.error ? '' : undefined}>
      <label for={id} data-hidden={props.labelHidden ? '' : undefined}>
        {props.label}
        <Show when={props.optional}>
          <span data-part="optional">{t('field.optional')}</span>
        </Show>
      </label>
      {props.children(ties)}
      <FieldNotes id={id} hint={props.hint} error={props.error} />
    </div>
  );
}

/** Several controls under one label: a set of boxes, a list of venues. */
export function FieldGroup(props: FieldProps & { readonly children: JSX.Element }): JSX.Element {
  const { t } = useWords();
  const id = createUniqueId();
  return (
    <fieldset
      data-component="field"
      data-wrong={props.error ? '' : undefined}
      aria-describedby={describedBy(id, props)}
    >
      <legend>
        {props.label}
        <Show when={props.optional}>
          <span data-part="optional">{t('field.optional')}</span>
        </Show>
      </legend>
      {props.children}
      <FieldNotes id={id} hint={props.hint} error={props.error} />
    </fieldset>
  );
}

const describedBy = (id: string, { hint, error }: FieldProps): string | undefined =>
  [...(error ? [`${id}-error`] : []), ...(hint ? [`${id}-hint`] : [])].join(' ') || undefined;

function FieldNotes(props: {
  readonly id: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}): JSX.Element {
  return (
    <>
      <Show when={props.error}>
        <p data-part="error" id={`${props.id}-error`}>
          <Icon name="warn" />
          {props.error}
        </p>
      </Show>
      <Show when={props.hint}>
        <p data-part="hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      </Show>
    </>
  );
}
