// 会议用语：各页面对会议状态、形式、议程和人员的统一称呼。

import type { DictionaryOf } from '../words.ts';
import type { meeting as english } from '../en/meeting.ts';

export const meeting: DictionaryOf<typeof english> = {
  'status.unscheduled': '未安排',
  'status.draft': '筹备中',
  'status.convened': '已召集',
  'status.open': '会议进行中',
  'status.recess': '休会',
  'status.closed': '已闭会',
  'status.minuted': '纪要已签署',
  'status.sealed': '已封存',
  'status.cancelled': '已取消',

  'form.video': '视频会议',
  'form.hybrid': '现场加视频',
  'form.on-site': '现场会议',

  'kind.opening': '开幕',
  'kind.report': '报告',
  'kind.speech': '讲话',
  'kind.exchange': '交流发言',
  'kind.announcement': '宣布文件',
  'kind.commendation': '表彰',
  'kind.statement': '签署责任书',
  'kind.discussion': '讨论',
  'kind.decision': '表决',
  'kind.break': '休息',
  'kind.closing': '闭幕',

  'item.planned': '待进行',
  'item.open': '进行中',
  'item.concluded': '已结束',
  'item.deferred': '已推迟',
  'item.withdrawn': '已撤销',

  'capacity.chair': '主持人',
  'capacity.leader': '领导',
  'capacity.rapporteur': '报告人',
  'capacity.member': '参会人员',
  'capacity.presenter': '发言人',
  'capacity.commended': '受表彰者',
  'capacity.observer': '列席人员',
  'capacity.guest': '来宾',
  'capacity.interpreter': '口译员',
  'capacity.staff': '工作人员',
  'capacity.steward': '会务人员',

  'office.chair': '主持人',
  'office.deputy': '副主持人',
  'office.secretary': '会议秘书',

  'role.administrator': '管理员',
  'role.organizer': '组织者',
  'role.archivist': '档案员',
  'role.attendee': '与会者',

  'request.speech': '发言',
  'request.question': '提问',
  'request.reply': '答复',
  'request.point-of-order': '程序问题',

  'discipline.first-come': '按申请先后',
  'discipline.precedence': '按排名',
  'discipline.quiet-first': '发言少者优先',
  'discipline.chair': '由主持人安排',

  'venue.main': '主会场',
  'venue.branch': '分会场',
  'venue.remote': '远程',

  'meeting.agenda': '议程',
  'meeting.nobodySpeaks': '当前无人发言',
  'meeting.hasFloor': '正在发言',
  'meeting.onNow': '正在进行',
  'meeting.plannedMinutes': { other: '{count} 分钟' },
  'meeting.noAgenda': '议程为空。',
  'meeting.desk': '主持台',
  'meeting.room': '会议室',
  'meeting.enterRoom': '进入会议室',
  'meeting.archive': '会议档案',
  'meeting.overview': '概览',
  'meeting.places': '会议各部分',
};
