// What opens over the desk: forms, the palette, the list of keys, the closing, corrections and signatures.

import { Match, Show, Suspense, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { lazyPart } from '../../lazy-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { StateLoading } from '../../ui/state-loading.tsx';
import { Closing } from './bar/closing.tsx';
import { useDesk } from './desk-context.tsx';
import type { Over } from './desk-context.tsx';
import { CommandForm } from './form/command-form.tsx';
import { useCommandTitle } from './form/command-title.ts';
import { KeysList } from './palette/keys-list.tsx';
import { Palette } from './palette/palette.tsx';
import { useDeskWords } from './words.ts';

const Correction = lazyPart(() => import('./after/correction.tsx'));
const Signing = lazyPart(() => import('./after/signing.tsx'));

export function OverDesk(): JSX.Element {
  const t = useDeskWords();
  const title = useCommandTitle();
  const desk = useDesk();
  const close = () => desk.open(null);
  const form = () => {
    const over = desk.over();
    return over?.is === 'form' ? over : null;
  };
  const is = (wanted: Over['is']) => desk.over()?.is === wanted;
  const heading = () => {
    const over = desk.over();
    if (over === null) return '';
    return over.is === 'form' ? title(over.command) : t(`over.${over.is}`);
  };
  const done = (words: string) => {
    close();
    desk.say(t('form.done', { what: words }));
  };
  return (
    <Show when={desk.over()}>
      <Dialog
        open
        onOpenChange={(open) => !open && close()}
        title={heading()}
        width={is('correction') ? 'wide' : 'medium'}
      >
        <Suspense fallback={<StateLoading />}>
          <Switch>
            <Match when={is('palette')}>
              <Palette />
            </Match>
            <Match when={is('keys')}>
              <KeysList />
            </Match>
            <Match when={is('closing')}>
              <Closing onDone={() => done(t('bar.close'))} />
            </Match>
            <Match when={is('correction')}>
              <Correction onDone={() => done(t('over.correction'))} onCancel={close} />
            </Match>
            <Match when={is('signing')}>
              <Signing onDone={() => done(t('over.signing'))} />
            </Match>
          </Switch>
          <Show when={form()} keyed>
            {(opened) => (
              <CommandForm
                command={opened.command}
                given={opened.given}
                onDone={() => done(title(opened.command))}
                onCancel={close}
              />
            )}
          </Show>
        </Suspense>
      </Dialog>
    </Show>
  );
}
