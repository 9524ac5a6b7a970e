// Lets those through who are signed in; everyone else sees why not, or is shown the door they can use.

import { Navigate, useLocation } from '@solidjs/router';
import { Match, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { unreachable } from '../api/problem.ts';
import { useSession } from '../api/session.tsx';
import { ownPage } from './own-page.ts';
import { StateLoading } from '../ui/state-loading.tsx';
import { StateProblem } from '../ui/state-problem.tsx';
import { Kept } from './kept.tsx';

export function SignedIn(props: { readonly children: JSX.Element }): JSX.Element {
  const session = useSession();
  const location = useLocation();
  const signIn = () =>
    location.pathname === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
  const astray = () => {
    const who = session.who();
    const own = who === null ? undefined : ownPage(who);
    return own === location.pathname ? undefined : own;
  };
  return (
    <Switch>
      <Match when={session.state() === 'asking'}>
        <StateLoading />
      </Match>
      <Match when={session.state() === 'unreachable'}>
        <StateProblem problem={session.problem() ?? unreachable()} onRetry={() => void session.ask()} />
      </Match>
      <Match when={session.state() === 'out'}>
        <Navigate href={signIn()} />
      </Match>
      <Match when={session.state() === 'in' && astray()}>{(own) => <Navigate href={own()} />}</Match>
      <Match when={session.state() === 'in' || session.state() === 'ended'}>
        <Kept>{props.children}</Kept>
      </Match>
    </Switch>
  );
}
