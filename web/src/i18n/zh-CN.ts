// The Simplified Chinese dictionary: every key of the English one, or the compiler says which is missing.

import type { Dictionary } from './words.ts';
import { doors } from './zh-CN/doors.ts';
import { floor } from './zh-CN/floor.ts';
import { meeting } from './zh-CN/meeting.ts';
import { meetings } from './zh-CN/meetings.ts';
import { schedule } from './zh-CN/schedule.ts';
import { shell } from './zh-CN/shell.ts';

export const zhCN: Dictionary = { ...shell, ...doors, ...floor, ...meeting, ...meetings, ...schedule };
