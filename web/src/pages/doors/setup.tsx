// The one-time link of the first start: makes the administrator.

import { useNavigate } from '@solidjs/router';
import { createMemo, createResource, createSignal, Match, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../api/action.ts';
import { useSession } from '../../api/session.tsx';
import { useWords } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { useSecretInAddress } from './secret-in-address.ts';

/** The server's own bound, in characters. */
const SHORTEST_PASSWORD = 12;

export default function SetupPage(): JSX.Element {
  const { t } = useWords();
  const session = useSession();
  const navigate = useNavigate();
  const token = useSecretInAddress();
  const [name, setName] = createSignal('');
  const [signInName, setSignInName] = createSignal('');
  const [password, setPassword] = createSignal('');
  const [again, setAgain] = createSignal('');
  const [tried, setTried] = createSignal(false);
  usePageTitle(() => t('setup.title'));

  const [setup] = createResource(() =>
    session.client.get<{ needed: boolean }>('/api/setup').catch(() => ({ needed: true })),
  );

  const make = createAction(async () => {
    await session.client.send('POST', '/api/setup', {
      body: { token: token(), name: name(), signInName: signInName(), password: password() },
      anonymous: true,
    });
    await session.ask();
    if (session.state() !== 'in') await session.open({ signInName: signInName(), password: password() });
    navigate('/', { replace: true });
  });

  const wrong = createMemo(() => ({
    name: name().trim() === '' ? t('setup.empty') : undefined,
    signInName: signInName().trim() === '' ? t('setup.empty') : undefined,
    password:
      Array.from(password()).length < SHORTEST_PASSWORD
        ? t('setup.password.short', { count: SHORTEST_PASSWORD })
        : undefined,
    again: again() === password() ? undefined : t('setup.password.differs'),
  }));
  const shown = (field: keyof ReturnType<typeof wrong>) =>
    (tried() ? wrong()[field] : undefined) ?? make.problem()?.errors.find(({ path }) => path === field)?.message;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(wrong()).every((sentence) => sentence === undefined)) void make.run();
  };

  return (
    <Switch>
      <Match when={setup.latest?.needed === false && !make.busy()}>
        <EmptyState
          heading={1}
          title={t('setup.done.title')}
          actions={<ButtonLink href="/sign-in">{t('shell.signIn')}</ButtonLink>}
        >
          <p>{t('setup.done.text')}</p>
        </EmptyState>
      </Match>
      <Match when={token() === ''}>
        <EmptyState heading={1} title={t('setup.noToken.title')}>
          <p>{t('setup.noToken.text')}</p>
        </EmptyState>
      </Match>
      <Match when={token() !== ''}>
        <header>
          <h1>{t('setup.title')}</h1>
          <p>{t('setup.lead')}</p>
        </header>
        <form onSubmit={submit} novalidate>
          <TextInput
            label={t('setup.displayName')}
            value={name()}
            onValue={setName}
            error={shown('name')}
            autocomplete="name"
            autofocus
          />
          <TextInput
            label={t('setup.signInName')}
            value={signInName()}
            onValue={setSignInName}
            error={shown('signInName')}
            name="username"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
          />
          <TextInput
            label={t('setup.password')}
            hint={t('setup.password.hint', { count: SHORTEST_PASSWORD })}
            value={password()}
            onValue={setPassword}
            error={shown('password')}
            type="password"
            autocomplete="new-password"
          />
          <TextInput
            label={t('setup.password.again')}
            value={again()}
            onValue={setAgain}
            error={shown('again')}
            type="password"
            autocomplete="new-password"
          />
          <Button type="submit" variant="primary" size="large" action={make}>
            {t('setup.submit')}
          </Button>
        </form>
      </Match>
    </Switch>
  );
}
