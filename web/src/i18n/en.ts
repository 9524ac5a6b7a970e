// The English dictionary: the one that says which keys there are. Each area of the house has a file of its own.

import { doors } from './en/doors.ts';
import { floor } from './en/floor.ts';
import { meeting } from './en/meeting.ts';
import { meetings } from './en/meetings.ts';
import { schedule } from './en/schedule.ts';
import { shell } from './en/shell.ts';

export const en = { ...shell, ...doors, ...floor, ...meeting, ...meetings, ...schedule } as const;
