// What the signs and the patterns of the timeline mean: those that occur in it.

import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { unitName } from '../../../meeting/people.ts';
import { useArchive } from '../archive-context.tsx';
import { useArchiveWords } from '../words.tsx';
import { signsOf } from './mark-rows.ts';
import { SIGN_KINDS, SignForm } from './signs.tsx';
import { PATTERNS } from './units.ts';
import type { SpeakingUnit } from './units.ts';

export function Legend(props: { readonly units: readonly SpeakingUnit[] }): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const kinds = createMemo(() => {
    const occurring = new Set(signsOf(archive.timeline()).map(({ kind }) => kind));
    return SIGN_KINDS.filter((kind) => occurring.has(kind));
  });
  const named = () => props.units.filter(({ pattern }) => pattern < PATTERNS - 1 || props.units.length <= PATTERNS);
  const others = () => props.units.length - named().length;
  return (
    <div data-part="legend">
      <Show when={kinds().length > 0 || archive.timeline().recesses.length > 0}>
        <ul aria-label={a('legend.signs')}>
          <For each={kinds()}>
            {(kind) => (
              <li data-kind={kind}>
                <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                  <SignForm kind={kind} />
                </svg>
                {a(`sign.${kind}`)}
              </li>
            )}
          </For>
          <Show when={archive.timeline().recesses.length > 0}>
            <li>
              <svg width="12" height="12" aria-hidden="true">
                <rect data-part="recess" width="12" height="12" />
              </svg>
              {a('legend.recess')}
            </li>
          </Show>
        </ul>
      </Show>
      <Show when={props.units.length > 1}>
        <ul aria-label={a('legend.units')}>
          <For each={named()}>
            {({ unit, pattern }) => (
              <li title={unit}>
                <Swatch pattern={pattern} />
                {unitName(unit)}
              </li>
            )}
          </For>
          <Show when={others() > 0}>
            <li>
              <Swatch pattern={PATTERNS - 1} />
              {a('legend.others', { count: others() })}
            </li>
          </Show>
        </ul>
      </Show>
    </div>
  );
}

function Swatch(props: { readonly pattern: number }): JSX.Element {
  return (
    <svg width="20" height="8" aria-hidden="true">
      <rect width="20" height="8" fill={`url(#archive-unit-${props.pattern})`} />
    </svg>
  );
}
