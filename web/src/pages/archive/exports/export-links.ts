// The addresses of what the server computes from the record: now, or as it stood at an instant.

export type ExportLink = {
  readonly name: 'minutesHtml' | 'minutesMarkdown' | 'attendance' | 'speaking' | 'agenda';
  readonly file: string;
  readonly href: string;
  /** Of the minutes; null where it has none. */
  readonly language: string | null;
  /** Shown in the browser rather than kept as a file. */
  readonly opens: boolean;
};

type Wanted = {
  readonly meetingId: string;
  readonly languages: readonly string[];
  /** RFC 3339; null: as it stands. */
  readonly at: string | null;
};

/** All of them: the minutes in each language of the meeting, then the tables. */
export function exportsOf({ meetingId, languages, at }: Wanted): readonly ExportLink[] {
  const href = (file: string, language: string | null) => {
    const query = new URLSearchParams({ ...(language === null ? {} : { language }), ...(at === null ? {} : { at }) });
    return `/api/meetings/${encodeURIComponent(meetingId)}/${file}${query.size === 0 ? '' : `?${query}`}`;
  };
  const link = (name: ExportLink['name'], file: string, language: string | null, opens = false): ExportLink => ({
    name,
    file,
    href: href(file, language),
    language,
    opens,
  });
  return [
    ...languages.map((language) => link('minutesHtml', 'minutes.html', language, true)),
    ...languages.map((language) => link('minutesMarkdown', 'minutes.md', language)),
    link('attendance', 'attendance.csv', null),
    link('speaking', 'speaking.csv', null),
    link('agenda', 'agenda.ics', null),
  ];
}
