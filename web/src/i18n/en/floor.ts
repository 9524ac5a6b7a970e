// The floor as the desk and the room both tell it: who has it, and the clock of the speech.

export const floor = {
  'stage.label': 'The floor',
  'stage.has.speech': 'has the floor',
  'stage.has.question': 'asks a question',
  'stage.has.reply': 'replies',
  'stage.has.point-of-order': 'on a point of order',
  'stage.asks': 'asks an interposed question',
  'stage.question': 'paused for a question',
  'stage.interrupts': '{name} goes on afterwards.',

  'speech.time': 'Speaking time',
  'speech.spoken': 'Time spoken',
  'speech.of': 'of {limit}',
  'speech.over': '{time} over',
  'speech.ending': 'last minute',
  'speech.paused': 'paused {time}',
} as const;
