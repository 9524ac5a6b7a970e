// Calling the meeting off. It cannot be taken back, so it is asked once more, with the reason.

import { createSignal } from 'solid-js';
import type { JSX } from 'solid-js';
import { TextArea } from '../../../ui/inputs.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormFrame } from '../form/form-frame.tsx';
import { createForm } from '../form/form.ts';
import { usePrepareWords } from '../words.tsx';

type CancelDialogProps = { readonly open: boolean; readonly onOpenChange: (open: boolean) => void };

export function CancelDialog(props: CancelDialogProps): JSX.Element {
  const { p } = usePrepareWords();
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => props.onOpenChange(open)}
      title={p('outline.cancel.title')}
      description={p('outline.cancel.text')}
      width="narrow"
    >
      <CancelForm onClose={() => props.onOpenChange(false)} />
    </Dialog>
  );
}

function CancelForm(props: { readonly onClose: () => void }): JSX.Element {
  const { p } = usePrepareWords();
  const [reason, setReason] = createSignal('');
  const form = createForm({
    command: 'cancel-meeting',
    input: () => ({ reason: reason() }),
    done: () => props.onClose(),
  });
  return (
    <FormFrame
      form={form}
      label={p('outline.cancel')}
      submit={p('outline.cancel.submit')}
      onCancel={() => props.onClose()}
      danger
    >
      <TextArea label={p('reason')} value={reason()} onValue={setReason} error={form.errorAt('reason')} rows={2} />
    </FormFrame>
  );
}
