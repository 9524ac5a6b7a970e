// 关于填写内容的句子：左边是系统的英文原句，右边是中文。

import type { InputSentences } from '../input-sentences.ts';
import { rosterSentences } from './roster-sentences.ts';

export const inputSentences: InputSentences = [
  [/^Must not be empty\.$/, '不能为空。'],
  [/^Must not be longer than (\d+) characters\.$/, '不能超过 $1 个字符。'],
  [/^Contains control or text-direction characters\..*$/, '含有控制字符或文字方向字符。请删除后重新输入。'],
  [/^An id has 1 to 64 .*$/, '编号由 1 至 64 个字母、数字、点、连字符或下划线组成。'],
  [/^Must be an RFC 3339 instant .*$/, '请填写带时区偏移的时间，例如 2021-05-26T09:00:00+08:00。'],
  [/^Must be a day, .*$/, '请填写日期，例如 2021-05-26。'],
  [/^Must be a SHA-256 digest .*$/, '请填写 64 位小写十六进制的 SHA-256 摘要。'],
  [/^Must be a language tag, .*$/, '请填写语言标签，例如 en 或 zh-CN。'],
  [/^Must be an IANA time zone, .*$/, '请填写 IANA 时区，例如 Asia/Shanghai。'],
  [/^The meeting must end after it starts\.$/, '会议的结束时间必须晚于开始时间。'],
  [/^Must be one line, .*$/, '只能是一行，不能有换行和制表符。'],
  [/^Must be a file name .*$/, '请填写不含文件夹的文件名。'],
  [/^Must be a media type .*$/, '请填写小写的媒体类型，例如 application/pdf。'],
  [/^Must be a roster id, .*$/, '请填写名单编号、单位或参会身份。'],
  [/^Name either a speaker or a request of the queue\.$/, '请指定发言人，或指定队列中的一项申请。'],
  ...rosterSentences,
  [/^Too small: expected number to be >=(-?\d+)\.?$/, '不能小于 $1。'],
  [/^Too big: expected number to be <=(-?\d+)\.?$/, '不能大于 $1。'],
  [/^Too small: expected array to have >=(\d+) items?\.?$/, '至少需要 $1 项。'],
  [/^Too big: expected array to have <=(\d+) items?\.?$/, '最多 $1 项。'],
  [/^Invalid input: expected int, received .*$/, '请填写整数。'],
  [/^Invalid input: .*$/, '填写的内容无法使用。'],
];
