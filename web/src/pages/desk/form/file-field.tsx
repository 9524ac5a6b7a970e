// The file of a document: chosen, stored on the server, and then known by its digest.

import { createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { asProblem } from '../../../api/problem.ts';
import type { Problem } from '../../../api/problem.ts';
import { storeFile } from '../../../api/files.ts';
import { useRefusals } from '../../../i18n/refusals.ts';
import { useLive } from '../../../live/use-live.tsx';
import type { FormValues } from '../../../meeting/form/values.ts';
import { Field } from '../../../ui/field.tsx';
import { useDeskWords } from '../words.ts';

export function FileField(props: {
  readonly error?: string | undefined;
  readonly onFile: (values: FormValues) => void;
}): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const sentence = useRefusals();
  const [state, setState] = createSignal<'none' | 'storing' | 'stored'>('none');
  const [problem, setProblem] = createSignal<Problem | null>(null);

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    setState('storing');
    setProblem(null);
    try {
      const { sha256, sizeBytes } = await storeFile(live.meetingId, file);
      props.onFile({
        fileName: file.name,
        mediaType: file.type || 'application/octet-stream',
        sizeBytes: String(sizeBytes),
        sha256,
      });
      setState('stored');
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setState('none');
    }
  }

  const wrong = () => {
    const failed = problem();
    return failed ? sentence(failed) : state() === 'none' ? props.error : undefined;
  };
  return (
    <Field label={t('form.file')} error={wrong()}>
      {(ties) => (
        <>
          <input
            {...ties}
            type="file"
            data-component="control"
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
          <Show when={state() !== 'none'}>
            <p data-part="hint" role="status">
              {t(state() === 'storing' ? 'form.file.storing' : 'form.file.stored')}
            </p>
          </Show>
        </>
      )}
    </Field>
  );
}
