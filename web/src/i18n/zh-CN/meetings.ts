// 会议列表。

import type { DictionaryOf } from '../words.ts';
import type { meetings as english } from '../en/meetings.ts';

export const meetings: DictionaryOf<typeof english> = {
  'list.title': '会议',
  'list.today': '今天',
  'list.now': '正在进行',
  'list.upcoming': '即将召开',
  'list.past': '已结束',
  'list.schedule': '安排会议',
  'list.venues': { other: '{count} 个会场' },
  'list.attendees': { other: '{count} 位与会者' },
  'list.unreadable': '无法读取',
  'list.empty.title': '尚无会议',
  'list.empty.text':
    '会议从安排开始：标题、时间、议程和与会名单。会上发生的一切都写入同一份记录，会议室、纪要和回放均由此生成。',
  'list.empty.none': '没有对您开放的会议。请向组织者索取您的个人链接。',
  'list.empty.demo.title': '先看一次开完的会议',
  'list.empty.demo.text': '停止服务器并运行 {command}。它会在单独的文件夹中重演 2021 年的一次工作会议并打开它。',
  'list.empty.schedule.title': '安排第一次会议',
  'list.empty.schedule.text': '有标题和时间即可开始，随后再编排议程和名单。召集之前不会通知任何人。',
};
