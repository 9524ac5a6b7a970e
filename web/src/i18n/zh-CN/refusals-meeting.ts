// 会议中各项操作被拒绝的原因，按代码查找。带名称的句子以英文原句为模式，取其中的名称。

import type { Refusals } from '../refusals.ts';

export const refusalsInMeeting: Refusals = {
  'meeting.unknown': '没有这个会议，或者它不对您开放。',
  'meeting.not-yet': '当时会议尚未安排。请选择更晚的时刻。',
  'meeting.not-convened': '会议尚未召集。请先召集。',
  'meeting.not-open': '会议尚未开始。请先宣布开会。',
  'meeting.open': '会议正在进行。此操作只能在开会前或闭会后进行。',
  'meeting.in-recess': '会议正在休会。请先复会。',
  'meeting.closed': '会议已闭会。记录中的错误只能更正，不能改写。',
  'meeting.minuted': '纪要已签署。记录中的错误只能更正，不能改写。',
  'meeting.sealed': '记录已封存，不能再增加任何内容。',
  'meeting.cancelled': '会议已取消。请另行安排。',
  'meeting.already-scheduled': '已有同一编号的会议。请修改该会议，或使用其他编号。',
  'meeting.not-ready': [
    [/needs an agenda item and a name on the roster\.$/, '召集之前还需要一个议程项和名单上的一个名字。'],
    [/needs an agenda item\.$/, '召集之前还需要一个议程项。'],
    [/needs a name on the roster\.$/, '召集之前名单上还需要一个名字。'],
  ],
  'meeting.no-chair': '会议没有主持人。请先指定。',
  'meeting.no-quorum': '到会 {present} 人，法定人数为 {quorum} 人。请等待，或说明理由后开会。',
  'meeting.floor-held': '有人正在发言。请先收回发言权，再宣布休会。',
  'meeting.vote-running': '表决正在进行。请先结束表决，再宣布休会。',
  'meeting.not-permitted': '您在本次会议中无权进行此操作。',
  'meeting.stale-revision': '记录已更新至版本 {revision}。请查看后再作决定。',
  'meeting.correction-exists': '已有同一编号的更正。请使用其他编号。',
  'meeting.correction-changes-nothing': '新值与旧值相同。请填写本应记录的内容。',

  'officers.chair-and-secretary': [
    [
      /^(.+) cannot be chair and secretary .*$/,
      '$1不能同时担任主持人和会议秘书，因为两者都要签署纪要。请另行指定其中一人。',
    ],
  ],
  'officers.chair-as-deputy': [[/^(.+) is the chair\. .*$/, '$1是主持人。请指定他人为副主持人。']],
  'officers.chair-needed': '会议进行中必须有主持人。请将主持移交给副主持人或其他与会者。',
  'officers.chair-taken': [[/^(.+) chairs the running meeting\. .*$/, '$1正在主持会议。请移交主持并说明理由。']],

  'revision.overtaken': '您修改期间，他人已改动其中的内容。请看过现在的内容后再修改。',

  'agenda.unknown': '议程中没有这一项。',
  'agenda.item-exists': [[/^“(.+)” has this id already\. .*$/, '“$1”已使用此编号。请修改该项，或使用其他编号。']],
  'agenda.item-open': [[/^“(.+)” is (?:still )?open\. .*$/, '“$1”正在进行。请先结束该项。']],
  'agenda.item-not-open': [[/^“(.+)” is not open\. .*$/, '“$1”不在进行中。只能结束正在进行的议程项。']],
  'agenda.item-concluded': [[/^“(.+)” is concluded\. .*$/, '“$1”已结束。请重新开始该项，或在闭会后更正记录。']],
  'agenda.item-not-concluded': [[/^“(.+)” is not concluded\. .*$/, '“$1”尚未结束。请直接宣布该项。']],
  'agenda.item-begun': [[/^“(.+)” has begun\. .*$/, '“$1”已经开始。请结束或推迟该项。']],
  'agenda.item-withdrawn': [[/^“(.+)” was withdrawn\. .*$/, '“$1”已撤销。请作为新的议程项添加。']],
  'agenda.floor-held': [[/^(.+) has the floor\. .*$/, '$1正在发言。请等待发言结束，或先收回发言权。']],
  'agenda.vote-running': [[/^The vote on “(.+)” is running\. .*$/, '“$1”的表决正在进行。请先结束表决。']],
  'agenda.no-item': '此操作须在相应的议程项下进行。请先宣布该项。',
  'agenda.other-item': [
    [
      /^.* and “(.+)” is open\. .*$/,
      '当前进行的是“$1”，此操作须在另一类议程项下进行。请先结束该项，再宣布相应的议程项。',
    ],
  ],

  'roster.unknown': [
    [/^Not on the roster: (.+)\. .*$/, '不在名单上：$1。请先将其加入名单。'],
    [/^The recipient (.+) is not on the roster .*$/, '名单上没有使用此编号的受表彰者$1。请更正编号，或将其留空。'],
    [/^.*$/s, '名单上没有这个名字。请先添加。'],
  ],
  'roster.id-taken': [
    [/^(.+) had this id and was removed\. .*$/, '$1曾使用此编号，现已移出名单。请使用其他编号。'],
    [/^(.+) has this id already\. .*$/, '$1已使用此编号。请修改该条目，或使用其他编号。'],
  ],
  'roster.namesake': [
    [/^(.+) \((.+)\) is on the roster already\. .*$/, '$1（$2）已在名单上。请修改该条目，或在姓名中注明区别。'],
  ],
  'roster.holds-office': [[/^(.+) is [\w ]+\. Appoint .*$/, '$1担任会议职务。请先指定他人。']],
  'roster.holds-floor': [[/^(.+) has the floor\. .*$/, '$1正在发言。请先收回发言权。']],
  'roster.presents-item': [[/^(.+) presents “(.+)”\. .*$/, '$1将在“$2”中发言。请先修改该议程项。']],
  'roster.leads-delegation': [[/^(.+) leads (.+)\. Name another .*$/, '$1是$2的负责人。请先指定其他负责人。']],
  'roster.two-heads': '一个代表单位只有一名负责人。请只填写其中一个，另一个留空。',
  'roster.import-errors': [
    [/^Nothing was imported: (\d+) of (\d+) rows .*$/, '没有导入任何内容：$2 行中有 $1 行有误。请更正后重新导入。'],
  ],
  'roster.not-of-person': [[/^(.+) is a person and has .*$/, '$1为个人，没有预计人数和团长。']],
  'roster.not-of-delegation': [[/^(.+) is a delegation and has no title\.$/, '$1为代表团，没有职务。']],
  'roster.after-itself': [[/^(.+) cannot stand behind itself\. .*$/, '$1不能排在自己之后。请另选一位。']],
  'roster.not-your-answer': '您只能为自己答复。会议秘书可以代他人答复。',
  'roster.unknown-venue': '会议没有这个会场。请先添加。',
  'roster.venue-exists': [[/^(.+) has this id already\. .*$/, '$1已使用此编号。请修改该会场，或使用其他编号。']],
  'roster.main-venue': [[/^(.+) is the main venue\. .*$/, '$1是主会场。请先将其改为分会场。']],
  'roster.venue-in-use': [
    [/^(\d+) on the roster sit at (.+)\. Move .*$/, '名单上有 $1 个条目在$2。请先将其移至其他会场。'],
  ],

  'attendance.not-your-venue': '您的链接只用于另一会场。请联系该会场的签到人员或会务组。',
  'attendance.no-venue': '会议没有主会场。请说明与会者在哪个会场。',

  'floor.held': '有人正在发言。请收回发言权，或等待发言结束。',
  'floor.already-held': [[/^(.+) has the floor\. .*$/, '$1正在发言。请先收回发言权。']],
  'floor.already-paused': '发言已因另一个提问而暂停。请先让发言人继续。',
  'floor.limit-shorter': '新的时限早于原时限。请设定更晚的时限，或收回发言权。',
  'floor.no-item': '没有进行中的议程项。请先宣布一项。',
  'floor.no-limit': '本次发言没有时限，无需延长。',
  'floor.no-speaker': '请说明为谁申请发言。',
  'floor.not-your-hand': [
    [/^You can ask .*$/, '您只能为自己申请发言。'],
    [/^Only the person who asked .*$/, '只有申请人本人可以撤回此申请。'],
  ],
  'floor.not-yours': '只有正在发言的人可以结束发言。',
  'floor.own-question': '提问人就是发言人。请指定他人，或不指定。',
  'floor.request-exists': '队列中已有同一编号的申请。请使用其他编号。',
  'floor.speech-exists': '已有同一编号的发言。请使用其他编号。',
  'floor.speech-over': '这次发言已结束。请查看现在由谁发言。',
  'floor.unknown-request': '此申请已不在队列中。请查看当前的等候名单。',
  'floor.unknown-speech': '本次会议中没有这次发言。',

  'conversation.answered': '此问题已答复。请另写答复。',
  'conversation.message-exists': '已有同一编号的消息。请使用其他编号。',
  'conversation.no-reason': '请说明隐藏他人消息的理由。',
  'conversation.not-your-message': '只有作者或会议负责人可以撤回消息。',
  'conversation.question-exists': '已有同一编号的问题。请使用其他编号。',
  'conversation.unknown-message': '本次会议中没有这条消息。',
  'conversation.unknown-question': '本次会议中没有这个问题。',
};
