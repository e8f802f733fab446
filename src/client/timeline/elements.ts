import { DataSet } from 'vis-data/esnext'
import type { Drawn } from './drawn.ts'

/** Elements that are put into the page at once. */
const AT_ONCE = 100

/** The rounds and threads that are elements of the page. */
export class Elements {
  readonly set = new DataSet<Drawn>()
  /** Does some work while nothing of the window is in sight. */
  readonly #unseen: (work: () => void) => void
  #filling = 0

  constructor(unseen: (work: () => void) => void) {
    this.#unseen = unseen
  }

  has(id: Drawn['id']): boolean {
    return this.set.get(id) !== null
  }

  /** Puts these into the page, so many for each frame; the others are taken out. */
  fill(wanted: readonly Drawn[]): void {
    this.halt()
    const ids = new Set(wanted.map(({ id }) => id))
    this.takeOut((id) => !ids.has(id))
    const changed = wanted.filter((one) => !isSame(one, this.set.get(one.id)))
    const next = () => {
      const some = changed.splice(0, AT_ONCE)
      if (some.length === 0) return
      this.#unseen(() => this.set.update(some as never))
      this.#filling = requestAnimationFrame(next)
    }
    next()
  }

  takeOut(isGone: (id: Drawn['id']) => boolean): void {
    const gone = this.set.getIds().filter((id) => isGone(id as Drawn['id']))
    if (gone.length > 0) this.set.remove(gone)
  }

  /** What has not been put in yet stays out. */
  halt(): void {
    cancelAnimationFrame(this.#filling)
  }
}

function isSame(one: Drawn, other: Drawn | null): boolean {
  return (
    other !== null &&
    one.className === other.className &&
    one.group === other.group &&
    one.start === other.start &&
    one.end === other.end
  )
}

interface Row {
  id: string
}

/** Changes a set into another with as little as can be: what stays as it is is not drawn anew. Says whether anything changed. */
export function renew<R extends Row>(set: DataSet<R>, rows: R[]): boolean {
  const keep = new Set(rows.map(({ id }) => id))
  const gone = set.getIds().filter((id) => !keep.has(String(id)))
  const said = (row: R | null) => JSON.stringify(row)
  const changed = rows.filter((row) => said(row) !== said(set.get(row.id)))
  set.remove(gone)
  set.update(changed as never)
  return gone.length + changed.length > 0
}
