// What a file is by its first bytes, against what its name says: a page of the web that is called `plan.pdf` is found out
// before it is tabled.

/** How many bytes are looked at. A PDF may begin with up to a kilobyte of something else. */
export const LOOKED_AT = 1024;

type Sort = 'pdf' | 'png' | 'jpeg' | 'gif' | 'zip' | 'compound';

const beginnings: readonly (readonly [Sort, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['zip', [0x50, 0x4b]],
  ['compound', [0xd0, 0xcf, 0x11, 0xe0]],
];

/** Office files are archives, or compound files where a password protects them. */
const office: readonly Sort[] = ['zip', 'compound'];

/** What files of an ending are; endings that are not here may be anything. */
const sorts: Readonly<Record<string, readonly Sort[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  gif: ['gif'],
  zip: ['zip'],
  docx: office,
  xlsx: office,
  pptx: office,
  odt: office,
  ods: office,
  odp: office,
};

function sortOf(bytes: Uint8Array): Sort | null {
  const found = beginnings.find(([, beginning]) => beginning.every((byte, place) => bytes[place] === byte));
  if (found) return found[0];
  return new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT)).includes('%PDF-') ? 'pdf' : null;
}

/**
 * True where a file is not what the ending of its name says.
 * @param bytes its first `LOOKED_AT` bytes
 */
export function isOtherThanItSays(fileName: string, bytes: Uint8Array): boolean {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const expected = Object.hasOwn(sorts, ending) ? sorts[ending]! : null;
  const sort = sortOf(bytes);
  return expected !== null && (sort === null || !expected.includes(sort));
}
