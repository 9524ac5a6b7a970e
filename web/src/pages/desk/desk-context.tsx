// What the parts of the desk share: the forms and lists that open over it, and the speaking time that is given next.

import { createContext, createSignal, useContext } from 'solid-js';
import type { Accessor } from 'solid-js';
import type { CommandName } from '../../api/command.ts';
import type { Values } from '../../meeting/form/subject.ts';
import type { PresentMeeting } from '../../live/use-live.tsx';
import type { SpeakingTime } from './now/speaking-time.ts';
import type { Reverse } from './undo/reverse-of.ts';
import { createUndo } from './undo/undo.ts';

/** What stands over the desk. */
export type Over =
  | { readonly is: 'form'; readonly command: CommandName; readonly given: Values }
  | { readonly is: 'palette' | 'keys' | 'closing' | 'correction' | 'signing' };

export type Desk = {
  readonly over: Accessor<Over | null>;
  readonly open: (over: Over | null) => void;
  /** Opens the form of a command, with what is known of its input already. */
  readonly openForm: (command: CommandName, given?: Values) => void;
  /** What was last told to whoever hears the page, and telling something more. */
  readonly said: Accessor<string>;
  readonly say: (sentence: string) => void;
  /** False while whoever has the floor is scrolled out of sight. */
  readonly stageInSight: Accessor<boolean>;
  readonly setStageInSight: (inSight: boolean) => void;
  readonly speakingTime: Accessor<SpeakingTime>;
  readonly setSpeakingTime: (time: SpeakingTime) => void;
  /** The commands chosen in the palette, the last one first. */
  readonly recent: Accessor<readonly CommandName[]>;
  readonly remember: (command: CommandName) => void;
  /** What takes back the last act of one's own; null where nothing does. */
  readonly undo: Accessor<Reverse | null>;
};

const DeskContext = createContext<Desk>();

export const DeskProvider = DeskContext.Provider;

/** The desk, for every part of it. Throws elsewhere. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk is called outside of the desk.');
  return desk;
}

/** The forms with a page of their own in place of the one that is made from the schema. */
const own: Readonly<Partial<Record<CommandName, Over>>> = {
  'record-correction': { is: 'correction' },
  'sign-minutes': { is: 'signing' },
  'close-meeting': { is: 'closing' },
};

/** Commands that the palette keeps at hand. */
const RECENT = 5;

/** A desk on which nothing lies open. */
export function createDesk(live: PresentMeeting): Desk {
  const [over, open] = createSignal<Over | null>(null);
  const [stageInSight, setStageInSight] = createSignal(true);
  const [said, say] = createSignal('');
  const [recent, setRecent] = createSignal<readonly CommandName[]>([]);
  const [speakingTime, setSpeakingTime] = createSignal<SpeakingTime>('planned');
  return {
    over,
    open,
    openForm: (command, given = {}) => open(own[command] ?? { is: 'form', command, given }),
    said,
    say,
    stageInSight,
    setStageInSight,
    speakingTime,
    setSpeakingTime,
    recent,
    remember: (command) =>
      setRecent((before) => [command, ...before.filter((other) => other !== command)].slice(0, RECENT)),
    undo: createUndo(live),
  };
}
