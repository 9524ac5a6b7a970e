// The units beside the table: one is chosen to list its people alone, and renamed for all of them at once.

import { isPresent, countedOf } from '@rostrum/events';
import { createMemo, createSignal, For, Show, untrack } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../../live/use-live.tsx';
import { Button } from '../../../../ui/button.tsx';
import { VisuallyHidden } from '../../../../ui/visually-hidden.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { stageOf } from '../../sections.ts';
import { usePrepareWords } from '../../words.tsx';
import { answerOf } from './answers.ts';
import type { TableName } from './columns.ts';
import { seenNodes, unitTree } from './unit-tree.ts';
import type { UnitNode } from './unit-tree.ts';
import './units.css';

/** Levels that are open at first. */
const OPEN_AT_FIRST = 1;

export type UnitTreeProps = {
  readonly names: readonly TableName[];
  readonly unit: string | null;
  readonly onUnit: (unit: string | null) => void;
  /** Absent where the roster changes no more. */
  readonly onRename?: ((unit: string) => void) | undefined;
};

export function UnitTree(props: UnitTreeProps): JSX.Element {
  const { p, formats, names } = usePrepareWords();
  const live = useLive();
  const [turned, setTurned] = createSignal<ReadonlySet<string>>(new Set());
  const [standing, setStanding] = createSignal<string | null>(null);
  let list!: HTMLUListElement;

  const runs = () => stageOf(live.view().meeting) !== 'before';
  const tree = createMemo(() => {
    const { attendance } = live.view();
    const counted = props.names.map((name) => {
      const state = answerOf(name);
      const isBody = name.kind === 'delegation';
      return {
        unit: name.unit,
        people: isBody ? (name.expected ?? 0) : 1,
        present: isBody ? (countedOf(attendance, name.rosterId) ?? 0) : Number(isPresent(attendance, name.rosterId)),
        answered: state === null ? null : state !== 'none',
      };
    });
    return unitTree(counted, names().compare);
  });
  const isOpen = (path: string) => {
    const level = path.split(' / ').length;
    return level <= OPEN_AT_FIRST !== turned().has(path);
  };
  const nodes = createMemo(() => seenNodes(tree(), isOpen));
  const at = () => {
    const place = nodes().findIndex(({ path }) => path === (standing() ?? props.unit));
    return Math.max(0, place);
  };
  const turn = (path: string) =>
    setTurned((before) => {
      const next = new Set(before);
      if (!next.delete(path)) next.add(path);
      return next;
    });
  const stand = (node: UnitNode | undefined) => {
    if (!node) return;
    setStanding(node.path);
    queueMicrotask(() => list.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  };
  const choose = (path: string) => props.onUnit(props.unit === path ? null : path);

  const press = (event: KeyboardEvent) => {
    const node = untrack(() => nodes()[at()]);
    if (!node || event.altKey || event.ctrlKey || event.metaKey) return;
    const parent = untrack(() =>
      nodes().find(({ path }) => node.path.startsWith(`${path} / `) && node.level === path.split(' / ').length + 1),
    );
    const does: Readonly<Record<string, () => void>> = {
      ArrowDown: () => stand(nodes()[at() + 1]),
      ArrowUp: () => stand(nodes()[at() - 1]),
      Home: () => stand(nodes()[0]),
      End: () => stand(nodes().at(-1)),
      ArrowRight: () => {
        if (node.children.length > 0 && !isOpen(node.path)) turn(node.path);
        else if (node.children.length > 0) stand(nodes()[at() + 1]);
      },
      ArrowLeft: () => {
        if (node.children.length > 0 && isOpen(node.path)) turn(node.path);
        else stand(parent);
      },
      Enter: () => choose(node.path),
      ' ': () => choose(node.path),
    };
    const doing = does[event.key];
    if (!doing) return;
    event.preventDefault();
    doing();
  };
  const figures = (node: UnitNode) =>
    [
      p('tree.people', { count: node.people }),
      ...(runs() ? [p('tree.present', { count: node.present })] : []),
      ...(node.asked > 0 ? [p('tree.answered', { count: formats().number(node.answered), of: node.asked })] : []),
    ].join(' · ');

  return (
    <nav data-component="unit-tree" aria-label={p('tree.units')}>
      <header>
        <h3>{p('tree.units')}</h3>
        <Show when={props.unit}>
          {(unit) => (
            <>
              <Show when={props.onRename}>
                {(rename) => (
                  <Button variant="quiet" size="small" onClick={() => rename()(unit())}>
                    {p('tree.rename')}
                  </Button>
                )}
              </Show>
              <Button variant="quiet" size="small" onClick={() => props.onUnit(null)}>
                {p('tree.all')}
              </Button>
            </>
          )}
        </Show>
      </header>
      <ul ref={(made) => (list = made)} role="tree" aria-label={p('tree.units')} onKeyDown={press}>
        <For each={nodes()}>
          {(node) => (
            <li
              role="treeitem"
              aria-level={node.level}
              aria-expanded={node.children.length > 0 ? isOpen(node.path) : undefined}
              aria-selected={props.unit === node.path}
              title={`${node.path} · ${figures(node)}`}
              tabindex={nodes()[at()]?.path === node.path ? 0 : -1}
              style={{ '--level': node.level - 1 }}
              onClick={() => {
                setStanding(node.path);
                choose(node.path);
              }}
            >
              <Show when={node.children.length > 0} fallback={<span data-part="turn" />}>
                <span
                  data-part="turn"
                  data-open={isOpen(node.path) ? '' : undefined}
                  aria-hidden="true"
                  onClick={(event) => {
                    event.stopPropagation();
                    turn(node.path);
                  }}
                >
                  <Icon name="chevron" />
                </span>
              </Show>
              <bdi data-part="name">{node.name}</bdi>
              <VisuallyHidden>{figures(node)}</VisuallyHidden>
              <span data-part="count" aria-hidden="true">
                {runs()
                  ? `${formats().number(node.present)} / ${formats().number(node.people)}`
                  : formats().number(node.people)}
              </span>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
