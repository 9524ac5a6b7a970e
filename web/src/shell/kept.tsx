// What stands on a page outlives the session it was opened in; meanwhile it is covered, and the way back in is shown.

import { Show, Suspense } from 'solid-js';
import type { JSX } from 'solid-js';
import { useSession } from '../api/session.tsx';
import { writerOf } from '../drafts/writer.ts';
import { lazyPart } from '../lazy-page.ts';
import { StateLoading } from '../ui/state-loading.tsx';

const SessionOver = lazyPart(() => import('./session-over.tsx'));

/** Shows its content to whoever is in or was; made anew where somebody else comes in, so that nobody finds another's words. */
export function Kept(props: { readonly children: JSX.Element }): JSX.Element {
  const session = useSession();
  const ended = () => session.state() === 'ended';
  return (
    <>
      <Show when={writerOf(session.who())} keyed>
        {props.children}
      </Show>
      <Show when={ended()}>
        <div data-component="covered">
          <Suspense fallback={<StateLoading />}>
            <SessionOver />
          </Suspense>
        </div>
      </Show>
    </>
  );
}
