// A house without meetings: what this is, and the two ways to begin.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../i18n/language.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

export function NoMeetings(props: { readonly maySchedule: boolean }): JSX.Element {
  const { t } = useWords();
  return (
    <EmptyState heading={1} title={t('list.empty.title')}>
      <p>{t('list.empty.text')}</p>
      <Show when={props.maySchedule} fallback={<p>{t('list.empty.none')}</p>}>
        <div data-component="beginnings">
          <section>
            <h2>{t('list.empty.schedule.title')}</h2>
            <p>{t('list.empty.schedule.text')}</p>
            <ButtonLink variant="primary" href="/meetings/new">
              {t('list.schedule')}
            </ButtonLink>
          </section>
          <section>
            <h2>{t('list.empty.demo.title')}</h2>
            <p>
              <TextWithCommand text={t('list.empty.demo.text', { command: '\u0000' })} />
            </p>
          </section>
        </div>
      </Show>
    </EmptyState>
  );
}

/** A sentence with the command that plays the demonstration set apart where the sentence has it. */
function TextWithCommand(props: { readonly text: string }): JSX.Element {
  const parts = () => props.text.split('\u0000');
  return (
    <>
      {parts()[0]}
      <code>npm run demo</code>
      {parts()[1]}
    </>
  );
}
