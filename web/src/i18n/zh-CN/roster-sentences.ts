// 关于名单文件的句子：左边是系统的英文原句，右边是中文。

import type { InputSentences } from '../input-sentences.ts';

const columns = (group: string) => `第一行须为列名：${group}。`;

export const rosterSentences: InputSentences = [
  [/^Must be person or delegation\.$/, '请填写 person 或 delegation。'],
  [/^Must be one of: (.*)\.$/, '请填写以下之一：$1。'],
  [/^Must be a whole number from 1 to (\d+)\.$/, '请填写 1 至 $1 之间的整数。'],
  [/^“(.*)” is not a whole number\.$/, '“$1”不是整数。'],
  [/^A delegation has no title\. .*$/, '代表团没有职务，请留空。'],
  [/^A person has no head-count\. .*$/, '个人没有预计人数，请留空。'],
  [/^The file is not in UTF-8\. .*$/, '文件不是 UTF-8 编码。请在电子表格中另存为“CSV UTF-8”，再选择该文件。'],
  [/^The file is empty\. .*columns: (.*)\.$/, `文件为空。${columns('$1')}`],
  [/^There is no row below the header\. .*$/, '列名之下没有内容，请填写名单。'],
  [/^There are (\d+) rows; at most (\d+) .*$/, '共 $1 行，一次最多导入 $2 行。请分成几个文件。'],
  [/^A column has no name\. .*columns: (.*)\.$/, `有一列没有列名。${columns('$1')}`],
  [/^“(.*)” is no column of a roster\. .*columns: (.*)\.$/, `名单中没有“$1”这一列。${columns('$2')}`],
  [/^The column “(.*)” stands there twice\. .*$/, '“$1”一列出现了两次，请删去一列。'],
  [/^The column “(.*)” is missing\. .*columns: (.*)\.$/, `缺少“$1”一列。${columns('$2')}`],
  [
    /^The row has (\d+) cells and the header (\d+)\. .*$/,
    '本行有 $1 格，列名有 $2 格。格内含逗号时，须将整格置于引号内。',
  ],
  [/^A quotation mark stands within .*$/, '格内有引号，或引号没有闭合。请将整格置于引号内，并将格内的引号写两次。'],
  [/^(.*) \((.*)\) stands in row (\d+) already\. .*$/, '$1（$2）已在第 $3 行，请删去其中一行。'],
  [/^The meeting has no venue “(.*)”\. The meeting has none\.$/, '会议没有代号为“$1”的会场，目前尚未设会场。'],
  [/^The meeting has no venue “(.*)”\. Use one of: (.*)\.$/, '会议没有代号为“$1”的会场。请用以下之一：$2。'],
];
