// One field of a command's form, drawn by what it holds.

import { For, Match, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import type { FieldKind, FormField, Pickable } from '../../../meeting/form/model.ts';
import { optionsFor } from '../../../meeting/form/options.ts';
import type { FormValue, FormValues } from '../../../meeting/form/values.ts';
import { FieldGroup } from '../../../ui/field.tsx';
import { Checkbox, NumberInput, Select, TextArea, TextInput } from '../../../ui/inputs.tsx';
import { useDeskWords } from '../words.ts';
import type { FieldWords } from './field-words.ts';
import { InstantField } from './instant-field.tsx';
import { LinkField } from './link-field.tsx';
import { LinesField } from './lines-field.tsx';
import { PickField, PicksField } from './pick-field.tsx';
import { RowsField } from './rows-field.tsx';
import { useOptionWords } from './option-words.ts';

export type FormFieldProps = {
  readonly field: FormField;
  /** The field's name below that of the list or group it stands in. */
  readonly path: string;
  /** All values beside it, since what can be chosen may depend on them. */
  readonly beside: FormValues;
  readonly value: FormValue | undefined;
  readonly onValue: (value: FormValue) => void;
  readonly words: FieldWords;
  readonly errorAt: (path: string) => string | undefined;
};

type Kind<Is extends FieldKind['is']> = FieldKind & { readonly is: Is };
/** The kind where it is the one named. */
const kindIf = <Is extends FieldKind['is']>(kind: FieldKind, name: Is): Kind<Is> | undefined =>
  kind.is === name ? (kind as Kind<Is>) : undefined;

export function FormFieldView(props: FormFieldProps): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const optionWords = useOptionWords();
  const label = () => props.words.label(props.path);
  const error = () => props.errorAt(props.path);
  const optional = () => !props.field.required || props.field.nullable;
  const kind = () => props.field.kind;
  const text = () => (typeof props.value === 'string' ? props.value : '');
  const list = () => (Array.isArray(props.value) ? (props.value as readonly string[]) : []);
  const common = () => ({
    label: label(),
    error: error(),
    optional: optional(),
    value: text(),
    onValue: props.onValue,
  });
  /** What stands in a list of a few where none of them is chosen: else the first would look chosen. */
  const emptyChoice = () => {
    if (props.field.required) return text() === '' ? { empty: t('form.pickOne') } : {};
    return props.field.fallback === undefined ? { empty: t('form.asItIs') } : {};
  };
  const options = (of: Pickable) => optionsFor(of, live.view(), optionWords, props.beside);

  const nested = (field: FormField, row: () => FormValues, path: string, onRow: (row: FormValues) => void) => (
    <FormFieldView
      field={field}
      path={`${path}.${field.name}`}
      beside={row()}
      value={row()[field.name]}
      onValue={(value) => onRow({ ...row(), [field.name]: value })}
      words={props.words}
      errorAt={props.errorAt}
    />
  );

  return (
    <Switch
      fallback={
        <TextInput {...common()} type={kind().is === 'day' ? 'date' : kind().is === 'email' ? 'email' : 'text'} />
      }
    >
      <Match when={kindIf(kind(), 'prose')}>
        <TextArea {...common()} />
      </Match>
      <Match when={kindIf(kind(), 'number')}>
        <NumberInput {...common()} />
      </Match>
      <Match when={kindIf(kind(), 'minutes')}>
        <NumberInput {...common()} hint={t('form.inMinutes')} />
      </Match>
      <Match when={kindIf(kind(), 'instant')}>
        <InstantField {...common()} />
      </Match>
      <Match when={kindIf(kind(), 'yes-no')}>
        <Checkbox label={label()} checked={props.value === true} onChecked={(checked) => props.onValue(checked)} />
      </Match>
      <Match when={kindIf(kind(), 'one')}>
        {(one) => (
          <Select
            {...common()}
            optional={false}
            {...emptyChoice()}
            choices={one().values.map((value) => ({ value, label: props.words.value(props.path, value) }))}
          />
        )}
      </Match>
      <Match when={kindIf(kind(), 'pick')?.of === 'link'}>
        <LinkField {...common()} />
      </Match>
      <Match when={kindIf(kind(), 'pick')}>{(pick) => <PickField {...common()} options={options(pick().of)} />}</Match>
      <Match when={kindIf(kind(), 'picks')}>
        {(picks) => <PicksField {...common()} options={options(picks().of)} values={list()} onValues={props.onValue} />}
      </Match>
      <Match when={kindIf(kind(), 'electorate')}>
        <PicksField
          {...common()}
          options={options('name')}
          values={list()}
          onValues={props.onValue}
          none={t('form.allMembers')}
        />
      </Match>
      <Match when={kindIf(kind(), 'lines')}>
        <LinesField {...common()} values={list()} onValues={props.onValue} />
      </Match>
      <Match when={kindIf(kind(), 'rows')}>
        {(rows) => (
          <RowsField
            {...common()}
            fields={rows().fields}
            rows={Array.isArray(props.value) ? (props.value as readonly FormValues[]) : []}
            onRows={props.onValue}
            draw={(field, row, at, onRow) => nested(field, row, `${props.path}.${at}`, onRow)}
          />
        )}
      </Match>
      <Match when={kindIf(kind(), 'group')}>
        {(group) => (
          <FieldGroup label={label()} error={error()} optional={optional()}>
            <For each={group().fields}>
              {(field) => nested(field, () => (props.value ?? {}) as FormValues, props.path, props.onValue)}
            </For>
          </FieldGroup>
        )}
      </Match>
    </Switch>
  );
}
