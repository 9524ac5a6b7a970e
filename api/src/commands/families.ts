// The kinds of streams that take commands, as the sequencer needs them.

import { decideMeeting, evolveMeeting, initialMeeting, meetingCodec, meetingCommands } from '@rostrum/events';
import type { Family } from './family.ts';

const meeting: Family = {
  name: 'meeting',
  codec: meetingCodec,
  commands: meetingCommands,
  initial: initialMeeting,
  evolve: evolveMeeting,
  decide: decideMeeting,
  looksAt: ['attendance'],
  ordered: true,
};

export const families: Readonly<Record<string, Family>> = { meeting };
