// The session has ended while a page was open. The page is kept below, with all that was typed in it, and covered: whoever
// comes back as the same person goes on where they were.

import { Dialog as Primitive } from '@kobalte/core/dialog';
import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../api/action.ts';
import { useSession } from '../api/session.tsx';
import { useWords } from '../i18n/language.tsx';
import { Button } from '../ui/button.tsx';
import { TextInput } from '../ui/inputs.tsx';
import '../ui/dialog.css';
import './session-over.css';

export default function SessionOver(): JSX.Element {
  const { t } = useWords();
  const session = useSession();
  const byAccount = () => session.who()?.kind === 'account';

  // The person may have come back in another tab: it is asked again whenever this one is looked at.
  const look = () => {
    if (document.visibilityState === 'visible') void session.resume();
  };
  onMount(() => {
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
  });
  onCleanup(() => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('focus', look);
  });

  return (
    <Primitive open>
      <Primitive.Portal>
        <Primitive.Overlay data-component="dialog-overlay" data-variant="cover" />
        <div data-component="dialog-place" data-variant="cover">
          <Primitive.Content data-component="dialog" data-width="narrow">
            <header>
              <Primitive.Title>{t('state.ended.title')}</Primitive.Title>
            </header>
            <div data-part="body">
              <Primitive.Description>
                {t(byAccount() ? 'state.ended.account' : 'state.ended.link')}
              </Primitive.Description>
              <Show when={byAccount()} fallback={<ByLink />}>
                <ByAccount />
              </Show>
            </div>
          </Primitive.Content>
        </div>
      </Primitive.Portal>
    </Primitive>
  );
}

function ByAccount(): JSX.Element {
  const { t } = useWords();
  const session = useSession();
  const [signInName, setSignInName] = createSignal('');
  const [password, setPassword] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const signIn = createAction(() => session.open({ signInName: signInName(), password: password() }));
  const missing = (value: string) => (tried() && value === '' ? t('signIn.missing') : undefined);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (signInName() !== '' && password() !== '') void signIn.run();
  };
  return (
    <form onSubmit={submit} novalidate data-part="sign-in">
      <TextInput
        label={t('signIn.name')}
        value={signInName()}
        onValue={setSignInName}
        error={missing(signInName())}
        name="username"
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
      />
      <TextInput
        label={t('signIn.password')}
        value={password()}
        onValue={setPassword}
        error={missing(password())}
        type="password"
        name="password"
        autocomplete="current-password"
      />
      <Button type="submit" variant="primary" action={signIn}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}

function ByLink(): JSX.Element {
  const { t } = useWords();
  const session = useSession();
  const [inVain, setInVain] = createSignal(false);
  const resume = createAction(async () => {
    setInVain(false);
    setInVain(!(await session.resume()));
  });
  return (
    <>
      <Button variant="primary" action={resume}>
        {t('state.ended.opened')}
      </Button>
      <p role="status">{inVain() ? t('state.ended.stillOut') : ''}</p>
    </>
  );
}
