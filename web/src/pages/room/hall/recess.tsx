// In recess: when the meeting goes on, and with what.

import { agendaProgress } from '@rostrum/projections';
import { createMemo, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../../../i18n/format.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { ToDesk } from './to-desk.tsx';

export function Recess(): JSX.Element {
  const { r, formats } = useRoomWords();
  const { live, meeting, gesture, minute } = useRoom();
  const recess = () => meeting().lifecycle.recesses.at(-1);
  const left = () => {
    const resumesAt = recess()?.resumesAt;
    return resumesAt ? Math.ceil((Date.parse(resumesAt) - live.serverNow()) / 1000) : null;
  };
  const next = createMemo(() => {
    const { items } = agendaProgress(live.view(), new Date(minute()).toISOString());
    return items.find(({ status }) => status === 'open') ?? items.find(({ status }) => status === 'planned');
  });
  const kept = () => {
    const now = gesture();
    return now.is === 'recess' && now.place !== null;
  };
  return (
    <div data-component="before">
      <header>
        <p data-part="organisation">{meeting().lifecycle.title}</p>
        <h1>{r('recess.title')}</h1>
        <Show when={recess()?.reason}>{(reason) => <p data-part="when">{reason()}</p>}</Show>
        <ToDesk />
      </header>
      <div data-part="wait">
        <Switch fallback={<p data-part="figure">{r('recess.open')}</p>}>
          <Match when={left() !== null && (left() ?? 0) <= 0}>
            <p data-part="figure">{r('recess.overdue')}</p>
          </Match>
          <Match when={recess()?.resumesAt}>
            {(resumesAt) => (
              <>
                <p data-part="figure">
                  {r('recess.until', { time: formats(meeting().lifecycle.timeZone).time(resumesAt()) })}
                </p>
                <p data-part="label" role="timer">
                  {r('recess.left', { time: clock(Math.max(0, left() ?? 0)) })}
                </p>
              </>
            )}
          </Match>
        </Switch>
        <Show when={kept()}>
          <p data-part="aside">{r('recess.kept')}</p>
        </Show>
      </div>
      <Show when={next()}>
        {(item) => (
          <dl data-part="facts">
            <div>
              <dt>{r('now.next')}</dt>
              <dd>{item().title}</dd>
            </div>
          </dl>
        )}
      </Show>
    </div>
  );
}
