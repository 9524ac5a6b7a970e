// Keeps the page's address and the moment shown the same: the address is followed when it changes, and written, without a
// trace in the history, once the moment has come to rest.

import { useLocation, useNavigate } from '@solidjs/router';
import { createEffect, on, onCleanup } from 'solid-js';

/** Milliseconds that the moment rests before it is written. */
const REST = 400;

export type Address = {
  /** The query that leads to the moment shown; empty for the latest. */
  readonly search: () => string;
  /** Goes where the query leads. */
  readonly follow: (search: string) => void;
};

export function useAddress({ search, follow }: Address): void {
  const location = useLocation();
  const navigate = useNavigate();
  let written = location.search;

  createEffect(
    on(
      () => location.search,
      (asked) => {
        if (asked === written) return;
        written = asked;
        follow(asked);
      },
      { defer: true },
    ),
  );

  createEffect(
    on(
      search,
      (now) => {
        const timer = setTimeout(() => {
          if (now === location.search) return;
          written = now;
          navigate(location.pathname + now, { replace: true, scroll: false, resolve: false });
        }, REST);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );
}
