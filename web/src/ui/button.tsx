// What one presses. A button with an action shows that it is under way, and shows a refusal on itself. One that would be
// refused now is quiet, keeps its place among the keys, and says why when it is pointed at, focused or pressed.

import { createEffect, createSignal, createUniqueId, mergeProps, onCleanup, Show, splitProps } from 'solid-js';
import type { ComponentProps, JSX } from 'solid-js';
import type { Action } from '../api/action.ts';
import { useWords } from '../i18n/language.tsx';
import { useRefusals } from '../i18n/refusals.ts';
import { Reason } from './reason.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';
import './button.css';

/** `primary`: the one next step; `plain`: others; `quiet`: in rows and headers; `danger`: what cannot be taken back. */
export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

export type ButtonLook = {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** Only an icon: then `aria-label` says what it does. */
  readonly square?: boolean;
};

export type ButtonProps = ButtonLook &
  Omit<ComponentProps<'button'>, 'onClick'> & {
    readonly onClick?: (event: MouseEvent) => void;
    /** What pressing does. Without it the button is an ordinary one: `onClick`, `type="submit"`. */
    readonly action?: Action;
    /** Where a refusal appears: in the flow below the button, or over what follows, in tight places. */
    readonly refusal?: 'below' | 'over';
    /** Why pressing it would be refused now, in a sentence; undefined where it would not. It then does nothing. */
    readonly reason?: string | undefined;
  };

/** Seconds after which the button says that it is still under way, and for how long. */
const SLOW = 2;

export function Button(props: ButtonProps): JSX.Element {
  const given = mergeProps({ variant: 'plain', size: 'medium', type: 'button', refusal: 'below' } as const, props);
  const [own, rest] = splitProps(given, [
    'variant',
    'size',
    'square',
    'action',
    'refusal',
    'reason',
    'onClick',
    'children',
    'disabled',
  ]);
  const { t, formats } = useWords();
  const sentence = useRefusals();
  const refusalId = createUniqueId();
  const reasonId = createUniqueId();
  const [asked, setAsked] = createSignal(false);
  let element!: HTMLButtonElement;
  const busy = () => own.action?.busy() ?? false;
  const problem = () => own.action?.problem() ?? null;
  const quiet = () => own.reason !== undefined;

  const seconds = createSecondsOf(busy);

  // Submitting is the form's: its own handler runs the action.
  const press = (event: MouseEvent) => {
    if (quiet()) {
      event.preventDefault();
      setAsked(true);
    } else if (own.action && rest.type !== 'submit') void own.action.run();
    else own.onClick?.(event);
  };

  const button = (
    <button
      {...rest}
      ref={(made) => {
        element = made;
        if (typeof rest.ref === 'function') rest.ref(made);
      }}
      data-component="button"
      data-variant={own.variant}
      data-size={own.size}
      data-square={own.square ? '' : undefined}
      data-quiet={quiet() ? '' : undefined}
      aria-busy={busy()}
      aria-disabled={busy() || quiet() ? true : undefined}
      aria-describedby={problem() ? refusalId : quiet() ? reasonId : rest['aria-describedby']}
      disabled={own.disabled}
      onClick={(event) => press(event)}
    >
      {own.children}
      <Show when={busy()}>
        <span data-part="busy" role="status" aria-label={t('button.busy')} />
      </Show>
    </button>
  );

  return (
    <Show when={own.action || 'reason' in props} fallback={button}>
      <span
        data-component="pressed"
        data-refusal={own.refusal}
        onPointerEnter={(event) => event.pointerType === 'mouse' && setAsked(true)}
        onPointerLeave={() => setAsked(false)}
        onFocusIn={() => element.matches(':focus-visible') && setAsked(true)}
        onFocusOut={() => setAsked(false)}
      >
        {button}
        <Show when={quiet()}>
          <span data-part="reason" id={reasonId}>
            <VisuallyHidden>{own.reason}</VisuallyHidden>
          </span>
        </Show>
        <Show when={asked() ? own.reason : undefined}>
          {(reason) => <Reason anchor={element} text={reason()} onGone={() => setAsked(false)} />}
        </Show>
        <Show when={seconds() >= SLOW}>
          <span data-part="slow">
            <span role="status">{t(navigator.onLine ? 'button.slow' : 'button.offline')}</span>
            <span aria-hidden="true" data-part="seconds">
              {formats().duration(seconds())}
            </span>
          </span>
        </Show>
        <Show when={problem()}>
          {(refused) => (
            <span
              data-part="refusal"
              role="alert"
              id={refusalId}
              ref={(made) => own.refusal !== 'over' && bringIntoView(made)}
            >
              <span>{sentence(refused())}</span>
              <button
                type="button"
                data-part="dismiss"
                aria-label={t('toast.dismiss')}
                onClick={() => own.action?.dismiss()}
              >
                ×
              </button>
            </span>
          )}
        </Show>
      </span>
    </Show>
  );
}

/** Once it is on the page: what is said under a button is not left behind the foot of the page. */
const bringIntoView = (element: Element): void =>
  void requestAnimationFrame(() => element.scrollIntoView({ block: 'nearest' }));

/** Whole seconds since something holds; 0 while it does not. */
function createSecondsOf(holds: () => boolean): () => number {
  const [seconds, setSeconds] = createSignal(0);
  createEffect(() => {
    if (!holds()) return;
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    onCleanup(() => {
      clearInterval(timer);
      setSeconds(0);
    });
  });
  return seconds;
}
