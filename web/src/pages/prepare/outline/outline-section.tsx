// What the meeting is and when: shown, revised, moved to another time, called off.

import { createSignal, For, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { languages } from '../../../i18n/words.ts';
import type { Language } from '../../../i18n/words.ts';
import { useLive } from '../../../live/use-live.tsx';
import { Button } from '../../../ui/button.tsx';
import { onGoingOn } from '../form/going-on.ts';
import { Section } from '../section.tsx';
import { stageOf } from '../sections.ts';
import { whenText } from '../when.ts';
import { usePrepareWords } from '../words.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { OutlineForm } from './outline-form.tsx';
import { TermForm } from './term-form.tsx';
import './outline.css';

export function OutlineSection(): JSX.Element {
  const { t, p, formats, names } = usePrepareWords();
  const live = useLive();
  const [editing, setEditing] = createSignal<'outline' | 'term' | null>(null);
  const [cancelling, setCancelling] = createSignal(false);
  const meeting = () => live.view().meeting.lifecycle;
  const before = () => stageOf(live.view().meeting) === 'before';
  const languageName = (tag: string) => (Object.hasOwn(languages, tag) ? languages[tag as Language] : tag);
  const close = () => setEditing(null);
  onGoingOn((section, id) => {
    if (section === 'outline') setEditing(id === 'term' ? 'term' : 'outline');
  });

  return (
    <Section
      id="outline"
      tools={
        <Show when={before() && editing() === null}>
          <Button size="small" onClick={() => setEditing('outline')}>
            {p('outline.revise')}
          </Button>
          <Button size="small" onClick={() => setEditing('term')}>
            {p('outline.reschedule')}
          </Button>
          <Button size="small" variant="danger" onClick={() => setCancelling(true)}>
            {p('outline.cancel')}
          </Button>
        </Show>
      }
    >
      <Switch>
        <Match when={editing() === 'outline'}>
          <OutlineForm onClose={close} />
        </Match>
        <Match when={editing() === 'term'}>
          <TermForm onClose={close} />
        </Match>
        <Match when={editing() === null}>
          <dl data-component="outline-facts">
            <Fact name={t('schedule.name')}>{meeting().title}</Fact>
            <Fact name={t('schedule.organisation')}>{meeting().organisation}</Fact>
            <Show when={meeting().purpose.length > 0}>
              <Fact name={t('schedule.purpose')}>
                <ul>
                  <For each={meeting().purpose}>{(purpose) => <li>{purpose}</li>}</For>
                </ul>
              </Fact>
            </Show>
            <Fact name={t('schedule.when')}>
              <time datetime={meeting().startsAt}>{whenText(meeting(), formats(meeting().timeZone))}</time>{' '}
              <span data-part="aside">{meeting().timeZone.replaceAll('_', ' ')}</span>
            </Fact>
            <Fact name={t('schedule.form')}>{t(`form.${meeting().form}`)}</Fact>
            <Fact name={t('schedule.quorum')}>
              <Show when={meeting().quorum} fallback={p('outline.noQuorum')}>
                {(quorum) => p('outline.quorum', { count: quorum() })}
              </Show>
            </Fact>
            <Fact name={t('schedule.languages')}>{names().list(meeting().languages.map(languageName))}</Fact>
          </dl>
        </Match>
      </Switch>
      <CancelDialog open={cancelling()} onOpenChange={setCancelling} />
    </Section>
  );
}

function Fact(props: { readonly name: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
