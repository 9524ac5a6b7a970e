// A plenary session: an agenda adopted, a report debated in two parts with a break, resolutions.

import type { Template } from './template.ts';

export const plenary: Template = {
  name: 'plenary',
  title: { en: 'Plenary session', 'zh-CN': '全体会议' },
  about: {
    en: 'Adopts an agenda, hears a report, debates it and decides: for a committee or a council of many members.',
    'zh-CN': '通过议程，听取报告，审议并作出决议；适用于委员会、理事会全体会议。',
  },
  form: 'hybrid',
  purpose: [
    { en: 'Hear and debate the report', 'zh-CN': '听取和审议报告' },
    { en: 'Decide on the draft resolutions', 'zh-CN': '审议通过决议草案' },
  ],
  items: [
    {
      itemId: 'opening',
      kind: 'opening',
      minutes: 5,
      title: { en: 'Opening and finding of the quorum', 'zh-CN': '宣布开会，确认法定人数' },
    },
    {
      itemId: 'adoption',
      kind: 'decision',
      minutes: 5,
      title: { en: 'Adoption of the agenda', 'zh-CN': '通过会议议程' },
    },
    { itemId: 'report', kind: 'report', minutes: 40, title: { en: 'Report', 'zh-CN': '作报告' } },
    { itemId: 'debate', kind: 'discussion', minutes: 60, title: { en: 'Debate on the report', 'zh-CN': '审议报告' } },
    { itemId: 'break', kind: 'break', minutes: 15, title: { en: 'Break', 'zh-CN': '休息' } },
    {
      itemId: 'draft',
      kind: 'discussion',
      minutes: 30,
      title: { en: 'Discussion of the draft resolutions', 'zh-CN': '讨论决议草案' },
    },
    {
      itemId: 'resolution',
      kind: 'decision',
      minutes: 15,
      title: { en: 'Vote on the resolutions', 'zh-CN': '表决决议草案' },
    },
    { itemId: 'closing', kind: 'closing', minutes: 5, title: { en: 'Closing', 'zh-CN': '宣布闭会' } },
  ],
};
