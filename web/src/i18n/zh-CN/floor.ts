// 发言权：主持台与会议室共用的用语。

import type { DictionaryOf } from '../words.ts';
import type { floor as english } from '../en/floor.ts';

export const floor: DictionaryOf<typeof english> = {
  'stage.label': '当前发言',
  'stage.has.speech': '正在发言',
  'stage.has.question': '正在提问',
  'stage.has.reply': '正在答复',
  'stage.has.point-of-order': '正在提出程序问题',
  'stage.asks': '正在插话提问',
  'stage.question': '因提问暂停',
  'stage.interrupts': '之后由{name}继续发言。',

  'speech.time': '发言时间',
  'speech.spoken': '已发言时间',
  'speech.of': '/ {limit}',
  'speech.over': '超时 {time}',
  'speech.ending': '最后一分钟',
  'speech.paused': '已暂停 {time}',
};
