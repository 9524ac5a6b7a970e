// 未完成的填写内容。

import type { drafts as english } from '../en/drafts.ts';
import type { DictionaryOf } from '../words.ts';

export const drafts: DictionaryOf<typeof english> = {
  'drafts.here': '您于 {when} 填写过此处，尚未完成。',
  'drafts.goOn': '继续填写',
  'drafts.goOn.of': '继续填写“{label}”',
  'drafts.throwAway': '放弃',
  'drafts.throwAway.of': '放弃“{label}”',
  'drafts.left': { other: '此处有 {count} 项您填写过但尚未完成的内容。' },
  'drafts.at': '{label}，{when}',
};
