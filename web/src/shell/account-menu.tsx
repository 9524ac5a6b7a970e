// Whose browser this is, how it looks, and the way out. The menu itself is fetched when somebody reaches for it.

import { createSignal, lazy, Show, Suspense } from 'solid-js';
import type { JSX } from 'solid-js';
import { useSession } from '../api/session.tsx';
import { useWords } from '../i18n/language.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

const load = () => import('./account-menu-items.tsx');
const Items = lazy(load);

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
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
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
