// Tables and dialogs: filled, empty, and with what is too long for them.

import { createSignal } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { Table } from '../../ui/table.tsx';
import type { Column } from '../../ui/table.tsx';
import { ARABIC, CHINESE, LONG, UNBROKEN } from './specimens.ts';

type Row = { readonly name: string; readonly minutes: number };

const columns: readonly Column<Row>[] = [
  { key: 'name', header: 'Item', names: true, cell: (row) => <span dir="auto">{row.name}</span> },
  { key: 'minutes', header: 'Minutes', align: 'end', cell: (row) => row.minutes },
];
const rows = [LONG, ARABIC, CHINESE, UNBROKEN].map((name, at) => ({ name, minutes: 5 * (at + 1) }));

export function Lists(): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const [reason, setReason] = createSignal('');
  return (
    <section data-part="group">
      <h2>Lists and dialogs</h2>
      <Table caption="Agenda" columns={columns} rows={rows} />
      <Table caption="An empty table" columns={columns} rows={[]} empty="Nothing is on the agenda yet." />
      <div data-part="row">
        <Button onClick={() => setOpen(true)}>Open a dialog</Button>
      </div>
      <Dialog
        open={open()}
        onOpenChange={setOpen}
        title="Cancel the meeting"
        description="Everybody on the roster sees at once that it does not take place."
        footer={
          <Button variant="danger" onClick={() => setOpen(false)}>
            Cancel the meeting
          </Button>
        }
      >
        <TextInput label="Reason" value={reason()} onValue={setReason} />
      </Dialog>
    </section>
  );
}
