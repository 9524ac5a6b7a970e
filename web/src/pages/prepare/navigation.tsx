// The way about the page: its sections with their figures and what is missing in them. The one that is being read is marked.

import { createEffect, createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLocation } from '@solidjs/router';
import { useLive } from '../../live/use-live.tsx';
import { goTo } from './go-to.ts';
import { useChecks } from './convening/use-checks.ts';
import { sectionFigures, sectionIds } from './sections.ts';
import type { SectionId } from './sections.ts';
import { usePrepareWords } from './words.tsx';
import './navigation.css';

export function SectionNavigation(): JSX.Element {
  const { p, formats } = usePrepareWords();
  const live = useLive();
  const location = useLocation();
  const checks = useChecks();
  const read = createSectionRead();
  const figures = () => sectionFigures(live.view().meeting);
  const missing = (section: SectionId) => checks().some((check) => check.section === section && check.state !== 'done');

  // On a phone the sections stand in a line that is longer than the window: the one that is read stays in sight.
  let line: HTMLOListElement | undefined;
  createEffect(() => {
    const link = line?.querySelector<HTMLElement>(`a[href$='#${read()}']`);
    if (line && link) line.scrollTo({ left: link.offsetLeft - (line.clientWidth - link.offsetWidth) / 2 });
  });

  return (
    <nav data-component="prepare-navigation" aria-label={p('navigation')}>
      <ol ref={(made) => (line = made)}>
        <For each={sectionIds}>
          {(section) => (
            <li>
              <a
                href={`${location.pathname}#${section}`}
                aria-current={read() === section ? 'location' : undefined}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  history.replaceState(history.state, '', `#${section}`);
                  goTo(section);
                }}
              >
                <span data-part="name">{p(`section.${section}`)}</span>
                <Show when={missing(section)}>
                  <span
                    data-part="missing"
                    role="img"
                    aria-label={p('navigation.missing')}
                    title={p('navigation.missing')}
                  />
                </Show>
                <Show when={figures()[section]}>
                  {(figure) => <span data-part="figure">{formats().number(figure())}</span>}
                </Show>
              </a>
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}

/** The section whose heading was last passed, reading downwards. */
function createSectionRead(): () => SectionId {
  const [read, setRead] = createSignal<SectionId>('outline');
  const look = () => {
    const line = window.innerHeight / 4;
    const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
    const passed = sectionIds.filter(
      (id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) <= line,
    );
    setRead((atEnd && window.scrollY > 0 ? sectionIds.at(-1) : passed.at(-1)) ?? 'outline');
  };
  onMount(() => {
    window.addEventListener('scroll', look, { passive: true });
    look();
  });
  onCleanup(() => window.removeEventListener('scroll', look));
  return read;
}
