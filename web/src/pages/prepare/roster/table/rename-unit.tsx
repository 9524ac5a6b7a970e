// Renaming a unit for all of its people, and for all units below it.

import { createSignal, untrack } from 'solid-js';
import type { JSX } from 'solid-js';
import { Dialog } from '../../../../ui/dialog.tsx';
import { TextInput } from '../../../../ui/inputs.tsx';
import { FormFrame } from '../../form/form-frame.tsx';
import { createForm } from '../../form/form.ts';
import { usePrepareWords } from '../../words.tsx';
import { unitTyped } from '../name-draft.ts';
import { narrowed } from './arranged.ts';
import type { Change } from './cell-change.ts';
import type { RosterTableModel } from './use-table.ts';
import { renamedUnit } from './unit-tree.ts';

type RenameUnitProps = { readonly table: RosterTableModel; readonly unit: string; readonly onClose: () => void };

export function RenameUnit(props: RenameUnitProps): JSX.Element {
  const { p } = usePrepareWords();
  // The dialog is about the unit it was opened for.
  // oxlint-disable-next-line solid/reactivity
  const [path, setPath] = createSignal(props.unit);
  // What is renamed is what one saw when one began.
  const names = untrack(() => narrowed(props.table.all(), { typed: '', unit: props.unit, answer: null }));
  const wanted = () => unitTyped(path());
  let sent: readonly Change[] = [];
  const form = createForm({
    command: 'revise-roster',
    input: () => {
      sent = names.map(({ rosterId, unit }) => ({
        rosterId,
        unit: wanted() === '' ? '' : renamedUnit(unit, props.unit, wanted()),
        seen: { unit },
      }));
      return { changes: sent as Change[] };
    },
    done: () => {
      props.table.work.note(sent);
      props.table.setUnit(wanted());
      props.onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={p('tree.rename.title')}
      description={p('tree.rename.text', { count: names.length })}
      width="narrow"
    >
      <FormFrame form={form} label={p('tree.rename.title')} submit={p('form.save')} onCancel={() => props.onClose()}>
        <TextInput
          label={p('roster.unit')}
          hint={p('roster.unit.hint')}
          value={path()}
          onValue={setPath}
          error={form.errorAt('changes')}
          dir="auto"
          autofocus
        />
      </FormFrame>
    </Dialog>
  );
}
