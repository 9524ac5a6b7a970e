// 安排会议的表单。

import type { DictionaryOf } from '../words.ts';
import type { schedule as english } from '../en/schedule.ts';

export const schedule: DictionaryOf<typeof english> = {
  'schedule.title': '安排会议',
  'schedule.lead': '会议先保存为草案。召集之前不会通知任何人。',
  'schedule.what': '会议内容',
  'schedule.when': '时间',
  'schedule.where': '地点',
  'schedule.name': '标题',
  'schedule.organisation': '主办单位',
  'schedule.purpose': '会议目的',
  'schedule.purpose.hint': '每行一项。',
  'schedule.languages': '记录语言',
  'schedule.languages.none': '请至少选择一种语言。',
  'schedule.day': '日期',
  'schedule.starts': '开始',
  'schedule.ends': '结束',
  'schedule.timeZone': '时区',
  'schedule.timeZone.hint': '会议的所有时间均按此时区向所有人显示。',
  'schedule.nextDay': '在次日 {day} 结束。',
  'schedule.noSuchTime': '当天没有这个时刻：时钟在此拨快。',
  'schedule.time.missing': '请填写日期和时间。',
  'schedule.form': '形式',
  'schedule.quorum': '法定人数',
  'schedule.quorum.hint': '必须到会的人数。留空表示不设。',
  'schedule.quorum.invalid': '请填写不小于 1 的整数，或留空。',
  'schedule.venues': '会场',
  'schedule.venues.hint': '有人到场的地点。从其他地方以视频参加者不需要会场。',
  'schedule.venue': '会场 {number}',
  'schedule.venue.main': '主会场',
  'schedule.venue.add': '添加会场',
  'schedule.venue.remove': '移除会场 {number}',
  'schedule.submit': '安排会议',
  'schedule.check': { other: '有 {count} 处需要再看一下。' },
};
