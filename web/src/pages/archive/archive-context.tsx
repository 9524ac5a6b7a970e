// The archive of one meeting: its whole record, the moment that is shown of it, and all that follows from the two.

import type { Instant } from '@rostrum/events';
import { instantOf, timeline } from '@rostrum/projections';
import type { MeetingView, Playback, Timeline } from '@rostrum/projections';
import { useLocation } from '@solidjs/router';
import { createContext, createMemo, createSignal, untrack, useContext } from 'solid-js';
import type { Accessor } from 'solid-js';
import { useWords } from '../../i18n/language.tsx';
import type { PresentMeeting } from '../../live/use-live.tsx';
import { axisOf, isSameAxis } from './axis/axis.ts';
import type { Axis } from './axis/axis.ts';
import { sittingOf } from './axis/sitting.ts';
import { momentOf, searchOf } from './moment/address.ts';
import { callsFrom } from './moment/calls.ts';
import { createPlayer } from './moment/create-player.ts';
import type { Player } from './moment/create-player.ts';
import { momentAfter, momentAt } from './moment/moment.ts';
import type { Moment } from './moment/moment.ts';
import { createSettled } from './moment/settled.ts';
import { createSlices } from './moment/slices.ts';
import type { Slices } from './moment/slices.ts';
import { useAddress } from './moment/use-address.ts';

export type Archive = {
  readonly meetingId: string;
  readonly playback: Playback;
  /** How many events there are; whatever reads the playback reads this first. */
  readonly length: Accessor<number>;
  readonly latest: Accessor<MeetingView>;
  readonly timeline: Accessor<Timeline>;
  readonly axis: Accessor<Axis>;
  /** The latest instant that can be stood at, in milliseconds: the last event, or now while the meeting runs. */
  readonly end: Accessor<number>;
  /** True while the meeting is open or in recess. */
  readonly running: Accessor<boolean>;
  /** The places after the calls of items. */
  readonly calls: Accessor<readonly number[]>;

  readonly moment: Accessor<Moment>;
  /** True where the latest is shown, and stays shown as more is recorded. */
  readonly isLatest: Accessor<boolean>;
  /** The meeting as it stood, and its parts. */
  readonly view: Accessor<MeetingView>;
  readonly parts: Slices;
  /** The clock of the moment in whole seconds, in milliseconds, and as an instant. */
  readonly second: Accessor<number>;
  readonly at: Accessor<Instant>;
  /** The calendar day, `2021-05-26`, on which a time needs no date: the meeting's, or of several that of the moment. */
  readonly day: Accessor<string>;
  /** The moment once it rests: for what takes longer than a frame to work out. */
  readonly settled: Accessor<{ readonly view: MeetingView; readonly at: Instant }>;
  readonly player: Player;
  /** Goes to a moment and stops playing; null: the latest. */
  readonly go: (moment: Moment | null) => void;
  readonly goTo: (ms: number) => void;
};

/** Milliseconds after which a meeting that nobody closed no longer goes on: its record ends with its last event. */
const FORGOTTEN = 12 * 3_600_000;

/** Milliseconds by which the line grows while the meeting runs. */
const STEP = 300_000;

const ArchiveContext = createContext<Archive>();

export const ArchiveProvider = ArchiveContext.Provider;

/** The archive, for every part of the page. Throws outside of it. */
export function useArchive(): Archive {
  const archive = useContext(ArchiveContext);
  if (!archive) throw new Error('useArchive is called outside of the archive.');
  return archive;
}

/**
 * The archive of a record that has been fetched.
 * @param length grows with the playback
 */
export function createArchive(live: PresentMeeting, playback: Playback, length: Accessor<number>): Archive {
  const { formats } = useWords();
  const location = useLocation();
  const latest = createMemo(() => (length(), playback.latest));
  const running = createMemo(() => ['open', 'recess'].includes(latest().meeting.lifecycle.status));
  const lastEvent = createMemo(() => Date.parse(latest().at ?? ''));
  const end = createMemo(() => {
    const now = live.serverNow();
    return running() && now > lastEvent() && now - lastEvent() < FORGOTTEN ? now : lastEvent();
  });
  const lanes = createMemo(() => timeline(latest(), latest().at ?? ''));
  // The line grows by steps: were it longer each second, all of it would be drawn again each second.
  const reach = createMemo(() => (running() ? Math.ceil(end() / STEP) * STEP : end()));
  const sitting = createMemo(() => sittingOf(latest(), lanes(), reach()), undefined, {
    equals: (before, after) => before.from === after.from && before.to === after.to,
  });
  const instants = createMemo(() => (length(), clockTimes(playback)));
  const axis = createMemo(
    () => axisOf(sitting(), instants(), latest().meeting.lifecycle.openedAt !== null),
    undefined,
    { equals: isSameAxis },
  );
  let known: readonly number[] = [];
  let read = 0;
  const calls = createMemo(() => {
    const more = callsFrom(playback, read);
    read = length();
    return (known = more.length === 0 ? known : [...known, ...more]);
  });

  // Null stands for the latest, which moves on.
  const [chosen, setChosen] = createSignal<Moment | null>(untrack(() => momentOf(playback, location.search, end())));
  const moment = createMemo<Moment>(() => chosen() ?? { count: length(), ms: end() });
  const count = createMemo(() => moment().count);
  const view = createMemo(() => (count() === length() ? latest() : playback.viewAfter(count())));
  const second = createMemo(() => Math.floor(moment().ms / 1000) * 1000);

  const at = createMemo(() => new Date(second()).toISOString());
  const day = createMemo(() => {
    const { timeZone, openedAt, closedAt, startsAt, endsAt } = latest().meeting.lifecycle;
    const [first, last] = [
      openedAt ?? startsAt,
      closedAt ?? (openedAt === null ? endsAt : (latest().at ?? endsAt)),
    ].map((instant) => formats(timeZone).isoDay(instant)) as [string, string];
    return first === last ? first : formats(timeZone).isoDay(at());
  });

  const show = (next: Moment | null) =>
    setChosen(next !== null && next.ms >= end() && next.count >= length() ? null : next);
  const showAt = (ms: number) => show(momentAt(playback, ms, end()));
  const player = createPlayer({
    ms: () => moment().ms,
    around: () => ({ next: nextInstant(playback, moment().count), sitting: sitting(), end: end() }),
    goTo: showAt,
    rewind: () => {
      const { openedAt } = latest().meeting.lifecycle;
      if (openedAt === null) show(momentAfter(playback, 1));
      else showAt(Date.parse(openedAt));
    },
  });
  const go = (next: Moment | null) => {
    player.stop();
    show(next);
  };
  useAddress({
    search: () => searchOf(playback, chosen()),
    follow: (search) => go(momentOf(playback, search, end())),
  });

  return {
    meetingId: live.meetingId,
    playback,
    length,
    latest,
    timeline: lanes,
    axis,
    end,
    running,
    calls,
    moment,
    isLatest: () => chosen() === null,
    view,
    parts: createSlices(view),
    second,
    at,
    day,
    settled: createSettled(() => ({ view: view(), at: at() }), player.playing),
    player,
    go,
    goTo: (ms) => {
      player.stop();
      showAt(ms);
    },
  };
}

/** The instant of every event, in milliseconds. */
const clockTimes = (playback: Playback): readonly number[] =>
  Array.from({ length: playback.length }, (_unused, place) => Date.parse(instantOf(playback.eventAt(place)!) ?? ''));

function nextInstant(playback: Playback, count: number): number | null {
  const next = playback.eventAt(count);
  return next === undefined ? null : Date.parse(instantOf(next) ?? '');
}
