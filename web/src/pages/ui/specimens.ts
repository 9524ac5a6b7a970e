// What users may write, at its worst: long, from right to left, without a place to break, and with signs of every kind.

export const LONG =
  'Extraordinary Joint Consultation of the Second Academy, the Seventh Institute and the Standing Committee for the Long-Term Preservation of Digital Space Work Records and of their Originals, Part the Second';
export const ARABIC = 'مجلس إدارة الميناء';
export const CHINESE = '二〇二一年数字空间工作会议暨先进集体表彰大会';
export const UNBROKEN = 'Donaudampfschifffahrtsgesellschaftskapitänsversammlungsprotokollbuchseite🎖️🎖️🎖️';
