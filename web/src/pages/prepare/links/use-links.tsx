// The personal links as the server lists them. They are no part of the live stream: the list is asked for again when the
// page is looked at again, now and then while it is, and after everything that is done to it.

import { createContext, createMemo, createSignal, onCleanup, onMount, useContext } from 'solid-js';
import type { Accessor, JSX } from 'solid-js';
import { listLinks } from '../../../api/links.ts';
import type { ListedLink } from '../../../api/links.ts';
import { asProblem } from '../../../api/problem.ts';
import type { Problem } from '../../../api/problem.ts';
import { useSession } from '../../../api/session.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { doorsOf } from './doors.ts';
import type { Doors } from './doors.ts';

/** Milliseconds between two looks at the list. */
const EVERY = 30_000;

export type LinkBook = {
  /** Null until the list has come. */
  readonly doors: Accessor<Doors | null>;
  /** Why the last look failed. */
  readonly problem: Accessor<Problem | null>;
  /** Looks again. Never rejects. */
  readonly refresh: () => Promise<void>;
};

const LinkContext = createContext<LinkBook>();

/** The links of the meeting. Throws where nobody provides them. */
export function useLinks(): LinkBook {
  const book = useContext(LinkContext);
  if (!book) throw new Error('useLinks is called outside of LinkProvider.');
  return book;
}

type Looked = { readonly links: readonly ListedLink[]; readonly at: number };

export function LinkProvider(props: { readonly children: JSX.Element }): JSX.Element {
  const live = useLive();
  const { client } = useSession();
  const [looked, setLooked] = createSignal<Looked | null>(null);
  const [problem, setProblem] = createSignal<Problem | null>(null);

  const refresh = async () => {
    try {
      const links = await listLinks(client, live.meetingId);
      setLooked({ links, at: live.serverNow() });
      setProblem(null);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  const lookAgain = () => {
    if (document.visibilityState === 'visible') void refresh();
  };

  onMount(() => {
    void refresh();
    const timer = setInterval(lookAgain, EVERY);
    document.addEventListener('visibilitychange', lookAgain);
    onCleanup(() => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookAgain);
    });
  });

  const doors = createMemo(() => {
    const last = looked();
    return last && doorsOf(last.links, last.at);
  });
  return <LinkContext.Provider value={{ doors, problem, refresh }}>{props.children}</LinkContext.Provider>;
}
