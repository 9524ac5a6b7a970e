// The table as it stands in the file, each mistake at its very cell.

import type { RowError } from '@rostrum/events';
import { createEffect, createSignal, For, on, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useInputSentences } from '../../../i18n/input-sentences.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/inputs.tsx';
import '../../../ui/table.css';
import { usePrepareWords } from '../words.tsx';
import { errorAt, recordsShown } from './reading.ts';
import type { Fate, Sheet } from './reading.ts';

/** Rows shown at once. */
const PART = 50;

const cellId = (row: number, column: string | null) =>
  `import-${row}-${column === null ? 'row' : column.toLowerCase()}`;

/** Brings the cell of an error to the reader, where it is shown. */
export function showCell({ row, column }: RowError): void {
  const cell = document.getElementById(cellId(row, column)) ?? document.getElementById(cellId(row, null));
  cell?.scrollIntoView({ block: 'center', inline: 'center' });
  cell?.focus();
}

type ImportSheetProps = {
  readonly sheet: Sheet;
  readonly errors: readonly RowError[];
  /** What becomes of each row, by its number; null while anything is wrong. */
  readonly fates: ReadonlyMap<number, Fate> | null;
};

export function ImportSheet(props: ImportSheetProps): JSX.Element {
  const { p } = usePrepareWords();
  const [all, setAll] = createSignal(false);
  const [parts, setParts] = createSignal(1);
  createEffect(
    on(
      () => props.sheet,
      () => {
        setAll(false);
        setParts(1);
      },
    ),
  );
  const whole = () => recordsShown(props.sheet, props.errors, { all: all(), limit: Infinity });
  const shown = () => whole().slice(0, parts() * PART);
  const left = () => whole().length - shown().length;

  return (
    <>
      <Show when={props.errors.length > 0}>
        <Checkbox label={p('import.showAll')} checked={all()} onChecked={setAll} />
      </Show>
      <div data-component="table" data-of="import" tabindex="0" role="region" aria-label={p('import.preview')}>
        <table>
          <thead>
            <tr>
              <th scope="col" data-align="end">
                {p('import.rowHeader')}
              </th>
              <Show when={props.fates}>
                <th scope="col">{p('import.fate')}</th>
              </Show>
              <For each={props.sheet.columns}>
                {(column) => <HeaderCell column={column} error={errorAt(props.errors, 1, column)} />}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={shown()}>
              {({ row, cells }) => (
                <tr>
                  <th
                    scope="row"
                    data-align="end"
                    id={cellId(row, null)}
                    tabindex="-1"
                    data-wrong={errorAt(props.errors, row, null) ? '' : undefined}
                  >
                    {row}
                    <Wrong error={errorAt(props.errors, row, null)} />
                  </th>
                  <Show when={props.fates?.get(row)}>
                    {(fate) => (
                      <td data-part="fate" data-fate={fate()}>
                        {p(`import.fate.${fate()}`)}
                      </td>
                    )}
                  </Show>
                  <For each={cells}>
                    {(cell, place) => {
                      const column = () => props.sheet.columns[place()] ?? '';
                      const error = () => errorAt(props.errors, row, column());
                      return (
                        <td id={cellId(row, column())} tabindex="-1" data-wrong={error() ? '' : undefined}>
                          {cell}
                          <Wrong error={error()} />
                        </td>
                      );
                    }}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={left() > 0}>
        <Button onClick={() => setParts((before) => before + 1)}>{p('more', { count: Math.min(left(), PART) })}</Button>
      </Show>
    </>
  );
}

function HeaderCell(props: { readonly column: string; readonly error: RowError | undefined }): JSX.Element {
  return (
    <th scope="col" id={cellId(1, props.column)} tabindex="-1" data-wrong={props.error ? '' : undefined}>
      {props.column}
      <Wrong error={props.error} />
    </th>
  );
}

function Wrong(props: { readonly error: RowError | undefined }): JSX.Element {
  const inputSentence = useInputSentences();
  return <Show when={props.error}>{(error) => <span data-part="error">{inputSentence(error().message)}</span>}</Show>;
}
