// From the messages of a meeting's live stream to the meeting as it stands: the snapshot first, then every event folded
// by the very code the server folds with. Pure; what is delivered twice counts once.

import { reviveLedgers } from '@rostrum/events';
import type { Actor, Seat } from '@rostrum/events';
import { evolveView, isLaterPosition } from '@rostrum/projections';
import type { MeetingView, ViewEvent } from '@rostrum/projections';
import type { StreamEvent } from './event-stream.ts';

/** Who the server says is looking. */
export type Looking = { readonly kind: Exclude<Actor['kind'], 'system'>; readonly id: string; readonly name: string };

/** An event as it travels: with who did it, and when the server wrote it. */
export type LiveEvent = ViewEvent & { readonly position: string; readonly recordedAt: string };

export type Live = { readonly view: MeetingView; readonly audience: Seat; readonly me: Looking };

export type Heard = {
  /** Null before the snapshot. */
  readonly live: Live | null;
  /** What was recorded since, in order, each event once. */
  readonly recorded: readonly LiveEvent[];
  /** The server's clock in a snapshot that has just come; null where none did. */
  readonly serverTime: string | null;
  /** Why the server ends the stream; null while it does not. */
  readonly ended: string | null;
};

type Snapshot = Live & { readonly serverTime: string };

/** What some more messages make of it. Messages of unknown types are passed over. */
export function hear(live: Live | null, messages: readonly StreamEvent[]): Heard {
  let heard: Heard = { live, recorded: [], serverTime: null, ended: null };
  for (const message of messages) heard = (hearing[message.type] ?? same)(heard, message.data);
  return heard;
}

const same = (heard: Heard): Heard => heard;

const hearing: Readonly<Partial<Record<string, (heard: Heard, data: string) => Heard>>> = {
  snapshot: (heard, data) => {
    const { view, audience, me, serverTime } = JSON.parse(data, reviveLedgers) as Snapshot;
    return { ...heard, live: { view, audience, me }, serverTime };
  },
  recorded: (heard, data) => {
    const event = JSON.parse(data) as LiveEvent;
    if (!heard.live || !isLaterPosition(event.position, heard.live.view.position)) return heard;
    const view = evolveView(heard.live.view, event);
    return { ...heard, live: { ...heard.live, view }, recorded: [...heard.recorded, event] };
  },
  ended: (heard, data) => ({ ...heard, ended: reasonIn(data) }),
};

/** Reasons for which the server will not have this reader back. For any other it is asked again, and says what there is to say. */
const FOR_GOOD: ReadonlySet<string> = new Set(['removed', 'session-ended']);

/** True where there is no use in connecting again. */
export const isForGood = ({ ended }: Pick<Heard, 'ended'>): boolean => ended !== null && FOR_GOOD.has(ended);

function reasonIn(data: string): string {
  const { reason } = JSON.parse(data) as { readonly reason?: unknown };
  return typeof reason === 'string' ? reason : 'ended';
}
