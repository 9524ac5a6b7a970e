// The list of meetings.

export const meetings = {
  'list.title': 'Meetings',
  'list.today': 'Today',
  'list.now': 'Under way',
  'list.upcoming': 'To come',
  'list.past': 'Past',
  'list.schedule': 'Schedule a meeting',
  'list.venues': { one: '{count} venue', other: '{count} venues' },
  'list.attendees': { one: '{count} attendee', other: '{count} attendees' },
  'list.unreadable': 'Cannot be read',
  'list.empty.title': 'No meetings yet',
  'list.empty.text':
    'A meeting begins with its schedule: a title, a time, an agenda and a roster. Everything that happens in it is kept as one record, from which the room, the minutes and the replay are made.',
  'list.empty.none': 'There is no meeting that is open to you. Ask the organizer for your personal link.',
  'list.empty.demo.title': 'Look at a finished one first',
  'list.empty.demo.text':
    'Stop the server and run {command}. It plays a conference of 2021 into a folder of its own and opens it.',
  'list.empty.schedule.title': 'Schedule the first',
  'list.empty.schedule.text':
    'A title and a time are enough to begin. Agenda and roster follow, and nobody is invited before you convene it.',
} as const;
