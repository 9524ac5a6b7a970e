// What is still open before the meeting is convened, and the step itself.

import { createSignal, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { rulesNow, standingIn } from '../../../meeting/deed.ts';
import { useReason } from '../../../meeting/reasons.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { onGoingOn } from '../form/going-on.ts';
import { Section } from '../section.tsx';
import { usePrepareWords } from '../words.tsx';
import { CheckList } from './check-list.tsx';
import { ConveneDialog } from './convene-dialog.tsx';
import { useChecks } from './use-checks.ts';
import './convening.css';

export function ConveningSection(): JSX.Element {
  const { p, formats } = usePrepareWords();
  const live = useLive();
  const checks = useChecks();
  const reasonFor = useReason();
  const [asking, setAsking] = createSignal(false);
  onGoingOn((section) => {
    if (section === 'convening') setAsking(true);
  });
  const lifecycle = () => live.view().meeting.lifecycle;
  const base = () => `/meetings/${encodeURIComponent(live.meetingId)}`;
  const when = (instant: string) => {
    const format = formats(lifecycle().timeZone);
    return `${format.day(instant)}, ${format.time(instant)}`;
  };
  const reason = () => {
    const standing = standingIn(live);
    const verdict = standing && rulesNow()?.verdictOn('convene-meeting', {}, standing);
    return verdict?.is === 'refused' ? reasonFor(verdict.refusal) : undefined;
  };

  return (
    <Section id="convening" lead={lifecycle().status === 'draft' ? p('convening.lead') : undefined}>
      <Show when={checks().length > 0}>
        <CheckList checks={checks()} />
      </Show>
      <Switch>
        <Match when={lifecycle().status === 'draft'}>
          <div data-component="convene">
            <Button variant="primary" size="large" reason={reason()} onClick={() => setAsking(true)}>
              {p('convening.convene')}
            </Button>
          </div>
        </Match>
        <Match when={lifecycle().status === 'cancelled'}>
          <p>{p('convening.cancelled', { reason: lifecycle().cancelledBecause ?? '' })}</p>
        </Match>
        <Match when={lifecycle().convenedAt}>
          {(convenedAt) => (
            <div data-component="convene">
              <p>
                <Badge tone="done">{p('convening.convened', { when: when(convenedAt()) })}</Badge>
              </p>
              <Show when={lifecycle().notice}>{(notice) => <blockquote>{notice()}</blockquote>}</Show>
              <Show when={lifecycle().status === 'convened'}>
                <ButtonLink variant="primary" size="large" href={`${base()}/desk`}>
                  {p('convening.toDesk')}
                </ButtonLink>
              </Show>
            </div>
          )}
        </Match>
      </Switch>
      <ConveneDialog open={asking()} onOpenChange={setAsking} />
    </Section>
  );
}
