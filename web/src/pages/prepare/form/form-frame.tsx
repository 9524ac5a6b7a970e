// What stands around the fields of every form here: what others changed meanwhile, what is wrong, and the two buttons.

import { createUniqueId, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { DraftOffer } from '../../../drafts/offer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { createHold } from '../unsaved.tsx';
import { usePrepareWords } from '../words.tsx';
import type { Form } from './form.ts';
import './form.css';

export type FormFrameProps = {
  readonly form: Form;
  /** Names the form for those who hear the page. */
  readonly label: string;
  /** What the sending button says. */
  readonly submit: string;
  readonly onCancel?: () => void;
  /** What it does cannot be taken back. */
  readonly danger?: boolean;
  /** Why it would be refused as things stand, whatever is typed. */
  readonly held?: string | undefined;
  /** Names of fields that others changed since one began; with what begins anew from theirs. */
  readonly meanwhile?: { readonly fields: readonly string[]; readonly onBegin: () => void };
  /** What both have changed, with the choice between theirs and one's own. Saving waits until it is made. */
  readonly conflicts?: { readonly open: () => boolean; readonly shown: () => JSX.Element };
  readonly children: JSX.Element;
};

export function FormFrame(props: FormFrameProps): JSX.Element {
  const { t, p, names } = usePrepareWords();
  const id = createUniqueId();
  const hold = createHold();
  const meanwhile = () =>
    props.meanwhile && props.meanwhile.fields.length > 0 && !props.form.action.busy() ? props.meanwhile : undefined;
  return (
    <form
      data-component="prepare-form"
      aria-label={props.label}
      onInput={() => {
        // What is kept is not lost by leaving.
        if (!props.form.kept || props.form.kept.unkept()) hold();
      }}
      onSubmit={(event) => props.form.submit(event)}
      novalidate
    >
      <Show when={props.form.kept}>{(kept) => <DraftOffer kept={kept()} />}</Show>
      <Show when={meanwhile()}>
        {(changed) => (
          <Notice
            variant="warn"
            action={
              <Button size="small" onClick={() => changed().onBegin()}>
                {p('form.begin')}
              </Button>
            }
          >
            {p('form.meanwhile', { fields: names().list(changed().fields) })}
          </Notice>
        )}
      </Show>
      {props.conflicts?.shown()}
      <div data-part="fields">{props.children}</div>
      <Show when={props.form.elsewhere().length > 0}>
        <Notice variant="refused">
          <For each={props.form.elsewhere()}>{(sentence) => <p>{sentence}</p>}</For>
        </Notice>
      </Show>
      <footer>
        <Show when={props.form.wrong() > 0}>
          <p id={id} data-part="wrong">
            {p('form.wrong', { count: props.form.wrong() })}
          </p>
        </Show>
        <Show when={props.onCancel}>
          {(cancel) => (
            <Button
              onClick={() => {
                props.form.kept?.done();
                cancel()();
              }}
            >
              {t('dialog.cancel')}
            </Button>
          )}
        </Show>
        <Button
          type="submit"
          variant={props.danger ? 'danger' : 'primary'}
          action={props.form.action}
          reason={props.form.reason() ?? props.held ?? (props.conflicts?.open() ? p('merge.choose') : undefined)}
          aria-describedby={props.form.wrong() > 0 ? id : undefined}
        >
          {props.submit}
        </Button>
      </footer>
    </form>
  );
}
