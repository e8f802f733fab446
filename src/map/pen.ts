/** Tenths of a unit are whole numbers here: they are short, and steps from point to point add up without error. */
export const GRAIN = 10
/** Nearer than this, in tenths, a point adds nothing that could be seen. */
const NEAR = 10

/**
 * Writes rings as the data of an SVG path, for d3 to draw with. Points that lie on one another at this size are left
 * out, and so are islands that shrink to nothing: a coast drawn small is as few bytes as it looks.
 */
export class Pen {
  #data = ''
  #ring: Array<[x: number, y: number]> = []

  get data(): string {
    return this.#data
  }

  moveTo(x: number, y: number): void {
    this.#ring = [tenths(x, y)]
  }

  lineTo(x: number, y: number): void {
    const [next, last] = [tenths(x, y), this.#ring.at(-1)]
    if (!last || Math.abs(next[0] - last[0]) + Math.abs(next[1] - last[1]) >= NEAR) this.#ring.push(next)
  }

  closePath(): void {
    const [first, ...rest] = this.#ring
    if (!first || rest.length < 2) return
    let [x, y] = first
    this.#data += `M${x},${y}l`
    this.#data += rest
      .map((next) => {
        const step = `${next[0] - x},${next[1] - y}`
        ;[x, y] = next
        return step
      })
      .join(' ')
    this.#data += 'z'
  }

  /** d3 may ask for these too; land needs neither. */
  beginPath(): void {}
  arc(): void {}
}

function tenths(x: number, y: number): [number, number] {
  return [Math.round(x * GRAIN), Math.round(y * GRAIN)]
}
