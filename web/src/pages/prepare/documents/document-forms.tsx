// Tabling a document, and putting a new version in the place of one: the file goes out first, then the command names it.

import type { Distribution } from '@rostrum/events';
import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import { meetingCommands } from '../../../catalogue.ts';
import { useLive } from '../../../live/use-live.tsx';
import { Checkbox, Select, TextInput } from '../../../ui/inputs.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { FilePlace } from '../file-place.tsx';
import { FormFrame } from '../form/form-frame.tsx';
import { createKeptHere } from '../form/form.ts';
import { inputErrors } from '../form/input-check.ts';
import { createKeyed } from '../../../api/keyed.ts';
import { usePrepareWords } from '../words.tsx';
import { createFileForm, useFileFault } from './file-form.ts';
import { sizeText, titleWith } from './file.ts';
import { createUpload } from './upload.ts';
import type { Uploading } from './upload.ts';

/** Stands for the digest that is known once the file is stored. */
const NOT_YET = '0'.repeat(64);

type DocumentDraft = {
  readonly title: string;
  readonly itemId: string;
  readonly distribution: Distribution;
  readonly confirmReading: boolean;
};

export function TableDocumentForm(props: { readonly onClose: () => void }): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const upload = createUpload();
  const fault = useFileFault(upload);
  const [draft, setDraft] = createStore<DocumentDraft>({
    title: '',
    itemId: '',
    distribution: 'everyone',
    confirmReading: false,
  });
  const said = () => ({
    title: draft.title.trim(),
    itemId: draft.itemId === '' ? null : draft.itemId,
    distribution: draft.distribution,
    confirmReading: draft.confirmReading,
  });
  const table = createKeyed(async (key) => {
    const { itemId, ...rest } = said();
    await live.send('table-document', { ...rest, itemId, ...(await upload.store()) }, key);
    props.onClose();
  });
  const errors = createMemo(() => {
    const file = { fileName: upload.file()?.name ?? 'file', mediaType: 'text/plain', sizeBytes: 0, sha256: NOT_YET };
    return [...fault(), ...inputErrors(meetingCommands['table-document'].input, { ...said(), ...file })];
  });
  const form = createFileForm(
    upload,
    errors,
    (key) => table(key, JSON.stringify([said(), upload.file()?.name, upload.file()?.size])),
    createKeptHere(live.meetingId, {
      place: 'documents',
      label: () => p('documents.table'),
      value: () => ({ ...draft }),
      restore: setDraft,
    }),
  );
  const items = () =>
    live.view().meeting.agenda.order.map((itemId, place) => ({
      value: itemId,
      label: `${place + 1} ${live.view().meeting.agenda.items.get(itemId)?.title ?? ''}`,
    }));
  const choose = (file: File) => {
    setDraft({ title: titleWith(file.name, draft.title, upload.file()?.name) });
    upload.choose(file);
  };

  return (
    <FormFrame
      form={form}
      label={p('documents.table')}
      submit={p('documents.table.submit')}
      onCancel={() => props.onClose()}
    >
      <ChosenFile upload={upload} onFile={choose} error={form.errorAt('file') ?? form.errorAt('fileName')} />
      <TextInput
        label={p('documents.title')}
        value={draft.title}
        onValue={(title) => setDraft({ title })}
        error={form.errorAt('title')}
        data-ceremonial=""
      />
      <div data-part="row">
        <Select
          label={p('documents.item')}
          value={draft.itemId}
          onValue={(itemId) => setDraft({ itemId })}
          empty={p('documents.noItem')}
          choices={items()}
          error={form.errorAt('itemId')}
        />
        <Select
          label={p('documents.distribution')}
          hint={draft.distribution === 'officers' ? p('documents.officers.hint') : undefined}
          value={draft.distribution}
          onValue={(distribution) => setDraft({ distribution: distribution as Distribution })}
          choices={[
            { value: 'everyone', label: p('documents.everyone') },
            { value: 'officers', label: p('documents.officers') },
          ]}
        />
      </div>
      <Checkbox
        label={p('documents.confirm')}
        checked={draft.confirmReading}
        onChecked={(confirmReading) => setDraft({ confirmReading })}
      />
      <Under upload={upload} label={t('button.busy')} />
    </FormFrame>
  );
}

type ReplaceProps = { readonly documentId: string; readonly onClose: () => void };

export function ReplaceDocumentForm(props: ReplaceProps): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const upload = createUpload();
  const fault = useFileFault(upload);
  const title = () => live.view().meeting.documents.all.get(props.documentId)?.title ?? '';
  const replace = createKeyed(async (key) => {
    await live.send('replace-document', { documentId: props.documentId, ...(await upload.store()) }, key);
    props.onClose();
  });
  const form = createFileForm(upload, fault, (key) =>
    replace(key, JSON.stringify([upload.file()?.name, upload.file()?.size])),
  );
  return (
    <FormFrame
      form={form}
      label={p('documents.replace.of', { title: title() })}
      submit={p('documents.replace.submit')}
      onCancel={() => props.onClose()}
    >
      <ChosenFile upload={upload} onFile={upload.choose} error={form.errorAt('file') ?? form.errorAt('fileName')} />
      <Under upload={upload} label={t('button.busy')} />
    </FormFrame>
  );
}

type ChosenFileProps = {
  readonly upload: Uploading;
  readonly onFile: (file: File) => void;
  readonly error: string | undefined;
};

function ChosenFile(props: ChosenFileProps): JSX.Element {
  const { p, language } = usePrepareWords();
  const chosen = () => {
    const file = props.upload.file();
    return file && `${file.name} · ${sizeText(file.size, language())}`;
  };
  return (
    <FilePlace
      label={p('documents.choose')}
      chosen={chosen()}
      error={props.error}
      onFile={(file) => props.onFile(file)}
    />
  );
}

/** How far the upload has come. */
function Under(props: { readonly upload: Uploading; readonly label: string }): JSX.Element {
  const { p, language } = usePrepareWords();
  const whole = () => props.upload.file()?.size ?? 0;
  return (
    <Show when={props.upload.sent() !== null}>
      <Progress
        label={props.label}
        value={props.upload.sent() ?? 0}
        whole={whole()}
        text={p('documents.sent', {
          sent: sizeText(props.upload.sent() ?? 0, language()),
          whole: sizeText(whole(), language()),
        })}
        figures
      />
    </Show>
  );
}
