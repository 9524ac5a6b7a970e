// The single keys of the main flow, by the command that they give.

import type { CommandName } from '../../../api/command.ts';

const keys: Readonly<Partial<Record<CommandName, string>>> = {
  'call-item': 'c',
  'conclude-item': 'd',
  'give-floor': 'g',
  'extend-floor': 'e',
  'pause-floor': 'q',
  'resume-floor': 'r',
  'yield-floor': 'y',
  'take-back-floor': 'backspace',
  'summarize-speech': 'p',
};

/** The key that gives a command where its button stands on the desk; undefined where there is none. */
export const keyOfCommand = (name: CommandName): string | undefined => keys[name];
