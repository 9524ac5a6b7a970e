// The foot of the desk: the next step, always in the same place, with why, and the same key for all of them.

import { offeredStep } from '@rostrum/projections';
import { createEffect, createMemo, createSignal, onCleanup, onMount, Show, untrack } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../../api/action.ts';
import type { CommandInput, CommandName } from '../../../api/command.ts';
import { useLive } from '../../../live/use-live.tsx';
import { rulesNow, standingIn } from '../../../meeting/deed.ts';
import type { Values } from '../../../meeting/form/subject.ts';
import { useKeys } from '../../../meeting/keys.tsx';
import { useReason } from '../../../meeting/reasons.ts';
import { Button } from '../../../ui/button.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useDesk } from '../desk-context.tsx';
import { UndoButton } from '../undo/undo-button.tsx';
import { useDeskWords } from '../words.ts';
import { isWhole } from './desk-step.ts';
import { stepInput, stepKey } from './step-input.ts';
import { createSettling } from './settling.ts';
import { STEP_CHANGED } from './take-step.ts';
import { useStepWords } from './step-words.ts';
import './foot.css';

/** Milliseconds for which the page says that a step changed under one's hand. */
const SAID = 6000;

export function Foot(): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const desk = useDesk();
  const keys = useKeys();
  const words = useStepWords();
  const reasonFor = useReason();
  const [button, setButton] = createSignal<HTMLButtonElement>();

  const step = createMemo(() => offeredStep(live.view(), new Date(live.serverNow()).toISOString()), null, {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  const command = () => step()?.command ?? null;
  /** What of the input the desk adds: the speaking time that is set, the presenter of the item. */
  const input = createMemo((): Values => {
    const now = step();
    return now ? stepInput(now, live.view().meeting, desk.speakingTime(), untrack(live.serverNow)) : {};
  });
  const settling = createSettling(() => stepKey(step()), live);
  const action = createAction(async (key) => {
    const name = command();
    if (name === null) return;
    // oxlint-disable-next-line solid/reactivity
    await settling.take((revision) =>
      live.send(name as CommandName, input() as CommandInput<CommandName>, key, revision),
    );
  });
  // What is said of a step that changed under one's hand is soon said.
  createEffect(() => {
    if (action.problem()?.code !== STEP_CHANGED) return;
    const timer = setTimeout(action.dismiss, SAID);
    onCleanup(() => clearTimeout(timer));
  });
  const reason = createMemo(() => {
    const [now, standing] = [step(), standingIn(live)];
    if (!now?.command || !standing) return undefined;
    const rules = rulesNow();
    const name = now.command as CommandName;
    const verdict = isWhole(now)
      ? rules?.verdictOn(name, input(), standing)
      : rules?.formVerdict(name, input(), standing);
    return verdict?.is === 'refused' ? reasonFor(verdict.refusal) : undefined;
  });

  const press = () => button()?.click();
  const bindings = ['enter', 'n'].map((key) => keys?.bind(key, { label: () => t('foot.next'), press }));
  onCleanup(() => bindings.forEach((unbind) => unbind?.()));
  const palette = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    desk.open(desk.over()?.is === 'palette' ? null : { is: 'palette' });
  };
  onMount(() => document.addEventListener('keydown', palette));
  onCleanup(() => document.removeEventListener('keydown', palette));
  const unbindHelp = keys?.bind('?', { label: () => t('keys.title'), press: () => desk.open({ is: 'keys' }) });
  onCleanup(() => unbindHelp?.());

  return (
    <footer data-component="desk-foot" aria-label={t('foot.label')} data-fresh={settling.fresh() ? '' : undefined}>
      <p data-part="label">{t('foot.next')}</p>
      <Show when={step()} fallback={<p data-part="why">{t('foot.nothing')}</p>}>
        {(now) => (
          <>
            <Show when={now().command}>
              <span data-part="step">
                <Show
                  when={isWhole(now())}
                  fallback={
                    <Button
                      ref={setButton}
                      variant="primary"
                      aria-haspopup="dialog"
                      reason={reason()}
                      onClick={() => desk.openForm(now().command as CommandName, input())}
                    >
                      {words.deed(now(), input())}
                      <Kbd>N</Kbd>
                    </Button>
                  }
                >
                  <Button
                    ref={setButton}
                    variant={now().when ? 'plain' : 'primary'}
                    action={action}
                    reason={reason()}
                    refusal="over"
                  >
                    {words.deed(now(), input())}
                    <Kbd>N</Kbd>
                  </Button>
                </Show>
              </span>
            </Show>
            <p data-part="why" aria-live="polite">
              {words.because(now())}
              <Show when={settling.by()}>{(name) => <span data-part="by">{t('foot.by', { name: name() })}</span>}</Show>
            </p>
          </>
        )}
      </Show>
      <UndoButton />
      <Button
        size="small"
        variant="quiet"
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K"
        onClick={() => desk.open({ is: 'palette' })}
      >
        {t('palette.open')}
        <Kbd>{modifier}K</Kbd>
      </Button>
    </footer>
  );
}

const modifier = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl ';
