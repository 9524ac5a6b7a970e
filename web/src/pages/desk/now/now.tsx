// What is on now: before the opening what it waits for, then the open item and who has the floor, in a recess when it goes
// on, and after the closing what is left to do.

import { Match, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { AfterClosing } from './after-closing.tsx';
import { BeforeOpening } from './before-opening.tsx';
import { InRecess } from './in-recess.tsx';
import { OpenItem } from './open-item.tsx';
import './now.css';

export function Now(): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const status = () => live.view().meeting.lifecycle.status;
  return (
    <section data-component="desk-now" aria-label={t('meeting.onNow')}>
      <Switch fallback={<AfterClosing />}>
        <Match when={status() === 'draft' || status() === 'convened'}>
          <BeforeOpening />
        </Match>
        <Match when={status() === 'recess'}>
          <InRecess />
        </Match>
        <Match when={status() === 'open'}>
          <OpenItem />
        </Match>
      </Switch>
    </section>
  );
}
