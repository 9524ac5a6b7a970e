// The session is over: how one comes back depends on how one came in.

import { useLocation } from '@solidjs/router';
import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useSession } from '../api/session.tsx';
import { useWords } from '../i18n/language.tsx';
import { ButtonLink } from './button-link.tsx';
import { EmptyState } from './empty-state.tsx';

export function StateEnded(): JSX.Element {
  const { t } = useWords();
  const session = useSession();
  const location = useLocation();
  const byLink = () => session.who()?.kind === 'attendee';
  return (
    <EmptyState
      heading={1}
      title={t('state.ended.title')}
      actions={
        <Show when={!byLink()}>
          <ButtonLink
            variant="primary"
            href={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}
          >
            {t('shell.signIn')}
          </ButtonLink>
        </Show>
      }
    >
      <p>{byLink() ? t('state.ended.attendee') : t('state.ended.account')}</p>
    </EmptyState>
  );
}
