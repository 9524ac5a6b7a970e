// 会议筹备：大屏与签到链接。

import type { prepareStations as english } from '../en/prepare-stations.ts';
import type { DictionaryOf } from '../words.ts';

export const prepareStations: DictionaryOf<typeof english> = {
  'section.stations': '大屏与签到',
  'stations.lead':
    '会场大屏显示发言人、议程和计时；签到人员办理签到、清点代表团。每台设备各有专用链接，除本职页面外不能打开其他内容。',
  'stations.kind': '用途',
  'stations.screen': '大屏',
  'stations.steward': '签到',
  'stations.name': '名称',
  'stations.name.hint.screen': '大屏位置，例如“主会场左侧”',
  'stations.name.hint.steward': '签到位置，例如“东门”，将记入会议记录',
  'stations.name.missing': '请填写名称，以便与其他设备区分。',
  'stations.venue': '会场',
  'stations.venue.any': '整个会议',
  'stations.issue': '生成链接',
  'stations.issued': '“{name}”的链接已生成',
  'stations.once': '链接只显示这一次。请直接在该设备上打开，或发送到该设备。',
  'stations.copy': '复制',
  'stations.copy.of': '复制{name}的链接',
  'stations.putAway': '已交付',
  'stations.list': '已有链接的大屏与签到设备',
  'stations.none': '尚未生成链接。',
  'stations.until': '有效期至',
  'stations.state': '链接',
  'stations.open': '有效',
  'stations.expired': '已过期',
  'stations.revoked': '已撤销',
  'stations.revoke': '撤销',
  'stations.revoke.of': '撤销{name}的链接',
  'stations.show': '在此打开大屏',
  'stations.door': '在此打开签到页',
};
