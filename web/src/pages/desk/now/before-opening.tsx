// Before the opening: when it is planned, who is there, and what it still needs.

import { countPresent } from '@rostrum/events';
import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { personOf } from '../../../meeting/people.ts';
import { Notice } from '../../../ui/notice.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';
import { Countdown } from './countdown.tsx';

export function BeforeOpening(): JSX.Element {
  const { formats } = useWords();
  const t = useDeskWords();
  const live = useLive();
  const meeting = () => live.view().meeting;
  const lifecycle = () => meeting().lifecycle;
  const present = createMemo(() => countPresent(meeting(), live.view().attendance));
  const chair = () => {
    const { chair: rosterId } = meeting().officers;
    return rosterId === null ? null : (personOf(meeting(), rosterId)?.name ?? rosterId);
  };
  const short = () => lifecycle().quorum !== null && present() < lifecycle().quorum!;
  return (
    <div data-part="before">
      <p data-part="status">{t(lifecycle().status === 'draft' ? 'before.draft' : 'before.convened')}</p>
      <h2>
        {t('before.plannedAt', {
          time: formats(lifecycle().timeZone).time(lifecycle().startsAt),
          day: formats(lifecycle().timeZone).longDay(lifecycle().startsAt),
        })}
      </h2>
      <Countdown to={lifecycle().startsAt} />
      <dl>
        <div>
          <dt>{t('before.chair')}</dt>
          <dd>{chair() ?? t('before.noChair')}</dd>
        </div>
        <div>
          <dt>{t('presence.title')}</dt>
          <dd>
            {t('presence.here', { count: present() })}
            <Show when={lifecycle().quorum}>
              {(quorum) => <span data-part="quorum">{t('presence.quorum', { quorum: quorum() })}</span>}
            </Show>
          </dd>
        </div>
      </dl>
      <Show when={short() && lifecycle().status === 'convened'}>
        <Notice variant="warn">{t('before.short', { present: present(), quorum: lifecycle().quorum ?? 0 })}</Notice>
      </Show>
      <div data-part="deeds">
        <Show
          when={lifecycle().status === 'convened'}
          fallback={
            <FormButton command="convene-meeting" size="large" variant="plain">
              {t('before.convene')}
            </FormButton>
          }
        >
          <Show
            when={short()}
            fallback={
              <CommandButton command="open-meeting" input={{}} size="large">
                {t('before.open')}
              </CommandButton>
            }
          >
            <FormButton command="open-meeting" size="large" variant="plain">
              {t('before.openAnyway')}
            </FormButton>
          </Show>
        </Show>
        <FormButton command="appoint-officer" given={{ office: chair() === null ? 'chair' : 'deputy' }} size="large">
          {t('officers.appoint')}
        </FormButton>
      </div>
    </div>
  );
}
