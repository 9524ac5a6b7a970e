// A meeting that a page follows in a test: played by the rules themselves, without a server, and changed by others too.

import type { Actor } from '@rostrum/events';
import { createSignal } from 'solid-js';
import type { JSX } from 'solid-js';
import type { CommandName } from '../api/command.ts';
import { Problem } from '../api/problem.ts';
import type { LiveEvent } from '../live/live-fold.ts';
import { LiveProvider } from '../live/use-live.tsx';
import type { PresentMeeting } from '../live/use-live.tsx';
import { organizer } from '../meeting/staged.fixture.ts';
import type { Staged } from '../meeting/staged.fixture.ts';

export type StagedLive = {
  readonly live: PresentMeeting;
  /** The commands that the page has sent, in order. */
  readonly sent: readonly { readonly name: CommandName; readonly data: object }[];
  /** Somebody else gives a command. */
  readonly other: (name: CommandName, data: object) => void;
};

const colleague: Actor = { kind: 'account', id: 'account-9', name: 'Colleague', roles: ['organizer'] };

/** Follows a staged meeting as its organizer. */
export function stagedLive(staged: Staged): StagedLive {
  const [view, setView] = createSignal(staged.view);
  const listeners = new Set<(event: LiveEvent) => void>();
  const sent: { name: CommandName; data: object }[] = [];

  const give = (name: CommandName, data: object, actor: Actor) => {
    const events = staged.give(name, data, actor).given;
    setView(staged.view);
    for (const event of events) {
      for (const listener of listeners)
        listener({ ...event, actor, recordedAt: new Date(staged.now).toISOString() } as LiveEvent);
    }
  };
  const live: PresentMeeting = {
    meetingId: 'staged',
    view,
    me: () => organizer,
    roles: () => ['organizer'],
    audience: () => null,
    connection: () => ({ state: 'live' }),
    endedBecause: () => null,
    serverNow: () => staged.now,
    onRecorded: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send: async (name, input) => {
      const data = input as object;
      sent.push({ name, data });
      await Promise.resolve();
      try {
        give(name, data, organizer);
      } catch (thrown) {
        const [, code = '', message = ''] = /^[\w-]+: (\S+) (.*)$/s.exec((thrown as Error).message) ?? [];
        throw new Problem(409, code, message);
      }
      return { meetingId: 'staged', revision: 0, position: staged.view.position, events: [] };
    },
  };
  return { live, sent, other: (name, data) => give(name, data, colleague) };
}

/** Shows a part of a page of the meeting that is followed. */
export const following = (live: PresentMeeting, part: () => JSX.Element): JSX.Element => (
  <LiveProvider value={live}>{part()}</LiveProvider>
);
