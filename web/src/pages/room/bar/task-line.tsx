// The first thing that is asked of the person beside the floor, and how many there are: one line that leads to it.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Icon } from '../../../ui/icon.tsx';
import { addressOf } from '../sections.ts';
import { useShown } from '../use-shown.ts';
import type { SectionId } from '../sections.ts';
import type { Task } from '../tasks.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

const sectionOf = (task: Task): SectionId => (task.is === 'read' ? 'papers' : 'part');

/** Where a task is done. */
export const placeOf = (task: Task): string =>
  task.is === 'sign'
    ? addressOf({ show: 'part', statement: task.statementId, for: task.recipientId })
    : addressOf({ show: sectionOf(task) });

export function TaskLine(): JSX.Element {
  const { r } = useRoomWords();
  const { tasks, gesture } = useRoom();
  const shown = useShown();
  // The large button asks for the answer already, and whoever is where it is done knows of it.
  const others = () => tasks().filter((task) => !(task.is === 'answer' && gesture().is === 'answer') && !isShown(task));
  const isShown = (task: Task) =>
    shown.section() === sectionOf(task) && (shown.statement() === undefined || task.is === 'sign');
  const first = () => others()[0];
  const words = (task: Task) => {
    if (task.is === 'answer') return r('bar.task.answer');
    return r(`bar.task.${task.is}`, { title: task.is === 'acknowledge' ? task.text : task.title });
  };
  return (
    <Show when={first()}>
      {(task) => (
        <a data-part="task" href={placeOf(task())}>
          <span data-part="sign" aria-hidden="true" />
          <span data-part="words">{words(task())}</span>
          <Show when={others().length > 1}>
            <span data-part="more">{r('bar.task.more', { count: others().length - 1 })}</span>
          </Show>
          <Icon name="chevron" />
        </a>
      )}
    </Show>
  );
}
