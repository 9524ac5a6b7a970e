// After the meeting: the minutes as they are read in the page, and certificates.

export const after = {
  'minutes.back': 'Back to the meeting',
  'minutes.other': 'The minutes are not kept in your language. This is the text in {language}.',
  'minutes.failed': 'The minutes could not be fetched.',
  'minutes.print': 'Open to print',
  'minutes.download': 'Download',

  'certificate.title': 'Certificate',
  'certificate.back': 'Back to my part',
  'certificate.print': 'Print, or keep as PDF',
  'certificate.unknown.title': 'There is no such certificate',
  'certificate.unknown.text':
    'A certificate is there for whoever a commendation was conferred on, once it has been conferred.',
  'certificate.heading': 'Certificate of Commendation',
  'certificate.upon': 'is conferred upon',
  'certificate.at': 'Conferred at {meeting} on {day}',
  'certificate.number': 'No. {certificate}',
  'certificate.presenter': 'Presented by',
  'certificate.chair': 'In the chair',
} as const;
