// A form that gives a command: what was typed is checked as the catalogue and the server will, each refusal stands at its
// field, and what was typed stays until it has gone through.

import type { MeetingCommandName } from '@rostrum/events';
import { createMemo, createSignal, untrack } from 'solid-js';
import type { Accessor } from 'solid-js';
import { createAction } from '../../../api/action.ts';
import type { Action } from '../../../api/action.ts';
import type { CommandInput, CommandName } from '../../../api/command.ts';
import type { InputError } from '../../../api/problem.ts';
import { meetingCommands } from '../../../catalogue.ts';
import { createKept } from '../../../drafts/kept.ts';
import type { Kept, KeptForm } from '../../../drafts/kept.ts';
import { useInputSentences } from '../../../i18n/input-sentences.ts';
import { useLive } from '../../../live/use-live.tsx';
import { rulesNow, standingIn } from '../../../meeting/deed.ts';
import { useReason } from '../../../meeting/reasons.ts';
import { inputErrors, isAt } from './input-check.ts';
import { createKeyed } from '../../../api/keyed.ts';

export type Form = {
  readonly action: Action;
  /** The sentence about what is wrong at a path, or inside of it; undefined where nothing is, and before the first attempt. */
  readonly errorAt: (path: string) => string | undefined;
  /** The same about the very path, and nothing inside of it. */
  readonly errorOf: (path: string) => string | undefined;
  /** What is wrong where the form has no field. */
  readonly elsewhere: Accessor<readonly string[]>;
  /** How many things are wrong. */
  readonly wrong: Accessor<number>;
  /** Why it would be refused whatever is typed. */
  readonly reason: Accessor<string | undefined>;
  readonly submit: (event: SubmitEvent) => void;
  /** True where nothing is wrong with what was typed, whether it was tried or not. */
  readonly ready?: () => boolean;
  /** What is kept of the form on this device; absent where nothing is. */
  readonly kept?: Kept | undefined;
};

/** What is kept of a form while it is written; its place is told within the meeting: `agenda/add`. */
export type KeptHere<Draft extends object> = KeptForm<Draft>;

type MeetingForm<N extends CommandName, Draft extends object> = {
  readonly command: N;
  readonly input: () => CommandInput<N>;
  /** The form's own words about what is wrong, by path, in place of the catalogue's. */
  readonly sentences?: () => Readonly<Record<string, string>>;
  /** What follows once it has gone through and the view shows it. */
  readonly done: () => void;
  /** Keeps what is typed on this device until it has gone through. */
  readonly keep?: KeptHere<Draft>;
};

/** Where what was written for a meeting is kept. */
export const placeIn = (meetingId: string, form: string): string => `meetings/${meetingId}/${form}`;

/** Keeps a form of a meeting. */
export const createKeptHere = <Draft extends object>(meetingId: string, form: KeptHere<Draft>): Kept =>
  createKept({ ...form, place: placeIn(meetingId, form.place) });

/** Makes the form of a command of the meeting that the page follows. */
export function createForm<N extends CommandName & MeetingCommandName, Draft extends object = never>(
  form: MeetingForm<N, Draft>,
): Form {
  const live = useLive();
  const inputSentence = useInputSentences();
  const reasonFor = useReason();
  const [tried, setTried] = createSignal(false);
  const fields = new Set<string>();
  const kept = form.keep && createKeptHere(live.meetingId, form.keep);

  const perform = createKeyed(async (key) => {
    await live.send(form.command, untrack(form.input), key);
    kept?.done();
    form.done();
  });
  const action = createAction((key) => perform(key, JSON.stringify(untrack(form.input))));

  const own = createMemo(() =>
    tried() ? inputErrors(meetingCommands[form.command].input, form.input(), form.sentences?.()) : [],
  );
  const wrongNow = () => inputErrors(meetingCommands[form.command].input, untrack(form.input)).length > 0;
  const errors = (): readonly InputError[] => [...own(), ...(action.problem()?.errors ?? [])];

  const reason = createMemo(() => {
    const standing = standingIn(live);
    const refusal = standing && rulesNow()?.admissionRefusal(form.command, standing);
    return refusal ? reasonFor(refusal) : undefined;
  });

  const sentenceOf = (path: string, matches: (error: InputError) => boolean) => {
    fields.add(path);
    const found = errors().find(matches);
    return found && inputSentence(found.message);
  };

  return {
    action,
    kept,
    errorAt: (path) => sentenceOf(path, (error) => isAt(error, path)),
    errorOf: (path) => sentenceOf(path, (error) => error.path === path),
    elsewhere: () =>
      errors()
        .filter((error) => ![...fields].some((field) => isAt(error, field)))
        .map(({ message }) => inputSentence(message)),
    wrong: () => errors().length,
    reason,
    ready: () => !wrongNow(),
    submit: (event) => {
      event.preventDefault();
      event.stopPropagation();
      const element = event.currentTarget as HTMLFormElement;
      setTried(true);
      if (own().length === 0) void action.run();
      else queueMicrotask(() => element.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    },
  };
}
