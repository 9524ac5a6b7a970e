// 拒绝原因的中文句子，按代码查找；花括号内为服务器给出的事实。没有列出的代码显示服务器的英文原句。

import type { Refusals } from '../refusals.ts';

export const refusals: Refusals = {
  'meeting.unknown': '没有这个会议。',
  'meeting.not-convened': '会议尚未召集。请先召集。',
  'meeting.not-open': '会议尚未开始。请先宣布开会。',
  'meeting.open': '会议正在进行。此操作只能在开会前或闭会后进行。',
  'meeting.in-recess': '会议正在休会。请先复会。',
  'meeting.closed': '会议已闭会。记录中的错误只能更正，不能改写。',
  'meeting.minuted': '纪要已签署。记录中的错误只能更正，不能改写。',
  'meeting.sealed': '记录已封存，不能再增加任何内容。',
  'meeting.cancelled': '会议已取消。请另行安排。',
  'meeting.already-scheduled': '已有同一编号的会议。请修改该会议，或使用其他编号。',
  'meeting.no-chair': '会议没有主持人。请先指定。',
  'meeting.no-quorum': '到会 {present} 人，法定人数为 {quorum} 人。请等待，或说明理由后开会。',
  'meeting.floor-held': '有人正在发言。请先收回发言权，再宣布休会。',
  'meeting.not-permitted': '您在本次会议中无权进行此操作。',
  'meeting.correction-changes-nothing': '新值与旧值相同。请填写本应记录的内容。',
};
