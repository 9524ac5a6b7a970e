// 查找会议与新建会议：筛选、日历、会议的来源。

import type { DictionaryOf } from '../words.ts';
import type { finding as english } from '../en/finding.ts';

export const finding: DictionaryOf<typeof english> = {
  'view.label': '显示方式',
  'view.list': '列表',
  'view.month': '月',
  'view.week': '周',

  'find.search': '搜索会议',
  'find.more': '筛选',
  'find.more.active': '筛选 · {count}',
  'find.status': '状态',
  'find.status.any': '所有状态',
  'find.status.underway': '正在进行',
  'find.form': '形式',
  'find.form.any': '所有形式',
  'find.organisation': '主办单位',
  'find.organisation.any': '所有单位',
  'find.from': '自',
  'find.to': '至',
  'find.counted': '{label}（{count}）',
  'find.clear': '清除',
  'find.found': { other: '{count} 次会议' },
  'find.none': '没有找到会议',
  'find.none.text': '没有会议同时符合所选条件。请减少条件，或全部清除。',
  'find.more.coming': { other: '再显示 {count} 次即将召开的会议' },
  'find.more.past': '显示更早的会议',

  'row.yours': '您所在地 {span}',

  'concern.title': '待办',
  'concern.all': '显示全部 {count} 项',
  'concern.soon': '尚未召集，{when}开始',
  'concern.late': '始终未召集，原定{when}开始',
  'concern.closed': '已闭会，纪要尚未完成',
  'concern.minuted': '纪要已完成，记录尚未封存',

  'calendar.today': '今天',
  'calendar.previous.month': '上个月',
  'calendar.next.month': '下个月',
  'calendar.previous.week': '上一周',
  'calendar.next.week': '下一周',
  'calendar.cell': { other: '{day}：{count} 次会议' },
  'calendar.cell.none': '{day}：没有会议',
  'calendar.more': '另有 {count} 次',
  'calendar.none': '当天没有会议。',
  'calendar.continued': '{title}（续）',
  'calendar.zones': '每次会议均按其自身时区的日期和时间显示。您的时区是 {zone}。',
  'calendar.most': '这段时间共有 {total} 次会议，此处显示 {shown} 次。请缩小范围查看其余会议。',
  'calendar.keys': '方向键逐日移动，Page Up 和 Page Down 切换月份或星期。',

  'begin.title': '起草方式',
  'begin.nothing': '空白会议',
  'begin.nothing.text': '先定标题和时间，随后编排议程和名单。',
  'begin.meeting': '以往会议',
  'begin.meeting.text': '沿用其议程、名单和会场，另定时间。',
  'begin.template': '模板',
  'begin.template.text': '常用议程，可再修改。',
  'begin.find': '选择会议',
  'begin.another': '另选',

  'carry.title': '沿用内容',
  'carry.never': '以下内容不沿用：文件、会议回执、发言、决定、已签署的责任书、表彰和纪要。它们属于该次会议的记录。',
  'carry.agenda': { other: '议程：{count} 项' },
  'carry.attendees': { other: '与会名单：{count} 人' },
  'carry.officers': { other: '会议职务：{count} 项任命' },
  'carry.delegations': { other: '{count} 个代表团' },
  'carry.venues': { other: '{count} 个会场' },
  'carry.directives': { other: '{count} 项尚未落实的要求，列为一项议程' },
  'carry.followUp': '上次会议要求的落实情况',

  'preview.title': '议程',
  'preview.total': '共 {duration}',

  'begin.end': '按议程时长 {duration} 推算。',
};
