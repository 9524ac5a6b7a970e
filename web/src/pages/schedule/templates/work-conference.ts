// A work conference: reports, the speech of the leadership, exchange of experience, commendations, the closing.

import type { Template } from './template.ts';

export const workConference: Template = {
  name: 'work-conference',
  title: { en: 'Work conference', 'zh-CN': '工作会议' },
  about: {
    en: 'Sums up a year and sets out the next: reports, experience from the units, commendations, the speech of the leadership.',
    'zh-CN': '总结一年工作、部署下一步任务：报告、单位交流、表彰、领导讲话。',
  },
  form: 'hybrid',
  purpose: [
    { en: 'Sum up the work done', 'zh-CN': '总结前一阶段工作' },
    { en: 'Set out the work to come', 'zh-CN': '部署下一阶段任务' },
  ],
  items: [
    {
      itemId: 'opening',
      kind: 'opening',
      minutes: 5,
      title: { en: 'Opening and introduction of those present', 'zh-CN': '宣布开会，介绍与会人员' },
    },
    { itemId: 'report', kind: 'report', minutes: 40, title: { en: 'Report on the work', 'zh-CN': '作工作报告' } },
    {
      itemId: 'promulgation',
      kind: 'announcement',
      minutes: 10,
      title: { en: 'Announcement of documents', 'zh-CN': '宣读文件' },
    },
    {
      itemId: 'commendation',
      kind: 'commendation',
      minutes: 15,
      title: { en: 'Commendation of outstanding collectives and individuals', 'zh-CN': '表彰先进集体和先进个人' },
    },
    {
      itemId: 'exchange',
      kind: 'exchange',
      minutes: 40,
      title: { en: 'Units report on their experience', 'zh-CN': '有关单位交流发言' },
    },
    {
      itemId: 'statement',
      kind: 'statement',
      minutes: 10,
      title: { en: 'Signing of responsibility statements', 'zh-CN': '签订责任书' },
    },
    { itemId: 'speech', kind: 'speech', minutes: 30, title: { en: 'Speech of the leadership', 'zh-CN': '领导讲话' } },
    {
      itemId: 'closing',
      kind: 'closing',
      minutes: 5,
      title: { en: 'Closing and what follows', 'zh-CN': '会议小结，宣布闭会' },
    },
  ],
};
