// Convening, asked once more: with the notice, and with what is still open.

import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { everyone } from '../../../meeting/people.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { FormFrame } from '../form/form-frame.tsx';
import { createForm } from '../form/form.ts';
import { typedText } from '../form/typed.ts';
import { rosterFigures } from '../roster/figures.ts';
import { usePrepareWords } from '../words.tsx';
import { useChecks } from './use-checks.ts';

type ConveneDialogProps = { readonly open: boolean; readonly onOpenChange: (open: boolean) => void };

export function ConveneDialog(props: ConveneDialogProps): JSX.Element {
  const { p, names } = usePrepareWords();
  const live = useLive();
  // What is typed outlives a look at the page behind.
  const [notice, setNotice] = createSignal('');
  const description = () => {
    const { persons, delegations } = rosterFigures(everyone(live.view().meeting));
    const who = [
      ...(persons > 0 ? [p('roster.persons', { count: persons })] : []),
      ...(delegations > 0 ? [p('roster.delegations', { count: delegations })] : []),
    ];
    return p('convening.text', { who: names().list(who) });
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => props.onOpenChange(open)}
      title={p('convening.title', { title: live.view().meeting.lifecycle.title })}
      description={description()}
    >
      <ConveneForm notice={notice()} onNotice={setNotice} onClose={() => props.onOpenChange(false)} />
    </Dialog>
  );
}

type ConveneFormProps = {
  readonly notice: string;
  readonly onNotice: (notice: string) => void;
  readonly onClose: () => void;
};

function ConveneForm(props: ConveneFormProps): JSX.Element {
  const { p } = usePrepareWords();
  const checks = useChecks();
  const open = () => checks().filter(({ state }) => state !== 'done');
  const form = createForm({
    command: 'convene-meeting',
    input: () => ({ notice: typedText(props.notice) }),
    done: () => props.onClose(),
    keep: {
      place: 'convening',
      label: () => p('convening.notice'),
      value: () => ({ notice: props.notice }),
      restore: ({ notice }) => props.onNotice(notice),
    },
  });
  return (
    <FormFrame
      form={form}
      label={p('convening.convene')}
      submit={p('convening.submit')}
      onCancel={() => props.onClose()}
    >
      <Show when={open().length > 0}>
        <Notice variant="warn" title={p('convening.open')}>
          <ul>
            <For each={open()}>{(check) => <li>{p(`check.${check.id}.open`, { count: check.count })}</li>}</For>
          </ul>
        </Notice>
      </Show>
      <TextArea
        label={p('convening.notice')}
        hint={p('convening.notice.hint')}
        optional
        value={props.notice}
        onValue={(notice) => props.onNotice(notice)}
        error={form.errorAt('notice')}
        rows={4}
      />
    </FormFrame>
  );
}
