// Ids that were seen, in eight bytes each, so that a store of many millions of events is looked through in little memory.

const LEAST_SLOTS = 1 << 16;
const FULLEST = 0.7;

export class SeenIds {
  /** Pairs of 32 bits; both zero where a slot is free. */
  #slots = new Uint32Array(LEAST_SLOTS * 2);
  #count = 0;

  /** @returns true where it was seen before, or, once in some billions of pairs, one that looks like it. */
  add(id: string): boolean {
    if (this.#count >= (this.#slots.length / 2) * FULLEST) this.#grow();
    const [high, low] = fingerprint(id);
    return this.#put(high, low);
  }

  #put(high: number, low: number): boolean {
    const slots = this.#slots;
    const last = slots.length / 2 - 1;
    for (let slot = low & last; ; slot = (slot + 1) & last) {
      const [h, l] = [slots[slot * 2]!, slots[slot * 2 + 1]!];
      if (h === high && l === low) return true;
      if (h !== 0 || l !== 0) continue;
      slots[slot * 2] = high;
      slots[slot * 2 + 1] = low;
      this.#count += 1;
      return false;
    }
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    this.#count = 0;
    for (let at = 0; at < before.length; at += 2) {
      if (before[at] !== 0 || before[at + 1] !== 0) this.#put(before[at]!, before[at + 1]!);
    }
  }
}

/** Two independent 32-bit hashes of the text (FNV-1a with two bases, and each mixed at the end); never both zero. */
function fingerprint(text: string): readonly [number, number] {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995);
    low ^= low >>> 13;
  }
  return [mixed(high), mixed(low) || 1];
}

function mixed(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
