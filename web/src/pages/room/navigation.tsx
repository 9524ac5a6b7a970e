// The parts of the room: at the foot of a phone, above the side column of a wide window. What waits in a part stands beside
// its name. The links are plain ones: the router's own would call every address of the room the current one.

import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { addressOf, sections } from './sections.ts';
import type { SectionId } from './sections.ts';
import { useRoom } from './use-room.tsx';
import { useRoomWords } from './words.tsx';

export type NavigationProps = {
  readonly current: SectionId;
  /** The hall is on the screen all the time and needs no way to it. */
  readonly wide: boolean;
  /** Entries of the conversation that are new. */
  readonly unread: number;
};

export function Navigation(props: NavigationProps): JSX.Element {
  const { r } = useRoomWords();
  const { tasks } = useRoom();
  const shown = () => sections.filter((section) => !(props.wide && section === 'now'));
  const count = (section: SectionId) => {
    if (section === 'messages') return props.unread;
    if (section === 'papers') return tasks().filter(({ is }) => is === 'read').length;
    return section === 'part' ? tasks().filter(({ is }) => is !== 'read').length : 0;
  };
  const waits = (section: SectionId) =>
    r(section === 'messages' ? 'section.unread' : 'section.open', { count: count(section) });
  return (
    <nav data-component="room-navigation" aria-label={r('sections.label')}>
      <For each={shown()}>
        {(section) => (
          <a
            href={addressOf({ show: section })}
            {...(props.current === 'now' ? {} : { replace: true })}
            aria-current={props.current === section ? 'page' : undefined}
          >
            <span data-part="name">
              {r(`section.${section}`)}
              <Show when={count(section) > 0}>
                <span data-part="count" aria-hidden="true">
                  {count(section)}
                </span>
                <VisuallyHidden> {waits(section)}</VisuallyHidden>
              </Show>
            </span>
          </a>
        )}
      </For>
    </nav>
  );
}
