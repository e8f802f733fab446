/** Whole numbers in a row that grows, packed, so that a pass over many of them is quick. */
export class Numbers {
  #packed = new Int32Array(64)
  #size = 0

  get size(): number {
    return this.#size
  }

  push(number: number): void {
    if (this.#size === this.#packed.length) {
      const wider = new Int32Array(this.#size * 2)
      wider.set(this.#packed)
      this.#packed = wider
    }
    this.#packed[this.#size++] = number
  }

  /** Those there are; what is pushed later may be missing in it. */
  all(): Int32Array {
    return this.#packed.subarray(0, this.#size)
  }
}
