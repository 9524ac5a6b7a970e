// 会前准备：会议如何进行、提醒方式、摄像头和麦克风。

import type { DictionaryOf } from '../words.ts';
import type { ready as english } from '../en/ready.ts';

export const ready: DictionaryOf<typeof english> = {
  'ready.title': '会前准备',
  'ready.back': '返回会议',

  'expect.title': '会议如何进行',
  'expect.opens': '主持人宣布开会后，页面会自动进入会议。',
  'expect.floor': '需要发言时，请按“申请发言”。页面会提示您前面还有几位、何时轮到您、何时请您发言。',
  'expect.microphone': '主持人请您发言之前，您的麦克风保持关闭。',
  'expect.line': '如果网络中断，您在队列中的位置会保留，页面会自动重新连接。',

  'call.title': '提醒方式',
  'call.text': '浏览器标签页的标题始终会显示“下一位是您”和“请您发言”。您还可以选择：',
  'call.sound': '用轻柔的提示音提醒',
  'call.sound.hear': '试听',
  'call.sound.failed': '提示音未能播放。请检查网络连接以及本机是否静音。',
  'call.notices': '在其他窗口时，用本机通知提醒',
  'call.notices.denied': '浏览器未允许本网站发送通知。请点击地址栏旁的网站设置，允许通知。',
  'call.notices.unknown': '此浏览器不支持网页通知。页面在后台时，提示音仍会提醒您。',

  'devices.title': '摄像头和麦克风',
  'devices.text': '请确认画面和声音是否正常。画面和声音不会发送，也不会录制。',
  'devices.try': '测试摄像头和麦克风',
  'devices.again': '重新测试',
  'devices.stop': '关闭',
  'devices.asking': '浏览器正在询问是否允许本页面使用摄像头和麦克风，请选择允许。',
  'devices.picture': '您的摄像头画面',
  'devices.noPicture': '没有画面：未找到摄像头，或摄像头已关闭。',
  'devices.level': '音量',
  'devices.level.hint': '请说几句话，音量条应当随之变化。',
  'devices.heard': '麦克风工作正常。',
  'devices.silent': '尚未听到声音。',
  'devices.camera': '摄像头',
  'devices.microphone': '麦克风',
  'devices.number': '{kind} {number}',
  'devices.kept': '您的选择会保存在本机。',
  'trouble.denied.title': '浏览器未允许本页面使用摄像头和麦克风',
  'trouble.denied':
    '请打开网站设置（地址栏旁的图标），允许使用摄像头和麦克风，然后重新测试。使用手机时，还请在系统设置中检查浏览器的权限。',
  'trouble.none.title': '未找到摄像头或麦克风',
  'trouble.none': '请连接设备后重试。没有设备也可以参会：您可以观看会议、申请发言、表决和留言。',
  'trouble.busy.title': '其他程序正在使用摄像头或麦克风',
  'trouble.busy': '请关闭其他使用视频或声音的程序，然后重新测试。',
  'trouble.insecure.title': '当前地址不安全',
  'trouble.insecure': '浏览器只允许 https 网页使用摄像头和麦克风。请通过会议的 https 地址打开。',
  'trouble.other.title': '无法打开摄像头和麦克风',
  'trouble.other': '请重新测试，或更换浏览器。浏览器提示：{message}',
};
