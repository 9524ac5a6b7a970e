// Which kind of item a title speaks of, so that whoever types a whole agenda need not choose it each time. A guess: it stands
// in its field, to be changed.

import type { ItemKind } from '@rostrum/events';

/** The first that fits counts. */
const signs: readonly (readonly [kind: ItemKind, sign: RegExp])[] = [
  ['break', /\b(?:coffee|tea|lunch)\b|\bbreak\b|\brecess\b|休息|茶歇|休会|午餐/i],
  ['closing', /\bclos(?:ing|e)\b|\badjournment\b|闭幕|散会|会议结束/i],
  ['opening', /\bopening\b|\bwelcome\b|开幕|开场|宣布(?:会议)?开始/i],
  ['commendation', /\bcommendations?\b|\bawards?\b|\bhonou?rs\b|表彰|颁奖|授奖/i],
  ['statement', /\bstatements?\b|\bpledges?\b|责任书|承诺书|责任状/i],
  ['announcement', /\bannouncements?\b|\bpromulgat\w*|宣读|公布|发布|印发/i],
  ['decision', /\bdecisions?\b|\bvot(?:e|es|ing)\b|\belections?\b|\bapproval\b|表决|选举|审议通过/i],
  ['exchange', /\bexchange\b|交流/i],
  ['report', /\breports?\b|报告|汇报/i],
  ['speech', /\bspeech(?:es)?\b|\baddress\b|\bremarks\b|讲话|致辞|发言/i],
  ['discussion', /\bdiscussions?\b|\bdebates?\b|讨论|审议/i],
];

export const kindOf = (title: string): ItemKind => signs.find(([, sign]) => sign.test(title))?.[0] ?? 'discussion';
