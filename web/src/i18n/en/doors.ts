// Signing in, setting up, and coming in by a personal link.

export const doors = {
  'signIn.title': 'Sign in',
  'signIn.lead': 'For organizers, archivists and administrators. As an attendee, open the personal link you were sent.',
  'signIn.name': 'Sign-in name',
  'signIn.password': 'Password',
  'signIn.submit': 'Sign in',
  'signIn.missing': 'Fill in the sign-in name and the password.',
  'signIn.notSetUp':
    'There is no administrator yet. The server printed a one-time link when it started; open it to make one.',

  'setup.title': 'Make the administrator',
  'setup.lead':
    'This link works once. The account you make here can schedule meetings, keep the archive and make other accounts.',
  'setup.displayName': 'Your name, as the record shows it',
  'setup.signInName': 'Sign-in name',
  'setup.password': 'Password',
  'setup.password.hint': 'At least {count} characters. A sentence is easier to keep than a riddle.',
  'setup.password.short': 'The password needs at least {count} characters.',
  'setup.password.again': 'Password once more',
  'setup.password.differs': 'The two passwords differ.',
  'setup.empty': 'Must not be empty.',
  'setup.submit': 'Make the administrator',
  'setup.noToken.title': 'The link is not complete',
  'setup.noToken.text': 'Open the one-time link exactly as the server printed it when it started.',
  'setup.done.title': 'The administrator is already there',
  'setup.done.text': 'The one-time link was used. Sign in with the account that was made.',

  'join.title': 'Coming in',
  'join.failed.title': 'The link did not open the meeting',
  'join.noToken.title': 'The link is not complete',
  'join.noToken.text': 'Open your personal link exactly as it was sent, with everything after the # sign.',
} as const;
