// The report on a directive: how it goes, or that it is done.

import { createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { NumberInput, TextArea } from '../../../ui/inputs.tsx';
import { createGiving } from '../giving.ts';
import { useRoomWords } from '../words.tsx';
import { percentTyped } from './percent.ts';

export type ReportProps = {
  readonly kind: 'progress' | 'discharge';
  readonly directiveId: string;
  readonly respondent: string;
  readonly onClose: () => void;
};

export function Report(props: ReportProps): JSX.Element {
  const { r } = useRoomWords();
  const [text, setText] = createSignal('');
  const [percent, setPercent] = createSignal('');
  const [pressed, setPressed] = createSignal(false);
  const told = () => ({ directiveId: props.directiveId, respondent: props.respondent, report: text().trim() });
  const progress = createGiving(
    'report-directive-progress',
    () => ({ ...told(), percent: percentTyped(percent()) ?? null }),
    () => props.onClose(),
  );
  const discharge = createGiving('discharge-directive', told, () => props.onClose());
  const action = () => (props.kind === 'progress' ? progress : discharge);
  const missing = () => pressed() && text().trim() === '';
  const wrong = () => pressed() && percentTyped(percent()) === undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setPressed(true);
    if (!missing() && !wrong()) void action().run();
  };
  return (
    <form data-part="report" onSubmit={submit}>
      <TextArea
        label={r(props.kind === 'progress' ? 'directive.report.text' : 'directive.discharge.text')}
        value={text()}
        onValue={setText}
        error={missing() ? r('directive.report.missing') : undefined}
      />
      <Show when={props.kind === 'progress'}>
        <NumberInput
          label={r('directive.report.percent')}
          optional
          value={percent()}
          onValue={setPercent}
          error={wrong() ? r('directive.report.percent.wrong') : undefined}
        />
      </Show>
      <div data-part="choices">
        <Button variant="primary" type="submit" action={action()}>
          {r(props.kind === 'progress' ? 'directive.report.send' : 'directive.discharge.send')}
        </Button>
        <Button variant="quiet" onClick={() => props.onClose()}>
          {r('cancel')}
        </Button>
      </div>
    </form>
  );
}
