// Who is here: the account, or whoever came by a link, whose cookie this browser holds, and the ways in and out.

import { createContext, createSignal, useContext } from 'solid-js';
import type { Accessor, JSX } from 'solid-js';
import { createClient } from './client.ts';
import type { Client } from './client.ts';
import { asProblem } from './problem.ts';
import type { Problem } from './problem.ts';

/** What `GET /api/session` says. */
export type Who = {
  readonly kind: 'account' | 'attendee' | 'screen' | 'steward';
  readonly name: string;
  /** Of whoever came by a link: the meeting; of an attendee the place on its roster, of a screen or a steward the venue. */
  readonly meetingId?: string;
  readonly attendeeId?: string;
  readonly venueId?: string | null;
  /** Of an account. */
  readonly accountId?: string;
  readonly roles?: readonly string[];
};

export type WayIn = { readonly link: string } | { readonly signInName: string; readonly password: string };

/**
 * `asking`: not known yet; `in`; `out`: nobody is signed in; `ended`: somebody was, and the server no longer knows them;
 * `unreachable`: the server does not answer.
 */
export type SessionState = 'asking' | 'in' | 'out' | 'ended' | 'unreachable';

export type Session = {
  readonly state: Accessor<SessionState>;
  /** Null while it is not known, and where nobody is signed in; after the session has ended, who it was. */
  readonly who: Accessor<Who | null>;
  /** Why the server could not be asked. */
  readonly problem: Accessor<Problem | null>;
  /** Asks the server again. Never rejects. */
  readonly ask: () => Promise<void>;
  /** Opens a session. Rejects with the Problem, and leaves the session as it was. */
  readonly open: (by: WayIn) => Promise<Who>;
  /** Ends the session, here and on the server. */
  readonly close: () => Promise<void>;
  /** After the session has ended: whether there is one again, opened elsewhere in this browser. Never rejects. */
  readonly resume: () => Promise<boolean>;
  /** The server no longer knows this session. */
  readonly lose: () => void;
  /** For all requests: a 401 among them ends the session here too. */
  readonly client: Client;
};

const SessionContext = createContext<Session>();

/** The session, for every component below. Throws where nobody provides it. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is called outside of SessionProvider.');
  return session;
}

/** A session of which nothing is known before `ask`. */
export function createSession(): Session {
  const [state, setState] = createSignal<SessionState>('asking');
  const [who, setWho] = createSignal<Who | null>(null);
  const [problem, setProblem] = createSignal<Problem | null>(null);

  const lose = () => setState((now) => (now === 'in' ? 'ended' : now));
  const client = createClient({ onSessionEnded: lose });

  /** Rises with all that is settled: what was asked before is then an answer about somebody who has come in or gone since. */
  let settled = 0;
  const settle = (next: SessionState, person: Who | null, because: Problem | null = null) => {
    settled += 1;
    setWho(person);
    setProblem(because);
    setState(next);
  };

  const session: Session = {
    state,
    who,
    problem,
    lose,
    client,
    ask: async () => {
      const before = settled;
      try {
        const person = await client.send<Who>('GET', '/api/session', { anonymous: true });
        if (settled === before) settle('in', person);
      } catch (thrown) {
        if (settled !== before) return;
        const because = asProblem(thrown);
        if (because.status === 401) settle('out', null);
        else settle('unreachable', null, because);
      }
    },
    resume: async () => {
      try {
        settle('in', await client.send<Who>('GET', '/api/session', { anonymous: true }));
      } catch {
        // Still out, or out of reach: the session stays ended, and what is shown says so.
      }
      return state() === 'in';
    },
    open: async (by) => {
      const person = await client.send<Who>('POST', '/api/session', { body: by, anonymous: true });
      settle('in', person);
      return person;
    },
    close: async () => {
      await client.send('DELETE', '/api/session', { anonymous: true });
      settle('out', null);
    },
  };
  return session;
}

/** Asks once who is here, and tells every component below. */
export function SessionProvider(props: { readonly children: JSX.Element }): JSX.Element {
  const session = createSession();
  void session.ask();
  return <SessionContext.Provider value={session}>{props.children}</SessionContext.Provider>;
}
