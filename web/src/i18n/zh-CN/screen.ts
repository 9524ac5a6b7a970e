// 会场大屏的用语：字少而大。

import type { screen as english } from '../en/screen.ts';
import type { DictionaryOf } from '../words.ts';

export const screen: DictionaryOf<typeof english> = {
  'page.title': '大屏：{title}',

  'has.speech': '正在发言',
  'has.question': '正在提问',
  'has.reply': '正在答复',
  'has.point-of-order': '提出程序问题',
  asks: '正在提问',
  interrupts: '{name}的发言暂停',
  paused: '计时暂停',
  spoken: '已发言',
  of: '共 {time}',
  left: '剩余 {time}',
  over: '超时 {time}',

  item: '第 {number} 项',
  presenters: '主讲',
  'next.item': '下一议程',
  'next.speaker': '下一位发言',
  between: '即将进入下一项议程',
  'between.last': '各项议程均已进行完毕',

  'before.label': '会议尚未开始',
  'before.starts': '{time} 开始',
  'before.in': '距会议开始',
  'before.due': '会议即将开始',

  'recess.label': '休会',
  'recess.until': '休会至 {time}',
  'recess.in': '距复会',
  'recess.due': '会议即将继续',
  'recess.open': '复会时间由主持人宣布',

  'closed.label': '会议结束',
  'closed.at': '{time} 闭会',
  'cancelled.label': '会议取消',

  'vote.consent': '是否有异议',
  'vote.show-of-hands': '举手表决',
  'vote.recorded': '记名表决',
  'vote.secret': '无记名投票',
  'vote.voted': '已表决 {voted} / {all}',
  'vote.objections': { other: '{count} 项异议' },
  'result.adopted': '通过',
  'result.rejected': '未通过',
  'result.objected': '有人提出异议',
  'result.consent': '一致同意',
  'tally.for': '赞成',
  'tally.against': '反对',
  'tally.abstain': '弃权',
  'tally.invalid': '无效',

  'honour.label': '表彰',
  'honour.by': '颁奖人：{name}',
  'honour.page': '{page} / {pages}',
  'signing.label': '责任书签署',
  'signing.signed': '已签署 {signed} / {all}',
  'signing.all': '全部签署完毕，共 {all} 份',
  'announced.label': '文件发布',

  'connection.lost': '{time} 起连接中断，当前显示为中断前的内容。',
  'connection.waiting': '正在等待服务器',
  'ended.title': '本大屏已停用',
  'ended.text': '链接已过期或已撤销。请在本大屏上打开新的链接。',
  'missing.title': '此处没有会议',
  'missing.text': '请重新打开本大屏的链接。',

  'tools.label': '大屏设置',
  'tools.full': '全屏',
  'tools.window': '退出全屏',
  'tools.light': '浅色',
  'tools.dark': '深色',
};
