// A list of small forms: the recipients of a commendation, the rows of an import.

import { For, Index } from 'solid-js';
import type { JSX } from 'solid-js';
import type { FormField } from '../../../meeting/form/model.ts';
import { shownInAll } from '../../../meeting/form/values.ts';
import type { FormValues } from '../../../meeting/form/values.ts';
import { Button } from '../../../ui/button.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import type { FieldProps } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useDeskWords } from '../words.ts';

export type RowsFieldProps = FieldProps & {
  readonly fields: readonly FormField[];
  readonly rows: readonly FormValues[];
  readonly onRows: (rows: readonly FormValues[]) => void;
  /** One field of a row. */
  readonly draw: (field: FormField, row: () => FormValues, at: number, onRow: (row: FormValues) => void) => JSX.Element;
};

export function RowsField(props: RowsFieldProps): JSX.Element {
  const t = useDeskWords();
  const changed = (at: number) => (row: FormValues) =>
    props.onRows(props.rows.map((old, place) => (place === at ? row : old)));
  return (
    <FieldGroup label={props.label} hint={props.hint} error={props.error} optional={props.optional ?? false}>
      <ol data-component="form-rows">
        <Index each={props.rows}>
          {(row, at) => (
            <li>
              <div data-part="row">
                <For each={props.fields}>{(field) => props.draw(field, row, at, changed(at))}</For>
              </div>
              <Button
                variant="quiet"
                size="small"
                square
                aria-label={t('form.removeRow', { number: at + 1 })}
                onClick={() => props.onRows(props.rows.filter((_row, place) => place !== at))}
              >
                <Icon name="close" />
              </Button>
            </li>
          )}
        </Index>
      </ol>
      <div>
        <Button size="small" onClick={() => props.onRows([...props.rows, shownInAll(props.fields, {})])}>
          <Icon name="add" />
          {t('form.addRow')}
        </Button>
      </div>
    </FieldGroup>
  );
}
