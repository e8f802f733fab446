/** A set of small whole numbers, one bit each. */
export class Bits {
  readonly size: number
  readonly #words: Uint32Array
  #members: Uint32Array | null = null

  /** Can hold the numbers below `size`. */
  constructor(size: number) {
    this.size = size
    this.#words = new Uint32Array((size + 31) >>> 5)
  }

  static of(size: number, members: Iterable<number>): Bits {
    const bits = new Bits(size)
    for (const member of members) bits.add(member)
    return bits
  }

  /** Those below `size` that meet the condition. */
  static where(size: number, meets: (member: number) => boolean): Bits {
    const bits = new Bits(size)
    for (let at = 0; at < bits.#words.length; at++) {
      let word = 0
      const end = Math.min(32, size - at * 32)
      for (let bit = 0; bit < end; bit++) if (meets(at * 32 + bit)) word |= 1 << bit
      bits.#words[at] = word
    }
    return bits
  }

  add(member: number): void {
    this.#members = null
    const word = member >>> 5
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (member & 31))
  }

  has(member: number): boolean {
    return (((this.#words[member >>> 5] ?? 0) >>> (member & 31)) & 1) === 1
  }

  /** Those that are in both. */
  and(other: Bits): Bits {
    const both = new Bits(this.size)
    for (let at = 0; at < both.#words.length; at++)
      both.#words[at] = (this.#words[at] ?? 0) & (other.#words[at] ?? 0)
    return both
  }

  /** Those of this one that are not in the other. */
  minus(other: Bits): Bits {
    const rest = new Bits(this.size)
    for (let at = 0; at < rest.#words.length; at++)
      rest.#words[at] = (this.#words[at] ?? 0) & ~(other.#words[at] ?? 0)
    return rest
  }

  /** In rising order; kept, for one set is often gone through several times. */
  members(): Uint32Array {
    if (this.#members) return this.#members
    const members = new Uint32Array(this.count())
    for (let at = 0, nth = 0; at < this.#words.length; at++)
      for (let word = this.#words[at] ?? 0; word !== 0; word &= word - 1)
        members[nth++] = at * 32 + 31 - Math.clz32(word & -word)
    this.#members = members
    return members
  }

  count(): number {
    let count = 0
    for (const word of this.#words) count += ones(word)
    return count
  }
}

/** Bits set in a word: added up in pairs, fours and bytes. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}
