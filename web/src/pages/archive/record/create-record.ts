// The record of a meeting as signals: fetched whole, put into a playback, and grown by what is recorded live.

import { isLaterPosition, Playback } from '@rostrum/projections';
import type { MeetingView } from '@rostrum/projections';
import { batch, createEffect, createSignal, on, onCleanup, untrack } from 'solid-js';
import type { Accessor } from 'solid-js';
import { pause } from '../../../api/client.ts';
import { asProblem } from '../../../api/problem.ts';
import type { Problem } from '../../../api/problem.ts';
import type { Session } from '../../../api/session.tsx';
import type { LiveEvent } from '../../../live/live-fold.ts';
import type { PresentMeeting } from '../../../live/use-live.tsx';
import { fetchRecord } from './fetch-record.ts';

export type Loading = {
  readonly events: number;
  readonly bytes: number;
  /** How much of the meeting's own stream has come, from 0 to 1. */
  readonly share: number;
};

export type RecordState =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly problem: Problem }
  | { readonly is: 'ready'; readonly playback: Playback };

export type MeetingRecord = {
  readonly state: Accessor<RecordState>;
  readonly loading: Accessor<Loading>;
  /** How many events there are; grows while the meeting runs. */
  readonly length: Accessor<number>;
  /** Fetches it again. */
  readonly retry: () => void;
};

/** Milliseconds that the live view may be ahead before what is missing is fetched. */
const BEHIND = 1500;

const NOTHING: Loading = { events: 0, bytes: 0, share: 0 };

/** Fetches the record of the meeting that is followed, until the owner of the scope goes. */
export function createRecord(live: PresentMeeting, session: Session): MeetingRecord {
  const [state, setState] = createSignal<RecordState>({ is: 'loading' });
  const [loading, setLoading] = createSignal<Loading>(NOTHING);
  const [length, setLength] = createSignal(0);
  const [attempt, setAttempt] = createSignal(0);
  const retry = () => setAttempt((before) => before + 1);
  /** What was recorded while the record is under way; null while it is not. */
  let meanwhile: LiveEvent[] | null = null;
  let askedAgainFor = '';

  const unsubscribe = live.onRecorded((event) => {
    meanwhile?.push(event);
    const now = untrack(state);
    if (now.is !== 'ready') return;
    now.playback.append(event);
    setLength(now.playback.length);
  });
  onCleanup(unsubscribe);

  // Whoever becomes an officer, or ceases to be one, has another record.
  createEffect(
    on([attempt, live.audience], () => {
      const gone = new AbortController();
      onCleanup(() => gone.abort());
      void load(gone.signal);
    }),
  );

  async function load(signal: AbortSignal): Promise<void> {
    const revisions = untrack(() => live.view().revision) + 1;
    const playback = new Playback();
    const recorded: LiveEvent[] = [];
    meanwhile = recorded;
    setLoading(NOTHING);
    if (untrack(state).is === 'failed') setState({ is: 'loading' });
    try {
      await fetchRecord({
        meetingId: live.meetingId,
        signal,
        onPiece: (events, bytes) => {
          for (const event of events) playback.append(event);
          const share = Math.min(1, (playback.latest.revision + 1) / Math.max(1, revisions));
          setLoading({ events: playback.length, bytes, share });
        },
      });
    } catch (thrown) {
      if (signal.aborted) return;
      const problem = asProblem(thrown);
      if (problem.status === 401) session.lose();
      // What is shown already stays; it is fetched again when it falls behind.
      if (untrack(state).is !== 'ready') setState({ is: 'failed', problem });
      return;
    }
    for (const event of recorded) playback.append(event);
    meanwhile = null;
    batch(() => {
      setLength(playback.length);
      setState({ is: 'ready', playback });
    });
  }

  // A break in the live stream that a new snapshot has closed leaves a hole in the record.
  createEffect(
    on([live.view, state], ([view, now]) => {
      if (now.is !== 'ready' || !isBehind(now.playback, view)) return;
      const waiting = new AbortController();
      onCleanup(() => waiting.abort());
      pause(BEHIND, waiting.signal).then(
        () => {
          const { position } = untrack(live.view);
          if (!isBehind(now.playback, untrack(live.view)) || askedAgainFor === position) return;
          askedAgainFor = position;
          retry();
        },
        () => {},
      );
    }),
  );

  return { state, loading, length, retry };
}

const isBehind = (playback: Playback, view: MeetingView): boolean =>
  isLaterPosition(view.position, playback.latest.position);
