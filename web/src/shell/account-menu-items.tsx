// The account menu once it is open.

import { useNavigate } from '@solidjs/router';
import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { asProblem } from '../api/problem.ts';
import { useSession } from '../api/session.tsx';
import { forgetAllOf } from '../drafts/store.ts';
import { deviceStorage, writerOf } from '../drafts/writer.ts';
import { useWords } from '../i18n/language.tsx';
import { useRefusals } from '../i18n/refusals.ts';
import { languageName, languages } from '../i18n/languages.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { useToast } from '../ui/toasts.tsx';
import { chooseContrast, chooseTheme, contrast, contrasts, theme, themes } from './theme.ts';

export default function AccountMenuItems(props: { readonly label: string }): JSX.Element {
  const { t, language, setLanguage } = useWords();
  const session = useSession();
  const sentence = useRefusals();
  const navigate = useNavigate();
  const toast = useToast();

  const attempt = (doing: Promise<void>) => void doing.catch((thrown: unknown) => toast(sentence(asProblem(thrown))));
  const leave = async () => {
    const writer = writerOf(session.who());
    await session.close();
    // Whoever signs out may leave the device to others.
    const store = deviceStorage();
    if (store) forgetAllOf(store, writer);
    navigate('/sign-in', { replace: true });
    toast(t('shell.signedOut'));
  };

  return (
    <Menu variant="quiet" size="small" square label={props.label} trigger={<Icon name="person" />} defaultOpen>
      <Show when={session.state() === 'in' ? session.who() : null}>
        {(who) => (
          <p data-component="menu-label" data-part="who">
            <strong>{who().name}</strong>
            <Show
              when={who().kind === 'attendee'}
              fallback={who().roles?.map((role) => (
                <span>{roleName(role)}</span>
              ))}
            >
              <span>{t('shell.byLink')}</span>
            </Show>
          </p>
        )}
      </Show>
      <MenuChoice
        label={t('shell.language')}
        value={language()}
        choices={Array.from(languages.keys(), (value) => ({ value, label: languageName(value), lang: value }))}
        onValue={(chosen) => attempt(setLanguage(chosen))}
      />
      <MenuChoice
        label={t('shell.theme')}
        value={theme()}
        choices={themes.map((value) => ({ value, label: t(`shell.theme.${value}`) }))}
        onValue={chooseTheme}
      />
      <MenuChoice
        label={t('shell.contrast')}
        value={contrast()}
        choices={contrasts.map((value) => ({ value, label: t(`shell.contrast.${value}`) }))}
        onValue={chooseContrast}
      />
      <MenuSeparator />
      <Show
        when={session.state() === 'in'}
        fallback={<MenuItem onSelect={() => navigate('/sign-in')}>{t('shell.signIn')}</MenuItem>}
      >
        <MenuItem onSelect={() => attempt(leave())}>{t('shell.signOut')}</MenuItem>
      </Show>
    </Menu>
  );

  function roleName(role: string): string {
    return role === 'administrator' || role === 'organizer' || role === 'archivist' ? t(`role.${role}`) : role;
  }
}
