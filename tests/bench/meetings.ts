// A running meeting on a real server, for what is measured in it.

/** Gives a command as the administrator. @throws Error with the problem where it is refused */
export async function give(address: string, cookie: string, path: string, data: object): Promise<void> {
  const response = await fetch(`${address}/api/meetings${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(data),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
}

type Command = (name: string, data?: object) => Promise<void>;

/**
 * Opens a meeting in which the speech `speech` is under way.
 * @param prepare is given the meeting before it is convened
 */
export async function openMeeting(
  address: string,
  cookie: string,
  meetingId: string,
  prepare?: (command: Command) => Promise<void>,
): Promise<void> {
  const command: Command = (name, data = {}) => give(address, cookie, `/${meetingId}/${name}`, data);
  await give(address, cookie, '', {
    meetingId,
    title: 'Council',
    organisation: 'The City',
    timeZone: 'UTC',
    startsAt: '2030-01-01T09:00:00Z',
    endsAt: '2030-01-01T10:00:00Z',
  });
  await command('add-attendee', { attendeeId: 'ada', name: 'Ada', unit: 'Council' });
  await command('appoint-officer', { office: 'chair', attendeeId: 'ada' });
  await command('add-item', { itemId: 'report', kind: 'report', title: 'Report' });
  await prepare?.(command);
  await command('convene-meeting');
  await command('open-meeting');
  await command('call-item', { itemId: 'report' });
  await command('give-floor', { speakerId: 'ada', speechId: 'speech' });
}
