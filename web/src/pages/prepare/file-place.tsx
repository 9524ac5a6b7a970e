// A place to choose a file, or to drop one.

import { createSignal, createUniqueId, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Icon } from '../../ui/icon.tsx';
import { usePrepareWords } from './words.tsx';
import './file-place.css';

export type FilePlaceProps = {
  readonly label: string;
  /** What the chooser offers first. */
  readonly accept?: string;
  /** The name of the file that was chosen. */
  readonly chosen: string | null;
  readonly error?: string | undefined;
  readonly onFile: (file: File) => void;
};

export function FilePlace(props: FilePlaceProps): JSX.Element {
  const { p } = usePrepareWords();
  const id = createUniqueId();
  const [over, setOver] = createSignal(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) props.onFile(file);
  };
  return (
    <div
      data-component="file-place"
      data-over={over() ? '' : undefined}
      data-wrong={props.error ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <label>
        <input
          type="file"
          accept={props.accept}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={props.error ? id : undefined}
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file, corrected, can be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <span data-part="label">{props.label}</span>
        <span data-part="hint">{props.chosen ?? p('file.drop')}</span>
      </label>
      <Show when={props.error}>
        <p id={id} data-part="error">
          <Icon name="warn" />
          {props.error}
        </p>
      </Show>
    </div>
  );
}
