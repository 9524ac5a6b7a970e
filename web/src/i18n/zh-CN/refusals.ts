// 拒绝原因的中文句子，按代码查找。没有列出的代码显示服务器的英文原句。

import type { Refusals } from '../refusals.ts';
import { refusalsInMeeting } from './refusals-meeting.ts';
import { refusalsOfHouse } from './refusals-house.ts';
import { refusalsOfPapers } from './refusals-papers.ts';

export const refusals: Refusals = { ...refusalsInMeeting, ...refusalsOfPapers, ...refusalsOfHouse };
