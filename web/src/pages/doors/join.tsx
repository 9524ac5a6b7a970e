// Coming in by a personal link: its secret is exchanged for a session, and the room opens.

import { useNavigate } from '@solidjs/router';
import { createEffect, on, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../api/action.ts';
import { useSession } from '../../api/session.tsx';
import { useWords } from '../../i18n/language.tsx';
import { useRefusals } from '../../i18n/refusals.ts';
import { ownPage } from '../../shell/own-page.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { StateLoading } from '../../ui/state-loading.tsx';
import { useSecretInAddress } from './secret-in-address.ts';

export default function JoinPage(): JSX.Element {
  const { t } = useWords();
  const session = useSession();
  const sentence = useRefusals();
  const navigate = useNavigate();
  const secret = useSecretInAddress();
  usePageTitle(() => t('join.title'));

  const comeIn = createAction(async () => {
    const who = await session.open({ link: secret() });
    const room = who.meetingId === undefined ? '/' : `/meetings/${encodeURIComponent(who.meetingId)}/room`;
    navigate(ownPage(who) ?? room, { replace: true });
  });
  createEffect(
    on(secret, (link) => {
      if (link !== '') void comeIn.run();
    }),
  );

  return (
    <Show
      when={secret() !== ''}
      fallback={
        <EmptyState heading={1} title={t('join.noToken.title')}>
          <p>{t('join.noToken.text')}</p>
        </EmptyState>
      }
    >
      <Show when={comeIn.problem()} fallback={<StateLoading />}>
        {(problem) => (
          <EmptyState
            heading={1}
            title={t('join.failed.title')}
            actions={<Button onClick={() => void comeIn.run()}>{t('state.retry')}</Button>}
          >
            <p role="alert">{sentence(problem())}</p>
          </EmptyState>
        )}
      </Show>
    </Show>
  );
}
