// Every template, in the order in which they are offered.

import { councilSitting } from './council-sitting.ts';
import { generalAssembly } from './general-assembly.ts';
import { plenary } from './plenary.ts';
import type { Template } from './template.ts';
import { workConference } from './work-conference.ts';

export const templates: readonly Template[] = [workConference, plenary, councilSitting, generalAssembly];
