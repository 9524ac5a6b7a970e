// Every command within reach of a few letters: typed, chosen, done, or its form opened. Found by its title in the reader's
// language, in English, and by its name in the API.

import { createMemo, Show, untrack } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { standingIn } from '../../../meeting/deed.ts';
import { commandNamed } from '../../../meeting/command-book.ts';
import { keyCap, useKeys } from '../../../meeting/keys.tsx';
import { useReason } from '../../../meeting/reasons.ts';
import { Finder } from '../../../ui/finder.tsx';
import type { Findable } from '../../../ui/finder.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useDesk } from '../desk-context.tsx';
import { useCommandTitle } from '../form/command-title.ts';
import { useDeskWords } from '../words.ts';
import { paletteEntries } from './entries.ts';
import type { PaletteEntry } from './entries.ts';
import { keyOfCommand } from './command-keys.ts';
import './palette.css';

type Option = Findable & { readonly entry: PaletteEntry };

export function Palette(): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const desk = useDesk();
  const title = useCommandTitle();
  const reasonFor = useReason();
  // As things stand when it opens: a list that is drawn anew with every event of a lively meeting would take the chosen line
  // from under the hand, and time from the clock. What has changed since, the form says.
  const entries = untrack(() => {
    const standing = standingIn(live);
    return standing ? paletteEntries(standing, desk.recent()) : [];
  });
  const options = createMemo((): readonly Option[] =>
    entries.map((entry) => ({
      entry,
      value: entry.name,
      label: title(entry.name),
      words: `${entry.name} ${commandNamed(entry.name).definition.summary} ${t(`group.${entry.group}`)}`,
      group: t(`palette.${entry.standing}`),
    })),
  );
  return (
    <Finder
      open
      limit={200}
      options={options()}
      aria-label={t('palette.label')}
      placeholder={t('palette.label')}
      empty={t('palette.nothing')}
      autofocus
      onSelect={({ entry }) => {
        desk.remember(entry.name);
        desk.openForm(entry.name);
      }}
      draw={(option) => (
        <Line option={option} reason={option.entry.refusal ? reasonFor(option.entry.refusal) : undefined} />
      )}
    />
  );
}

function Line(props: { readonly option: Option; readonly reason: string | undefined }): JSX.Element {
  const t = useDeskWords();
  const keys = useKeys();
  const key = () => {
    const wanted = keyOfCommand(props.option.entry.name);
    return keys?.on() && keys.bound().some(([bound]) => bound === wanted) ? wanted : undefined;
  };
  return (
    <>
      <span data-part="command" data-quiet={props.reason ? '' : undefined}>
        <span>{props.option.label}</span>
        <Show when={props.reason}>
          <span data-part="reason">{props.reason}</span>
        </Show>
      </span>
      <span data-part="note">
        <Show when={key()} fallback={t(`group.${props.option.entry.group}`)}>
          {(bound) => <Kbd>{keyCap(bound())}</Kbd>}
        </Show>
      </span>
    </>
  );
}
