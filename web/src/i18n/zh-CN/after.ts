// 会后：在页面上阅读的会议纪要，以及证书。

import type { DictionaryOf } from '../words.ts';
import type { after as english } from '../en/after.ts';

export const after: DictionaryOf<typeof english> = {
  'minutes.back': '返回会议',
  'minutes.other': '本次会议没有您所用语言的纪要，以下为{language}文本。',
  'minutes.failed': '未能取得会议纪要。',
  'minutes.print': '打开打印版',
  'minutes.download': '下载',

  'certificate.title': '证书',
  'certificate.back': '返回我的事项',
  'certificate.print': '打印或存为 PDF',
  'certificate.unknown.title': '没有这份证书',
  'certificate.unknown.text': '表彰颁授之后，受表彰者可以在这里查看证书。',
  'certificate.heading': '荣誉证书',
  'certificate.upon': '授予',
  'certificate.at': '{day}颁授于{meeting}',
  'certificate.number': '编号 {certificate}',
  'certificate.presenter': '颁授人',
  'certificate.chair': '会议主持人',
};
