// After the closing: nothing is rewritten any more. What is wrong is corrected beside what stands, and the minutes are signed.

import { A } from '@solidjs/router';
import { speechesOf } from '@rostrum/projections';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';

const OFFICES = ['chair', 'secretary'] as const;

export function AfterClosing(): JSX.Element {
  const { t: common, formats } = useWords();
  const t = useDeskWords();
  const live = useLive();
  const meeting = () => live.view().meeting;
  const lifecycle = () => meeting().lifecycle;
  const moment = (instant: string) => {
    const { day, time } = formats(lifecycle().timeZone);
    return `${day(instant)}, ${time(instant)}`;
  };
  /** Speeches of which the minutes would say only that they were held. */
  const silent = createMemo(() => speechesOf(meeting()).filter(({ points }) => points.length === 0).length);
  const signatureOf = (office: (typeof OFFICES)[number]) =>
    meeting().minutes.signatures.find((signature) => signature.office === office);
  return (
    <div data-part="before">
      <p data-part="status">{common(`status.${lifecycle().status}`)}</p>
      <Show when={lifecycle().closedAt} fallback={<h2>{lifecycle().cancelledBecause}</h2>}>
        {(closedAt) => <h2>{t('after.closedAt', { time: moment(closedAt()) })}</h2>}
      </Show>
      <Show when={lifecycle().closedAt !== null}>
        <dl>
          <For each={OFFICES}>
            {(office) => (
              <div>
                <dt>{t('after.signature', { office: common(`office.${office}`) })}</dt>
                <dd>
                  <Show when={signatureOf(office)} fallback={<Badge tone="waiting">{t('after.unsigned')}</Badge>}>
                    {(signature) => (
                      <Badge tone="done">
                        {signature().signerName}, {moment(signature().at)}
                      </Badge>
                    )}
                  </Show>
                </dd>
              </div>
            )}
          </For>
        </dl>
        <Show when={lifecycle().status === 'closed' && silent() > 0}>
          <p data-part="about">{t('after.withoutPoints', { count: silent() })}</p>
        </Show>
        <div data-part="deeds">
          <FormButton command="sign-minutes" size="large" variant="plain">
            {t('after.sign')}
          </FormButton>
          <FormButton command="record-correction" size="large" variant="plain">
            {t('after.correct')}
          </FormButton>
        </div>
        <p>
          <A href={`/meetings/${encodeURIComponent(live.meetingId)}/archive`}>{t('after.archive')}</A>
        </p>
        <Show when={lifecycle().corrections.length > 0}>
          <section data-part="corrections" aria-labelledby="desk-corrections">
            <header>
              <h3 id="desk-corrections">{t('after.corrections')}</h3>
            </header>
            <ol>
              <For each={lifecycle().corrections}>
                {(correction) => (
                  <li>
                    <del>{correction.oldValue}</del> <ins>{correction.newValue}</ins>
                    <p>{correction.reason}</p>
                  </li>
                )}
              </For>
            </ol>
          </section>
        </Show>
      </Show>
    </div>
  );
}
