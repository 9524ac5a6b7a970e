// One hand that is up: who, what for, since when, how long they have spoken already, and what can be done.

import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { useMarks } from '../../../meeting/marks.ts';
import { personOf, unitName } from '../../../meeting/people.ts';
import { useDesk } from '../desk-context.tsx';
import { limitFor } from '../now/speaking-time.ts';
import { useDeskWords } from '../words.ts';
import { budgetLeft, whyHere } from './why-here.ts';

export type HandProps = {
  readonly requestId: string;
  readonly number: number;
  /** The request above; undefined for the first. */
  readonly before: string | undefined;
  /** The request after the one below; null where there is none. */
  readonly afterNext: string | null;
  readonly last: boolean;
};

export function Hand(props: HandProps): JSX.Element {
  const { t, formats } = useWords();
  const own = useDeskWords();
  const live = useLive();
  const desk = useDesk();
  const marks = useMarks();
  const meeting = () => live.view().meeting;
  const request = createMemo(() => meeting().floor.requests.find(({ requestId }) => requestId === props.requestId));
  const name = () => personOf(meeting(), request()?.speakerId ?? '')?.name ?? '';
  const byHand = () => (meeting().floor.discipline === 'chair' ? undefined : own('waiting.notByHand'));
  const about = () => {
    const now = request();
    if (!now) return '';
    const spoken = meeting().floor.spokenSeconds.get(now.speakerId) ?? 0;
    const unit = unitName(personOf(meeting(), now.speakerId)?.unit ?? '');
    const budget = budgetLeft(now.speakerId, meeting(), live.view().at ?? now.at);
    return [
      ...(unit === name() ? [] : [unit]),
      ...(budget === null
        ? []
        : [
            budget < 0
              ? own('waiting.budgetOver', { time: clock(-budget) })
              : own('waiting.budgetLeft', { time: clock(budget) }),
          ]),
      own('waiting.since', { time: clock((live.serverNow() - Date.parse(now.at)) / 1000) }),
      spoken === 0 ? own('waiting.first') : own('waiting.spoken', { time: clock(spoken) }),
    ].join(' · ');
  };
  const why = () => {
    const now = request();
    if (!now) return '';
    const reason = whyHere(now, meeting());
    switch (reason.by) {
      case 'asked':
        return own('waiting.why.asked', { time: formats(meeting().lifecycle.timeZone).time(reason.at) });
      case 'precedence':
        return own('waiting.why.precedence', { number: reason.number });
      case 'spoken':
        return own('waiting.why.spoken', { time: clock(reason.seconds) });
      default:
        return own(`waiting.why.${reason.by}`);
    }
  };
  return (
    <Show when={request()}>
      {(hand) => (
        <li data-marked={marks.by(props.requestId)}>
          <div data-part="hand">
            <span data-part="number">{props.number}</span>
            <span data-part="name">{name()}</span>
            <span data-part="for" data-urgent={hand().kind === 'point-of-order' ? '' : undefined}>
              {t(`request.${hand().kind}`)}
            </span>
          </div>
          <Show when={hand().note}>
            <p data-part="note">{hand().note}</p>
          </Show>
          <p data-part="about">{about()}</p>
          <p data-part="about">{why()}</p>
          <div data-part="deeds">
            <CommandButton
              command="give-floor"
              input={{
                requestId: props.requestId,
                limitSeconds: limitFor(desk.speakingTime(), hand().speakerId, meeting()),
              }}
              size="small"
              refusal="over"
              aria-label={own('floor.giveTo', { name: name() })}
            >
              {own('waiting.give')}
            </CommandButton>
            <CommandButton
              command="dismiss-request"
              input={{ requestId: props.requestId }}
              size="small"
              variant="quiet"
              refusal="over"
              aria-label={own('waiting.dismissOf', { name: name() })}
            >
              {own('waiting.dismiss')}
            </CommandButton>
            <DismissWithReason requestId={props.requestId} name={name()} />
            <CommandButton
              command="move-request"
              input={{ requestId: props.requestId, beforeRequestId: props.before ?? props.requestId }}
              because={byHand() ?? (props.before === undefined ? own('waiting.isFirst') : undefined)}
              size="small"
              variant="quiet"
              square
              refusal="over"
              aria-label={own('waiting.moveUp', { name: name() })}
            >
              <span aria-hidden="true">↑</span>
            </CommandButton>
            <CommandButton
              command="move-request"
              input={{ requestId: props.requestId, beforeRequestId: props.afterNext }}
              because={byHand() ?? (props.last ? own('waiting.isLast') : undefined)}
              size="small"
              variant="quiet"
              square
              refusal="over"
              aria-label={own('waiting.moveDown', { name: name() })}
            >
              <span aria-hidden="true">↓</span>
            </CommandButton>
          </div>
        </li>
      )}
    </Show>
  );
}

function DismissWithReason(props: { readonly requestId: string; readonly name: string }): JSX.Element {
  const own = useDeskWords();
  const desk = useDesk();
  return (
    <button
      type="button"
      data-component="button"
      data-variant="quiet"
      data-size="small"
      data-square=""
      aria-haspopup="dialog"
      aria-label={own('waiting.dismissWith', { name: props.name })}
      onClick={() => desk.openForm('dismiss-request', { requestId: props.requestId })}
    >
      …
    </button>
  );
}
