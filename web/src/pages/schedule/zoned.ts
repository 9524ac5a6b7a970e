// From what stands on a wall clock of a time zone to an instant, with the zone's own rules for summer time.

/** Minutes by which the zone's clocks are ahead of UTC at an instant. */
function offsetAt(milliseconds: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(milliseconds);
  const [year, month, day, hour, minute, second] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map(
    (name) => Number(parts.find(({ type }) => type === name)?.value),
  ) as [number, number, number, number, number, number];
  return Math.round(
    (Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(milliseconds / 1000) * 1000) / 60_000,
  );
}

/**
 * The instant at which a zone's clocks show a day and a time, as RFC 3339 with the zone's offset.
 * Of a time that comes twice, when clocks go back, the first is meant.
 * @param day `2021-05-26`
 * @param time `09:00`
 * @param timeZone IANA name that this browser knows
 * @returns null where the clocks never show it, because they go forward over it, or where day or time is none
 */
export function instantOf(day: string, time: string, timeZone: string): string | null {
  const wall = Date.parse(`${day}T${time}:00Z`);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(`${day}T${time}`)) return null;
  const offsets = [offsetAt(wall - 86_400_000, timeZone), offsetAt(wall + 86_400_000, timeZone)];
  const found = offsets.find((offset) => offsetAt(wall - offset * 60_000, timeZone) === offset);
  return found === undefined ? null : `${day}T${time}:00${offsetText(found)}`;
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}

/** The day after a day. */
export const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
