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
};
