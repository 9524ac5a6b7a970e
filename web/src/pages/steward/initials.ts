// The initials by which a Chinese name is found fast: `lsq` for 刘石泉. The order of the pinyin alphabet is known to every
// browser; where the first character of each letter stands in it, the letter of any other follows.

/** The first character of each letter in the order of pinyin; no syllable begins with i, u or v. */
const FIRST = '吖八嚓咑妸发旮哈丌咔垃呣拏喔妑七呥仨他屲夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const HAN = /\p{Script=Han}/u;

function letterOf(character: string): string {
  let low = 0;
  let high = FIRST.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (collator.compare(FIRST[middle]!, character) <= 0) low = middle;
    else high = middle - 1;
  }
  return LETTERS[low]!;
}

/** `lsq` for 刘石泉, `mo` for Margaret Okafor. */
export function initialsOf(name: string): string {
  const words = name.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (HAN.test(word) ? letterOf(word) : word[0]!.toLowerCase())).join('');
}
