// Getting ready: what to expect, how the room calls, camera and microphone. Only who opens this part fetches them.

export const ready = {
  'ready.title': 'Getting ready',
  'ready.back': 'Back to the meeting',

  'expect.title': 'What to expect',
  'expect.opens': 'The page goes on by itself when the chair opens the meeting.',
  'expect.floor':
    'To speak, press “Ask for the floor”. The page says how many are before you, that you are next, and that you have the floor.',
  'expect.microphone': 'Your microphone stays closed until the chair gives you the floor.',
  'expect.line': 'If the connection breaks, your place in the queue is kept, and the page connects again by itself.',

  'call.title': 'How the page calls you',
  'call.text':
    'The title of the tab always says “You are next” and “You have the floor”. If you like, you are also called:',
  'call.sound': 'By a soft sound',
  'call.sound.hear': 'Hear it',
  'call.sound.failed': 'The sound could not be played. Check the connection and whether this device is muted.',
  'call.notices': 'By a notice of this device, while you are in another window',
  'call.notices.denied':
    'This browser does not allow notices of this site. Allow them in the settings of the site, beside its address.',
  'call.notices.unknown': 'This browser does not show notices of pages. The sound calls you also in the background.',

  'devices.title': 'Camera and microphone',
  'devices.text': 'See and hear yourself as others will. Nothing is sent anywhere and nothing is recorded.',
  'devices.try': 'Try camera and microphone',
  'devices.again': 'Try again',
  'devices.stop': 'Switch off',
  'devices.asking': 'The browser is asking whether this page may use them. Allow it there.',
  'devices.picture': 'The picture of your camera',
  'devices.noPicture': 'No picture: there is no camera, or it is switched off.',
  'devices.level': 'How loud you are',
  'devices.level.hint': 'Say a few words: the bar should move.',
  'devices.heard': 'Your microphone works.',
  'devices.silent': 'Nothing is heard yet.',
  'devices.camera': 'Camera',
  'devices.microphone': 'Microphone',
  'devices.number': '{kind} {number}',
  'devices.kept': 'Your choice is remembered on this device.',
  'trouble.denied.title': 'The browser does not let this page use them',
  'trouble.denied':
    'Open the settings of this site (the sign beside the address), allow camera and microphone, and try again. On a telephone also look into the settings of the system, under the browser’s name.',
  'trouble.none.title': 'No camera or microphone was found',
  'trouble.none': 'Connect one, or go on without: you can follow the meeting, ask for the floor, vote and write.',
  'trouble.busy.title': 'Another program is using them',
  'trouble.busy': 'Close other programs with video or sound, then try again.',
  'trouble.insecure.title': 'This address is not secure',
  'trouble.insecure':
    'Browsers give camera and microphone to pages with https alone. Open the meeting by its https address.',
  'trouble.other.title': 'Camera and microphone could not be opened',
  'trouble.other': 'Try again, or choose another browser. The browser says: {message}',
} as const;
