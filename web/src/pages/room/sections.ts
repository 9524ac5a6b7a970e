// The parts of the room by their addresses, so that going back on a phone closes what was opened and a link leads to what it
// names: `?show=papers`, `?show=part&statement=…`.

export const sections = ['now', 'agenda', 'papers', 'part', 'messages'] as const;

/** Parts that the foot of the page does not name: what leads to them stands in the hall. */
export const besides = ['ready', 'minutes'] as const;
export type SectionId = (typeof sections | typeof besides)[number];

/** Which section an address names; the hall where it names none that there is. */
export const sectionNamed = (show: string | undefined): SectionId =>
  [...sections, ...besides].find((section) => section === show) ?? 'now';

/** What an address opens: a section, and in my part a statement with the recipient one answers for. */
export type Address = { readonly show: SectionId; readonly statement?: string; readonly for?: string };

/** The address of a part of the room, relative to the room's own. */
export function addressOf({ show, statement, for: recipient }: Address): string {
  const query = new URLSearchParams({
    ...(show === 'now' ? {} : { show }),
    ...(statement === undefined ? {} : { statement }),
    ...(recipient === undefined ? {} : { for: recipient }),
  });
  return `?${query.toString()}`;
}
