// Signing in with name and password.

import { Navigate, useNavigate, useSearchParams } from '@solidjs/router';
import { createResource, createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../api/action.ts';
import { useSession } from '../../api/session.tsx';
import { useWords } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { Notice } from '../../ui/notice.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { nextPage } from './next-page.ts';

export default function SignInPage(): JSX.Element {
  const { t } = useWords();
  const session = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ next?: string }>();
  const [signInName, setSignInName] = createSignal('');
  const [password, setPassword] = createSignal('');
  const [tried, setTried] = createSignal(false);
  usePageTitle(() => t('signIn.title'));

  const next = () => nextPage(search.next);
  // A house without an administrator has nobody who could sign in; where it cannot be asked, the form stands alone.
  const [setup] = createResource(() =>
    session.client.get<{ needed: boolean }>('/api/setup').catch(() => ({ needed: false })),
  );

  const signIn = createAction(async () => {
    await session.open({ signInName: signInName(), password: password() });
    navigate(next(), { replace: true });
  });
  const missing = (value: string) => (tried() && value === '' ? t('signIn.missing') : undefined);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (signInName() !== '' && password() !== '') void signIn.run();
  };

  return (
    <Show when={session.state() !== 'in' || signIn.busy()} fallback={<Navigate href={next()} />}>
      <header>
        <h1>{t('signIn.title')}</h1>
        <p>{t('signIn.lead')}</p>
      </header>
      <Show when={setup.latest?.needed}>
        <Notice>{t('signIn.notSetUp')}</Notice>
      </Show>
      <form onSubmit={submit} novalidate>
        <TextInput
          label={t('signIn.name')}
          value={signInName()}
          onValue={setSignInName}
          error={missing(signInName())}
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          autofocus
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
        <Button type="submit" variant="primary" size="large" action={signIn}>
          {t('signIn.submit')}
        </Button>
      </form>
    </Show>
  );
}
