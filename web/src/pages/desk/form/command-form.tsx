// The form of any command of the catalogue, made from its schema: it says while it is filled in whether it would be
// accepted, sends under one key for each press, and shows a refusal on its button.

import { createMemo, createSignal, For, onMount, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../../api/action.ts';
import type { CommandInput, CommandName } from '../../../api/command.ts';
import { useInputSentences } from '../../../i18n/input-sentences.ts';
import { useLive } from '../../../live/use-live.tsx';
import { commandNamed } from '../../../meeting/command-book.ts';
import { rulesNow, standingIn } from '../../../meeting/deed.ts';
import { fieldsOfCommand, isRevision, subjectOf } from '../../../meeting/form/model.ts';
import type { FormField } from '../../../meeting/form/model.ts';
import { openingValues, standing, withSubject } from '../../../meeting/form/subject.ts';
import type { Values } from '../../../meeting/form/subject.ts';
import { inputOf, shownInAll } from '../../../meeting/form/values.ts';
import type { FormValue, FormValues } from '../../../meeting/form/values.ts';
import { useReason } from '../../../meeting/reasons.ts';
import { Button } from '../../../ui/button.tsx';
import { useDeskWords } from '../words.ts';
import { useCommandTitle } from './command-title.ts';
import { completed, isFilledIn, takesFile } from './completed.ts';
import { useFieldWords } from './field-words.ts';
import { FileField } from './file-field.tsx';
import { FormFieldView } from './form-field.tsx';
import { plainIssue } from './plain-issue.ts';
import './fields.css';

export type CommandFormProps = {
  readonly command: CommandName;
  readonly given: Values;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

const CONTROLS = 'input:not([type="file"]), textarea, select';

/** Made for one command; another command is another form. */
export function CommandForm(props: CommandFormProps): JSX.Element {
  const t = useDeskWords();
  const title = useCommandTitle();
  const live = useLive();
  const reasonFor = useReason();
  const inputSentence = useInputSentences();
  const words = useFieldWords(() => props.command);
  // oxlint-disable-next-line solid/reactivity
  const { command, given } = props;
  const fields = fieldsOfCommand(command);
  const subject = subjectOf(fields);

  const [values, setValues] = createSignal(openingValues(command, fields, given, live.view()));
  const [tried, setTried] = createSignal(false);

  const textAt = (name: string | undefined) => {
    const value = name === undefined ? '' : values()[name];
    return typeof value === 'string' ? value : '';
  };
  const before = createMemo((): FormValues | undefined => {
    const now = isRevision(command) ? standing(command, fields, textAt(subject?.name), live.view()) : undefined;
    return now && shownInAll(fields, now);
  });
  const input = createMemo(() => completed(command, inputOf(fields, values(), before()), live.view()));
  const issues = createMemo(() => commandNamed(command).definition.input.safeParse(input()).error?.issues ?? []);
  const reason = createMemo(() => {
    const now = standingIn(live);
    if (!now || issues().length > 0) return undefined;
    const verdict = rulesNow()?.verdictOn(command, input(), now);
    return verdict?.is === 'refused' ? reasonFor(verdict.refusal) : undefined;
  });
  const sentenceOf = (issue: ReturnType<typeof issues>[number]) => {
    const plain = plainIssue(issue, input());
    return plain ? t(plain) : inputSentence(issue.message);
  };
  const errorAt = (path: string) => {
    const found = tried() ? issues().find((issue) => issue.path.join('.') === path) : undefined;
    return found && sentenceOf(found);
  };
  /** What is wrong with the whole, or with what is not shown. */
  const loose = () =>
    tried() ? issues().filter((issue) => !fields.some((field) => field.name === issue.path[0] && shown(field))) : [];

  const shown = (field: (typeof fields)[number]) => !isFilledIn(command, field);
  const change = (name: string, value: FormValue) =>
    setValues((now) =>
      name === subject?.name && typeof value === 'string'
        ? withSubject(command, fields, now, value, live.view())
        : { ...now, [name]: value },
    );

  const action = createAction(async (key) => {
    await live.send(command, input() as CommandInput<CommandName>, key);
    props.onDone();
  });
  let form!: HTMLFormElement;
  // The dialog begins where something is still to be said; where nothing is asked, at the button that does it.
  onMount(() => {
    const controls = [...form.querySelectorAll<HTMLInputElement>(CONTROLS)];
    const first = controls.find(({ value }) => value === '') ?? controls[0] ?? form.querySelector('[type="submit"]');
    first?.setAttribute('autofocus', '');
  });
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (issues().length > 0) {
      queueMicrotask(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    } else if (reason() === undefined) void action.run();
  };

  return (
    <form
      ref={(made) => (form = made)}
      data-component="command-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit(event);
      }}
      novalidate
    >
      <Show when={takesFile(command)}>
        <FileField
          error={errorAt('sha256')}
          onFile={(filled) =>
            setValues((now) => ({
              ...now,
              ...filled,
              ...('title' in now && now['title'] === '' ? { title: nameWithoutEnding(filled['fileName']) } : {}),
            }))
          }
        />
      </Show>
      <For each={inOrder(fields.filter(shown))}>
        {(field) => (
          <FormFieldView
            field={field}
            path={field.name}
            beside={values()}
            value={values()[field.name]}
            onValue={(value) => change(field.name, value)}
            words={words}
            errorAt={errorAt}
          />
        )}
      </For>
      <For each={loose()}>
        {(issue) => (
          <p data-part="reason" role="alert">
            {sentenceOf(issue)}
          </p>
        )}
      </For>
      <Show when={reason()}>{(why) => <p data-part="reason">{why()}</p>}</Show>
      <div data-part="last">
        <Button onClick={() => props.onCancel()}>{t('form.cancel')}</Button>
        <Button type="submit" variant="primary" action={action} reason={reason()}>
          {title(command)}
        </Button>
      </div>
    </form>
  );
}

/** What must be filled in before what may be. */
const inOrder = (fields: readonly FormField[]): readonly FormField[] =>
  fields.toSorted((a, b) => Number(b.required) - Number(a.required));

const nameWithoutEnding = (fileName: FormValue | undefined): string =>
  typeof fileName === 'string' ? fileName.replace(/\.[^.]+$/, '') : '';
