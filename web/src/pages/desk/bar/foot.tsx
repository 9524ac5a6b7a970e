// The foot of the desk: the next step, always in the same place, with why, and the same key for all of them.

import { createMemo, createSignal, onCleanup, onMount, Show } from 'solid-js';
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
import { limitFor } from '../now/speaking-time.ts';
import { useDeskWords } from '../words.ts';
import { deskStep, isWhole } from './desk-step.ts';
import { useStepWords } from './step-words.ts';
import './foot.css';

export function Foot(): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const desk = useDesk();
  const keys = useKeys();
  const words = useStepWords();
  const reasonFor = useReason();
  const [button, setButton] = createSignal<HTMLButtonElement>();

  const step = createMemo(() => deskStep(live.view(), new Date(live.serverNow()).toISOString()), null, {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  const command = () => step()?.command ?? null;
  /** What of the input the desk adds: the speaking time that is set, the presenter of the item. */
  const input = createMemo((): Values => {
    const now = step();
    if (!now) return {};
    const { meeting } = live.view();
    const { data } = now;
    if (now.command === 'give-floor') {
      const request = meeting.floor.requests.find(({ requestId }) => requestId === data['requestId']);
      const speakerId = request?.speakerId ?? data['speakerId'] ?? '';
      return { ...data, limitSeconds: limitFor(desk.speakingTime(), speakerId, meeting) };
    }
    if (now.command === 'confer-commendation') {
      const presenters = meeting.agenda.open === null ? [] : meeting.agenda.items.get(meeting.agenda.open)?.presenters;
      return { ...data, presenterId: presenters?.[0] ?? meeting.officers.chair ?? '' };
    }
    return data;
  });
  const action = createAction(async (key) => {
    const name = command();
    if (name !== null) await live.send(name as CommandName, input() as CommandInput<CommandName>, key);
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
    <footer data-component="desk-foot" aria-label={t('foot.label')}>
      <p data-part="label">{t('foot.next')}</p>
      <Show when={step()} fallback={<p data-part="why">{t('foot.nothing')}</p>}>
        {(now) => (
          <>
            <Show when={now().command}>
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
            </Show>
            <p data-part="why" aria-live="polite">
              {words.because(now())}
            </p>
          </>
        )}
      </Show>
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
