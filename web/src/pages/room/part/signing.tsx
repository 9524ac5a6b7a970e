// Signing a statement at the end of its text, or declining with the reason.

import { createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { createGiving } from '../giving.ts';
import type { MyStatement } from '../tasks.ts';
import { useRoomWords } from '../words.tsx';

export type SigningProps = {
  readonly of: MyStatement;
  /** Of the text that is shown. */
  readonly sha256: string;
  /** The delegation for which one signs; undefined where it is for oneself. */
  readonly forWhom: string | undefined;
  readonly onDone: () => void;
};

export function Signing(props: SigningProps): JSX.Element {
  const { r } = useRoomWords();
  const [declining, setDeclining] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const [pressed, setPressed] = createSignal(false);
  const meant = () => ({
    statementId: props.of.statement.statementId,
    recipientId: props.of.answer.recipientId,
  });
  const sign = createGiving(
    'sign-statement',
    () => ({ ...meant(), sha256: props.sha256 }),
    () => props.onDone(),
  );
  const decline = createGiving(
    'decline-statement',
    () => ({ ...meant(), reason: reason().trim() }),
    () => props.onDone(),
  );
  const declined = () => props.of.answer.answer === 'declined';
  return (
    <div data-part="signing">
      <p>{r('statement.sign.lead')}</p>
      <p data-part="digest">SHA-256 {props.sha256}</p>
      <Show
        when={declining()}
        fallback={
          <div data-part="choices">
            <Button variant="primary" size="large" action={sign}>
              {props.forWhom === undefined ? r('statement.sign') : r('statement.sign.for', { name: props.forWhom })}
            </Button>
            <Show when={!declined()}>
              <Button variant="quiet" onClick={() => setDeclining(true)}>
                {r('statement.decline')}
              </Button>
            </Show>
          </div>
        }
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setPressed(true);
            if (reason().trim() !== '') void decline.run();
          }}
        >
          <TextArea
            label={r('statement.decline.reason')}
            value={reason()}
            onValue={setReason}
            maxLength={1000}
            error={pressed() && reason().trim() === '' ? r('statement.decline.missing') : undefined}
          />
          <div data-part="choices">
            <Button variant="danger" type="submit" action={decline}>
              {r('statement.decline')}
            </Button>
            <Button variant="quiet" onClick={() => setDeclining(false)}>
              {r('cancel')}
            </Button>
          </div>
        </form>
      </Show>
    </div>
  );
}
