// Links that let somebody in carry their secret behind the # sign, which no browser sends to any server. It is taken out
// of the address at once, so that it stays in no history and on no shared screen.

import { useLocation, useNavigate } from '@solidjs/router';
import { createEffect, createSignal } from 'solid-js';
import type { Accessor } from 'solid-js';

/** The secret that the address carried, removed from it; empty where it carried none. A link opened later in the same tab counts. */
export function useSecretInAddress(): Accessor<string> {
  const location = useLocation();
  const navigate = useNavigate();
  const [secret, setSecret] = createSignal('');
  createEffect(() => {
    const carried = location.hash.replace(/^#/, '');
    if (carried === '') return;
    setSecret(carried);
    navigate(location.pathname, { replace: true, scroll: false });
  });
  return secret;
}
