// A sitting of a council or board: minutes of the last one, reports, questions, decisions.

import type { Template } from './template.ts';

export const councilSitting: Template = {
  name: 'council-sitting',
  title: { en: 'Council sitting', 'zh-CN': '理事会例会' },
  about: {
    en: 'The regular sitting of a council or board: the last minutes, reports, questions, decisions.',
    'zh-CN': '理事会、委员会的例行会议：确认上次纪要、听取汇报、质询、决定。',
  },
  form: 'hybrid',
  purpose: [{ en: 'Decide what is before the council', 'zh-CN': '审议决定提请事项' }],
  items: [
    {
      itemId: 'opening',
      kind: 'opening',
      minutes: 5,
      title: { en: 'Opening and finding of the quorum', 'zh-CN': '宣布开会，确认法定人数' },
    },
    {
      itemId: 'minutes',
      kind: 'decision',
      minutes: 5,
      title: { en: 'Approval of the minutes of the last sitting', 'zh-CN': '审议通过上次会议纪要' },
    },
    {
      itemId: 'follow-up',
      kind: 'report',
      minutes: 15,
      title: { en: 'What became of the directives of the last sitting', 'zh-CN': '通报上次会议要求的落实情况' },
    },
    {
      itemId: 'report',
      kind: 'report',
      minutes: 20,
      title: { en: 'Report of the executive', 'zh-CN': '听取工作汇报' },
    },
    {
      itemId: 'questions',
      kind: 'exchange',
      minutes: 15,
      title: { en: 'Questions and answers', 'zh-CN': '质询与答复' },
    },
    {
      itemId: 'proposals',
      kind: 'discussion',
      minutes: 30,
      title: { en: 'Discussion of the proposals', 'zh-CN': '讨论提请审议的事项' },
    },
    { itemId: 'decisions', kind: 'decision', minutes: 15, title: { en: 'Decisions', 'zh-CN': '作出决定' } },
    { itemId: 'other', kind: 'discussion', minutes: 10, title: { en: 'Other business', 'zh-CN': '其他事项' } },
    {
      itemId: 'closing',
      kind: 'closing',
      minutes: 5,
      title: { en: 'Closing and date of the next sitting', 'zh-CN': '宣布闭会，通知下次会议日期' },
    },
  ],
};
