// 登录、账户、链接、请求和存储方面的拒绝原因，按代码查找。

import type { Refusals } from '../refusals.ts';

export const refusalsOfHouse: Refusals = {
  'session.none': '尚未登录。请登录，或打开您的个人链接。',
  'session.ended': '会话已结束。请重新登录，或重新打开您的个人链接。',
  'session.wrong-password': '登录名或密码有误。请核对后重试。',
  'setup.done': '管理员已存在。请用该账户登录。',
  'setup.wrong-token': '这不是服务器最近一次启动时输出的链接。请打开该链接，或重新启动服务器以获得新链接。',
  'link.unknown': '此链接无效。请检查是否完整，或向组织者索取新链接。',
  'link.expired': '此链接已过期。请向组织者索取新链接。',
  'link.revoked': '此链接已撤销或已被新链接取代。请使用最新的链接，或向组织者索取。',
  'door.expires-in-the-past': '该链接的失效时间已过。请填写更晚的时间。',
  'door.link-exists': '已有同一编号的链接。请使用其他编号。',
  'door.unknown-link': '本次会议没有这个链接。',

  'account.exists': '已有同一编号的账户。请使用其他编号。',
  'account.unknown': '没有这个账户。',
  'account.disabled': '该账户已停用。请先启用。',
  'account.enabled': '该账户已启用。',
  'account.last-administrator': '这是最后一名管理员。请先将另一账户设为管理员。',
  'account.name-taken': '此登录名已被使用。请另选一个。',
  'account.not-permitted': '您无权进行此操作。',
  'account.not-yours': '只有账户本人或管理员可以进行此操作。',
  'password.old-wrong': '原密码有误。请输入您现在使用的密码。',
  'password.unfit': [
    [/^A password has at least (\d+) .*$/, '密码至少需要 $1 个字符。请设置更长的密码。'],
    [/^A password has at most (\d+) .*$/, '密码最多 $1 个字符。请设置更短的密码。'],
    [/^The password repeats .*$/, '密码只重复少数几个字符。请设置更难猜的密码。'],
    [/^The password is made of .*$/, '密码由登录名构成。请另设密码。'],
  ],

  'contact.not-yours': '联系方式只对本人和会议负责人开放，且只能修改自己的。',
  'contact.of-another-meeting': '另一会议的与会者已使用此编号。请以其他编号添加该与会者。',

  'query.accounts-only': '跨会议的登记册供有账户者查阅。您的链接只用于一次会议。',
  'query.behind': '所请求的内容尚未到达此处。请稍后再试。',
  'query.no-moment': '时刻须为版本号（例如 42）或时间（例如 2021-05-26T09:30:00+08:00）。',
  'record.unreadable': '记录由更新的版本写成。请先升级，再使用此记录。',

  'request.malformed': '请求的格式有误。请更正所列各项。',
  'request.invalid': '有些内容无法使用。请更正所列各项。',
  'request.not-json': '请以 JSON 格式发送。',
  'request.too-large': '内容过大。请缩减后重试。',
  'request.too-many': [[/^Too many requests\. Wait (\d+) .*$/, '请求过多。请等待 $1 秒后重试。']],
  'request.cross-origin': '此请求来自其他网站的页面。请在本站打开会议后重试。',
  'request.unknown': '此地址没有内容。',
  'request.unreadable': '无法读取此请求的地址或标头。',
  'request.wrong-method': '此地址不接受这种请求。',
  'idempotency.key-malformed': '请求的幂等键格式有误。',
  'idempotency.key-reused': '同一次操作已用于其他内容。请再按一次。',

  'server.closing': '服务器正在关闭。请稍后重新连接。',
  'server.failed': '服务器内部出错，请求本身没有已知问题。请将此请求的编号告知系统管理人员。',
  'server.busy': '此刻登录的人过多。请几秒后重试。',
  'server.overloaded': '此刻操作过多。请稍后重试。',
  'store.unavailable': '此刻无法写入记录，没有任何改动。请稍后重试。',
  'store.disk-full': '存储空间已满，没有任何改动。请联系系统管理人员。',
  'store.outcome-unknown': '不确定此操作是否已记录。请重试：它只会记录一次。',
  'store.contended': '多人同时改动记录，没有任何改动。请重试。',
  'web.unknown-asset': '页面已更新。请重新载入。',
};
