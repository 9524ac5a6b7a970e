// 每个页面的外框：页眉、连接状态，以及无内容可显示时的各种状态。

import type { DictionaryOf } from '../words.ts';
import type { shell as english } from '../en/shell.ts';

export const shell: DictionaryOf<typeof english> = {
  'shell.name': 'Rostrum',
  'shell.skip': '跳到正文',
  'shell.home': '会议',
  'shell.language': '语言',
  'shell.theme': '外观',
  'shell.theme.system': '跟随系统',
  'shell.theme.light': '浅色',
  'shell.theme.dark': '深色',
  'shell.account': '{name}的账户',
  'shell.preferences': '语言和外观',
  'shell.signIn': '登录',
  'shell.signOut': '退出登录',
  'shell.signedOut': '您已退出登录。',
  'shell.messages': '消息',
  'shell.byLink': '通过个人链接进入',

  'connection.connecting': '正在连接',
  'connection.live': '实时',
  'connection.reconnecting': '正在重新连接',
  'connection.reconnecting.since': '自 {time} 起连接中断。当前显示的是中断时的内容，恢复后自动继续。',
  'connection.ended': '已结束',

  'state.loading': '正在载入',
  'state.offline.title': '无法连接服务器',
  'state.offline.text': '请检查网络。本页会自动重试。',
  'state.retry': '重试',
  'state.failed.title': '本页未能载入',
  'state.missing.title': '没有这个页面',
  'state.missing.text': '地址可能有误，或者所指内容不对您开放。',
  'state.missing.back': '前往会议列表',
  'state.ended.title': '您的会话已结束',
  'state.ended.account': '请重新登录后继续。会议内容没有任何丢失。',
  'state.ended.attendee': '请重新打开您的个人链接，或向组织者索取新链接。会议内容没有任何丢失。',
  'state.crashed.title': '本页出现错误',
  'state.crashed.text': '会议记录不受影响。请重新载入本页；如再次出现，请将下面的内容告知系统管理人员。',
  'state.reload': '重新载入',

  'problem.unreachable': '服务器没有应答，此操作未能完成。请检查网络后重试。',
  'problem.unreadable': '本页无法理解服务器的应答。请重新载入本页。',
  'problem.unexpected': '本页出现错误。请重新载入。',

  'button.busy': '正在进行',
  'copy.copied': '已复制',
  'copy.failed': '未能复制。请选中文字后复制。',
  'dialog.close': '关闭',
  'dialog.cancel': '取消',
  'field.optional': '选填',
  'field.choose': '请选择',
  'field.add': '添加',
  'field.remove': '移除',
  'toast.dismiss': '关闭',
};
