// Whose browser this is, how it looks, and the way out. The menu itself is fetched when somebody reaches for it.

import { createSignal, Show, Suspense } from 'solid-js';
import type { JSX } from 'solid-js';
import { useSession } from '../api/session.tsx';
import { useWords } from '../i18n/language.tsx';
import { lazyPart } from '../lazy-page.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

const Items = lazyPart(() => import('./account-menu-items.tsx'));

/** Fetches it beforehand; where that fails, pressing the button tries again and says so. */
const prepare = () => void Items.preload().catch(() => {});

export function AccountMenu(): JSX.Element {
  const { t } = useWords();
  const session = useSession();
  const [wanted, setWanted] = createSignal(false);
  const label = () => {
    const who = session.state() === 'in' ? session.who() : null;
    return who ? t('shell.account', { name: who.name }) : t('shell.preferences');
  };
  const button = () => (
    <Button
      variant="quiet"
      size="small"
      square
      aria-label={label()}
      aria-haspopup="menu"
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={() => setWanted(true)}
    >
      <Icon name="person" />
    </Button>
  );
  return (
    <Show when={wanted()} fallback={button()}>
      <Suspense fallback={button()}>
        <Items label={label()} />
      </Suspense>
    </Show>
  );
}
