// 登录、初始设置，以及通过个人链接进入。

import type { DictionaryOf } from '../words.ts';
import type { doors as english } from '../en/doors.ts';

export const doors: DictionaryOf<typeof english> = {
  'signIn.title': '登录',
  'signIn.lead': '供组织者、档案员和管理员使用。与会者请打开收到的个人链接。',
  'signIn.name': '登录名',
  'signIn.password': '密码',
  'signIn.submit': '登录',
  'signIn.missing': '请填写登录名和密码。',
  'signIn.notSetUp': '系统尚无管理员。服务器启动时输出了一次性链接，请打开该链接创建管理员。',

  'setup.title': '创建管理员',
  'setup.lead': '此链接只能使用一次。在此创建的账户可以安排会议、管理档案并创建其他账户。',
  'setup.displayName': '姓名（记录中显示）',
  'setup.signInName': '登录名',
  'setup.password': '密码',
  'setup.password.hint': '至少 {count} 个字符。一句话比一串符号更容易记住。',
  'setup.password.short': '密码至少需要 {count} 个字符。',
  'setup.password.again': '再次输入密码',
  'setup.password.differs': '两次输入的密码不一致。',
  'setup.empty': '不能为空。',
  'setup.submit': '创建管理员',
  'setup.noToken.title': '链接不完整',
  'setup.noToken.text': '请按服务器启动时输出的一次性链接原样打开。',
  'setup.done.title': '管理员已存在',
  'setup.done.text': '一次性链接已使用。请用已创建的账户登录。',

  'join.title': '正在进入',
  'join.failed.title': '未能通过此链接进入会议',
  'join.noToken.title': '链接不完整',
  'join.noToken.text': '请按收到的个人链接原样打开，包括 # 之后的全部内容。',
};
