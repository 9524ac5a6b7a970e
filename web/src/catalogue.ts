// The rules of a meeting with their schemas, for the pages that check what is typed before it is sent, or say beforehand
// why something cannot be done now. They weigh more than all the rest, so the bundler keeps a copy of them apart from the
// modules that fold (`pure-packages.ts`): import them from here, and only for pages that an attendee never opens.

import './no-eval.ts';

export {
  capacity,
  csvRecords,
  decideMeeting,
  decodeCsvBytes,
  initialFollowUp,
  isRejection,
  itemKind,
  meetingCommands,
  meetingCommandsBySlice,
  parseRosterCsv,
  refusalOfAdmission,
  reject,
  resolveAddressees,
  streams,
} from '@rostrum/events';
