// A meeting followed live, as signals: the view, who one is in it, the connection, and the server's clock.

import { rolesOf } from '@rostrum/events';
import type { Actor, AccountRole, Role, Seat } from '@rostrum/events';
import type { MeetingView } from '@rostrum/projections';
import { batch, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { Accessor } from 'solid-js';
import { sendCommand } from '../api/command.ts';
import type { CommandInput, CommandName, Receipt } from '../api/command.ts';
import type { Session, Who } from '../api/session.tsx';
import { prepareFacesFor } from '../styles/han.ts';
import type { StreamEvent } from './event-stream.ts';
import { follow } from './follow.ts';
import type { Connection } from './follow.ts';
import { hear, isForGood } from './live-fold.ts';
import type { Live, LiveEvent } from './live-fold.ts';
import { createServerClock } from './server-clock.ts';
import { createTick } from './tick.ts';

export type LiveMeeting = {
  readonly meetingId: string;
  /** Null until the snapshot has come. It stays when the connection is lost. */
  readonly view: Accessor<MeetingView | null>;
  /** Who one is, as commands are decided; null until the snapshot has come. */
  readonly me: Accessor<Actor | null>;
  /** What one is in this meeting now. */
  readonly roles: Accessor<readonly Role[]>;
  readonly audience: Accessor<Seat | null>;
  readonly connection: Accessor<Connection>;
  /** Why the server ended the stream: `removed`, `session-ended`; null while it has not. */
  readonly endedBecause: Accessor<string | null>;
  /** Milliseconds since 1970 by the server's clock; reads again each second. */
  readonly serverNow: Accessor<number>;
  /** Tells of each event as it is recorded, once; not of those that the snapshot held. Gives what unsubscribes. */
  readonly onRecorded: (listener: (event: LiveEvent) => void) => () => void;
  /**
   * Sends a command and waits, a moment at most, until the view shows what it did.
   * @param revision decided only while the record is as far as this
   * @throws Problem
   */
  readonly send: <N extends CommandName>(
    name: N,
    data: CommandInput<N>,
    key: string,
    revision?: number,
  ) => Promise<Receipt>;
};

/** Milliseconds that `send` waits for its own effect to come back over the stream. */
const SHOWN_WITHIN = 2000;

/** Follows a meeting until the owner of the scope goes. */
export function createLiveMeeting(meetingId: string, session: Session): LiveMeeting {
  const [live, setLive] = createSignal<Live | null>(null);
  const [connection, setConnection] = createSignal<Connection>({ state: 'connecting' });
  const [endedBecause, setEndedBecause] = createSignal<string | null>(null);
  const clock = createServerClock();
  const serverNow = createTick(clock.now);
  const listeners = new Set<(event: LiveEvent) => void>();
  const gone = new AbortController();
  let position = '';
  onCleanup(() => gone.abort());

  function take(messages: readonly StreamEvent[]): 'end' | void {
    for (const { data } of messages) prepareFacesFor(data);
    const heard = hear(live(), messages);
    if (heard.serverTime !== null) clock.notice(heard.serverTime, true);
    for (const { recordedAt } of heard.recorded) clock.notice(recordedAt);
    position = heard.live?.view.position ?? '';
    batch(() => {
      setLive(heard.live);
      if (heard.ended !== null) setEndedBecause(heard.ended);
    });
    for (const event of heard.recorded) for (const listener of listeners) listener(event);
    if (heard.ended === 'session-ended') session.lose();
    return isForGood(heard) ? 'end' : undefined;
  }

  const begin = () =>
    void follow({
      url: `/api/meetings/${encodeURIComponent(meetingId)}/live`,
      signal: gone.signal,
      onEvents: take,
      onConnection: (next) => {
        setConnection(next);
        if (next.state === 'ended' && next.problem?.status === 401) session.lose();
      },
      onDate: (date) => clock.notice(date, true),
      now: clock.now,
      onWake: (wake) => {
        window.addEventListener('online', wake);
        return () => window.removeEventListener('online', wake);
      },
    });
  begin();
  // Whoever comes back after the session had ended follows again from a new snapshot.
  createEffect(
    on(session.state, (now, before) => {
      if (before !== 'ended' || now !== 'in') return;
      setEndedBecause(null);
      begin();
    }),
  );

  const view = createMemo(() => live()?.view ?? null);
  const me = createMemo(() => actorOf(live(), session.who(), meetingId));
  const roles = createMemo(
    () => {
      const actor = me();
      const meeting = view()?.meeting;
      return actor && meeting ? rolesOf(actor, meeting) : [];
    },
    [],
    {
      equals: (before, after) => before.length === after.length && before.every((role, place) => role === after[place]),
    },
  );

  const onRecorded = (listener: (event: LiveEvent) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  return {
    meetingId,
    view,
    me,
    roles,
    audience: () => live()?.audience ?? null,
    connection,
    endedBecause,
    serverNow,
    onRecorded,
    send: async (name, data, key, revision) => {
      const receipt = await sendCommand(session.client, meetingId, name, data, key, revision);
      await shown(receipt, () => position, onRecorded);
      return receipt;
    },
  };
}

/** The actor as `decide` knows it: the stream says who is looking, the session which roles an account and which venue a steward has. */
function actorOf(live: Live | null, who: Who | null, meetingId: string): Actor | null {
  if (!live) return null;
  const { kind, id, name } = live.me;
  if (kind === 'attendee') return { kind, id, meetingId, name };
  if (kind !== 'account') return { kind, id, meetingId, name, venueId: who?.venueId ?? null };
  return { kind, id, name, roles: (who?.roles ?? []) as AccountRole[] };
}

/** Resolves once the view has passed the receipt's position, or when that takes too long: the command stands anyway. */
function shown(
  { position, events }: Receipt,
  reached: () => string,
  onRecorded: LiveMeeting['onRecorded'],
): Promise<void> {
  const passed = () => BigInt(reached() || '-1') >= BigInt(position);
  if (events.length === 0 || passed()) return Promise.resolve();
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(settle, SHOWN_WITHIN);
    const unsubscribe = onRecorded(() => {
      if (passed()) settle();
    });
  });
}
