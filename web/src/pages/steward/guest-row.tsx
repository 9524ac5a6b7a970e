// One person at the door: one press checks them in. What is under way, what went through and what did not stands on the
// very row; nothing waits unseen.

import { createMemo, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../api/action.ts';
import { useRefusals } from '../../i18n/refusals.ts';
import { useLive } from '../../live/use-live.tsx';
import { useMarks } from '../../meeting/marks.ts';
import { unitName } from '../../meeting/people.ts';
import { Button } from '../../ui/button.tsx';
import { isHere } from './door.ts';
import type { Guest } from './door.ts';
import { useStewardWords } from './words.tsx';

export type GuestRowProps = {
  readonly guest: Guest;
  readonly venueId: string | null;
  /** False before the meeting is convened, and after it. */
  readonly open: boolean;
  /** Somebody dealt with this person: the row stays where it is. */
  readonly onTouched: () => void;
};

export function GuestRow(props: GuestRowProps): JSX.Element {
  const { d, formats } = useStewardWords();
  const live = useLive();
  const marks = useMarks();
  const sentence = useRefusals();
  const id = () => props.guest.rosterId;
  const venue = () => (props.venueId === null ? {} : { venueId: props.venueId });
  const checkIn = createAction((key) => live.send('check-in', { attendeeId: id(), ...venue() }, key));
  const checkOut = createAction((key) => live.send('check-out', { attendeeId: id() }, key));
  const run = (action: typeof checkIn) => {
    props.onTouched();
    checkIn.dismiss();
    checkOut.dismiss();
    void action.run();
  };
  const here = () => isHere(props.guest, props.venueId);
  const pending = () => checkIn.busy() || checkOut.busy();
  const problem = () => checkIn.problem() ?? checkOut.problem();
  const state = () => (pending() ? 'pending' : problem() ? 'failed' : here() ? 'here' : 'away');
  const venueName = (venueId: string) => live.view().meeting.roster.venues.get(venueId)?.name ?? venueId;
  const time = createMemo(() => {
    const since = props.guest.at?.since;
    return since === undefined ? '' : formats(live.view().meeting.lifecycle.timeZone).time(since);
  });

  const status = (): string | null => {
    const { at, away, expected, online, venueId, substitute } = props.guest;
    if (here()) return d('row.here', { time: time() });
    if (at) return d('row.elsewhere', { venue: venueName(at.venueId) });
    if (away !== null) return d(`row.${away}`);
    if (substitute) return d('row.substitute', { name: substitute.name });
    if (online) return d('row.online');
    if (expected) return null;
    return venueId === null ? d('row.remote') : d('row.expectedAt', { venue: venueName(venueId) });
  };
  const about = () =>
    [props.guest.title, unitName(props.guest.unit)].filter((text) => text !== null && text !== '').join(' · ');

  const Words = () => (
    <span data-part="who">
      <span data-part="name" dir="auto">
        {props.guest.name}
      </span>
      <span data-part="about" dir="auto">
        {about()}
      </span>
      <Show when={status()}>
        {(text) => (
          <span data-part="status">
            {text()}
            <Show when={marks.by(id())}>{(by) => <span data-part="by"> {d('row.by', { name: by() })}</span>}</Show>
          </span>
        )}
      </Show>
    </span>
  );

  return (
    <li data-component="guest-row" data-state={state()} data-marked={marks.by(id())}>
      <Show
        when={!here()}
        fallback={
          <div data-part="line">
            <span data-part="sign" aria-hidden="true" />
            <Words />
            <Button
              variant="quiet"
              aria-label={d('row.undoOf', { name: props.guest.name })}
              disabled={!props.open || pending()}
              onClick={() => run(checkOut)}
            >
              {d('row.undo')}
            </Button>
          </div>
        }
      >
        <button
          type="button"
          data-part="line"
          disabled={!props.open || props.venueId === null}
          aria-busy={pending() || undefined}
          onClick={() => run(checkIn)}
        >
          <span data-part="sign" aria-hidden="true" />
          <Words />
          <span data-part="deed">{d('row.checkIn')}</span>
        </button>
      </Show>
      <p data-part="course" role="status">
        <Switch>
          <Match when={pending()}>{d('row.pending')}</Match>
          <Match when={problem()}>
            {(failed) => (
              <>
                <span>
                  <strong>{d('row.failed')}</strong> {sentence(failed())}
                </span>
                <Button size="small" onClick={() => run(checkOut.problem() ? checkOut : checkIn)}>
                  {d('row.retry')}
                </Button>
              </>
            )}
          </Match>
        </Switch>
      </p>
    </li>
  );
}
