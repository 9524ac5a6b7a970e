// The names of the roster as rows. Of a long roster the first part is shown, and more on demand.

import type { RosterName } from '@rostrum/projections';
import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { officesOf } from '@rostrum/events';
import { useLive } from '../../../live/use-live.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import '../../../ui/table.css';
import { Hand } from '../hand.tsx';
import { usePrepareWords } from '../words.tsx';
import type { NameKind } from './name-draft.ts';

/** Rows shown at once. */
const PART = 100;

export type RosterTableProps = {
  readonly names: readonly RosterName[];
  readonly editable: boolean;
  readonly onRevise: (kind: NameKind, rosterId: string) => void;
  readonly onRemove: (rosterId: string) => void;
};

export function RosterTable(props: RosterTableProps): JSX.Element {
  const { t, p, formats } = usePrepareWords();
  const live = useLive();
  const [parts, setParts] = createSignal(1);
  const shown = () => props.names.slice(0, parts() * PART);
  const left = () => props.names.length - shown().length;
  const offices = (rosterId: string) => officesOf(live.view().meeting.officers, rosterId);
  const answered = ({ answer, substitute, excused }: RosterName): string | undefined => {
    if (excused !== null) return p('roster.excused');
    if (answer === 'substituted') return p('roster.substituted', { name: substitute?.name ?? '' });
    return answer === 'accepted' || answer === 'declined' ? p(`roster.${answer}`) : undefined;
  };

  return (
    <>
      <div data-component="table" data-of="roster" tabindex="0" role="region" aria-label={p('roster.list')}>
        <table>
          <thead>
            <tr>
              <th scope="col" data-align="end">
                <abbr title={p('roster.precedence')}>{p('roster.precedence.short')}</abbr>
              </th>
              <th scope="col">{p('name')}</th>
              <th scope="col">{p('roster.unit')}</th>
              <th scope="col">{p('roster.capacity')}</th>
              <th scope="col">{p('roster.venue')}</th>
              <Show when={props.editable}>
                <th scope="col">
                  <span data-component="visually-hidden">{p('tools')}</span>
                </th>
              </Show>
            </tr>
          </thead>
          <tbody>
            <For
              each={shown()}
              fallback={
                <tr>
                  <td colspan={6} data-part="empty">
                    {p('finder.empty')}
                  </td>
                </tr>
              }
            >
              {(name) => (
                <tr data-kind={name.kind}>
                  <td data-align="end" data-part="precedence">
                    {formats().number(name.precedence)}
                  </td>
                  <th scope="row">
                    <span data-part="name">{name.name}</span>
                    <For each={offices(name.rosterId)}>
                      {(office) => <Badge tone="now">{t(`office.${office}`)}</Badge>}
                    </For>
                    <Hand of={name.rosterId} />
                    <span data-part="about">
                      {[
                        name.title,
                        name.expected === null ? null : p('roster.expectedOf', { count: name.expected }),
                        name.head === null ? null : p('roster.headOf', { name: name.head }),
                        answered(name),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </th>
                  <td data-part="unit">{name.unit}</td>
                  <td>{t(`capacity.${name.capacity}`)}</td>
                  <td>{name.venue ?? t('venue.remote')}</td>
                  <Show when={props.editable}>
                    <td data-part="tools">
                      <Button
                        variant="quiet"
                        size="small"
                        aria-label={p('revise.of', { name: name.name })}
                        onClick={() => props.onRevise(name.kind, name.rosterId)}
                      >
                        {p('revise')}
                      </Button>
                      <Button
                        variant="quiet"
                        size="small"
                        aria-label={p('remove.of', { name: name.name })}
                        onClick={() => props.onRemove(name.rosterId)}
                      >
                        {p('remove')}
                      </Button>
                    </td>
                  </Show>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={left() > 0}>
        <Button onClick={() => setParts((before) => before + 1)}>{p('more', { count: Math.min(left(), PART) })}</Button>
      </Show>
    </>
  );
}
