// Rows and columns with a caption, kept narrow enough for its page: it scrolls inside its own frame.

import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import './table.css';

export type Column<Row> = {
  readonly key: string;
  readonly header: JSX.Element;
  readonly cell: (row: Row) => JSX.Element;
  /** Numbers stand at the end, so that their digits stand under each other. */
  readonly align?: 'start' | 'end';
  /** The column that names the row. */
  readonly names?: boolean;
};

export type TableProps<Row> = {
  readonly caption: string;
  /** Where a heading above the table says the same, the caption is only read out. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly empty?: JSX.Element;
};

export function Table<Row>(props: TableProps<Row>): JSX.Element {
  return (
    <div data-component="table" tabindex="0" role="region" aria-label={props.caption}>
      <table>
        <caption data-hidden={props.captionHidden ? '' : undefined}>{props.caption}</caption>
        <thead>
          <tr>
            <For each={props.columns}>
              {(column) => (
                <th scope="col" data-align={column.align}>
                  {column.header}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For
            each={props.rows}
            fallback={
              <Show when={props.empty}>
                <tr>
                  <td colspan={props.columns.length} data-part="empty">
                    {props.empty}
                  </td>
                </tr>
              </Show>
            }
          >
            {(row) => (
              <tr>
                <For each={props.columns}>
                  {(column) => (
                    <Show when={column.names} fallback={<td data-align={column.align}>{column.cell(row)}</td>}>
                      <th scope="row">{column.cell(row)}</th>
                    </Show>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
