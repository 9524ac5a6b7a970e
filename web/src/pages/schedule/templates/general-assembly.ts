// A general assembly of members: reports, accounts, discharge, elections.

import type { Template } from './template.ts';

export const generalAssembly: Template = {
  name: 'general-assembly',
  title: { en: 'General assembly', 'zh-CN': '会员大会' },
  about: {
    en: 'The yearly assembly of members: report, accounts, discharge of the board, elections.',
    'zh-CN': '会员、股东等的年度大会：工作报告、财务报告、解除责任、选举。',
  },
  form: 'hybrid',
  purpose: [
    { en: 'Hear the report and the accounts of the year', 'zh-CN': '听取年度工作报告和财务报告' },
    { en: 'Elect the board', 'zh-CN': '选举理事会' },
  ],
  items: [
    {
      itemId: 'opening',
      kind: 'opening',
      minutes: 10,
      title: { en: 'Opening and finding of the quorum', 'zh-CN': '宣布开会，确认法定人数' },
    },
    {
      itemId: 'adoption',
      kind: 'decision',
      minutes: 5,
      title: { en: 'Adoption of the agenda', 'zh-CN': '通过会议议程' },
    },
    { itemId: 'report', kind: 'report', minutes: 30, title: { en: 'Report of the board', 'zh-CN': '理事会工作报告' } },
    {
      itemId: 'accounts',
      kind: 'report',
      minutes: 20,
      title: { en: 'Accounts and report of the auditors', 'zh-CN': '财务报告和审计报告' },
    },
    { itemId: 'debate', kind: 'discussion', minutes: 30, title: { en: 'Questions and debate', 'zh-CN': '提问与讨论' } },
    {
      itemId: 'discharge',
      kind: 'decision',
      minutes: 10,
      title: { en: 'Approval of the accounts and discharge of the board', 'zh-CN': '审议通过财务报告，解除理事会责任' },
    },
    { itemId: 'break', kind: 'break', minutes: 15, title: { en: 'Break', 'zh-CN': '休息' } },
    { itemId: 'elections', kind: 'decision', minutes: 30, title: { en: 'Elections', 'zh-CN': '选举' } },
    { itemId: 'motions', kind: 'decision', minutes: 20, title: { en: 'Motions of members', 'zh-CN': '审议会员提案' } },
    { itemId: 'honours', kind: 'commendation', minutes: 10, title: { en: 'Honours', 'zh-CN': '表彰' } },
    { itemId: 'closing', kind: 'closing', minutes: 5, title: { en: 'Closing', 'zh-CN': '宣布闭会' } },
  ],
};
