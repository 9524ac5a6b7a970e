// The roster to work on: units beside, answers above, and the names as a table, or as cards where the page is narrow.

import { createSignal, onCleanup, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useRefusals } from '../../../../i18n/refusals.ts';
import { Button } from '../../../../ui/button.tsx';
import { Select, TextInput } from '../../../../ui/inputs.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { usePrepareWords } from '../../words.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { AnswerFilter } from './answer-filter.tsx';
import { BulkBar } from './bulk.tsx';
import { RosterCards } from './cards.tsx';
import { columnIds } from './columns.ts';
import type { ColumnId } from './columns.ts';
import { RosterGrid } from './grid.tsx';
import { RenameUnit } from './rename-unit.tsx';
import { UnitTree } from './units.tsx';
import { createRosterTable } from './use-table.ts';
import './roster-table.css';

const NARROW = '(width < 48rem)';

export type RosterTableProps = {
  readonly editable: boolean;
  /** True while invitations can be answered. */
  readonly answerable: boolean;
  readonly onRevise: (rosterId: string) => void;
};

export function RosterTable(props: RosterTableProps): JSX.Element {
  const { p } = usePrepareWords();
  const sentence = useRefusals();
  const table = createRosterTable();
  const [answering, setAnswering] = createSignal<string | null>(null);
  const [renaming, setRenaming] = createSignal<string | null>(null);
  const narrow = createNarrow();
  const { work } = table;
  const problem = () => work.fill.problem() ?? work.move.problem() ?? work.undo.problem();
  const dismiss = () => {
    work.fill.dismiss();
    work.move.dismiss();
    work.undo.dismiss();
  };
  const busy = () => work.fill.busy() || work.move.busy() || work.undo.busy();
  const tools = {
    onAnswer: (rosterId: string) => {
      if (props.answerable) setAnswering(rosterId);
    },
    onRevise: (rosterId: string) => props.onRevise(rosterId),
  };

  return (
    <div data-component="roster-table">
      <AnswerFilter table={table} />
      <div data-part="search">
        <TextInput
          label={p('roster.find')}
          type="search"
          value={table.typed()}
          onValue={table.setTyped}
          autocomplete="off"
        />
        <Show when={narrow()}>
          <Select
            label={p('roster.order')}
            value={table.sorting().column}
            onValue={(column) => column !== table.sorting().column && table.sortBy(column as ColumnId)}
            choices={columnIds.map((value) => ({ value, label: p(`column.${value}`) }))}
          />
        </Show>
      </div>
      <div data-part="sides">
        <UnitTree
          names={table.all()}
          unit={table.unit()}
          onUnit={table.setUnit}
          onRename={props.editable ? setRenaming : undefined}
        />
        <div data-part="names">
          <div data-part="above">
            <p role="status">{p('table.shown', { count: table.shown().length })}</p>
            <Show when={busy()}>
              <p role="status" data-part="busy">
                {p('table.busy')}
              </p>
            </Show>
            <Show when={props.editable && work.canUndo()}>
              <Button variant="quiet" size="small" action={work.undo} refusal="over">
                {p('table.undo')}
              </Button>
            </Show>
          </div>
          <BulkBar table={table} editable={props.editable} />
          <Show when={problem()}>
            {(refused) => (
              <Notice
                variant="refused"
                action={
                  <Button size="small" onClick={dismiss}>
                    {p('table.understood')}
                  </Button>
                }
              >
                {sentence(refused())}
              </Notice>
            )}
          </Show>
          <Show
            when={narrow()}
            fallback={
              <>
                <RosterGrid table={table} editable={props.editable} {...tools} />
                <Show when={props.editable}>
                  <p data-part="keys">{p('table.keys')}</p>
                </Show>
              </>
            }
          >
            <RosterCards table={table} editable={props.editable} {...tools} />
          </Show>
        </div>
      </div>
      <Show when={answering()} keyed>
        {(rosterId) => (
          <Show when={table.nameOf(rosterId)}>
            {(name) => <AnswerDialog name={name()} onClose={() => setAnswering(null)} />}
          </Show>
        )}
      </Show>
      <Show when={renaming()} keyed>
        {(unit) => <RenameUnit table={table} unit={unit} onClose={() => setRenaming(null)} />}
      </Show>
    </div>
  );
}

/** True where the page is too narrow for a table. */
function createNarrow(): () => boolean {
  const media = window.matchMedia(NARROW);
  const [narrow, setNarrow] = createSignal(media.matches);
  const look = () => setNarrow(media.matches);
  media.addEventListener('change', look);
  onCleanup(() => media.removeEventListener('change', look));
  return narrow;
}
