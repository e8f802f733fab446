import { edtfDay } from '../kernel/calendar.ts'
import { capital } from '../kernel/words.ts'
import { type Filter, queryOf } from '../rounds/filter.ts'
import { type LaneView, lanePairs, laneSets } from './lanes.ts'
import type { Reply } from './reply.ts'
import type { Window } from './window.ts'

/** The lanes as a form: which are shown, which track by track, in which order. It works without scripts, and without dragging. */
export interface LanesForm {
  /** The rest of the address. */
  carried: Array<{ name: string; value: string }>
  sets: Array<{ value: string; label: string; isShown: boolean; isFolded: boolean }>
  lanes: LaneChoice[]
}

interface LaneChoice {
  id: number
  title: string
  isHidden: boolean
  isOpen: boolean
  /** Addresses with the lane one place higher or lower; empty at the ends. */
  up: string
  down: string
}

export function lanesForm(
  filter: Filter,
  window: Window,
  view: LaneView,
  reply: Reply,
  hiddenOnes: ReadonlyArray<{ id: number; title: string }>,
): LanesForm {
  const here = { ...filter, page: 1, from: edtfDay(window.first), to: edtfDay(window.last) }
  const heads = reply.lanes.filter(({ id }) => id.startsWith('process'))
  const order = heads.map(({ process }) => process)
  const moved = (at: number, by: 1 | -1) => {
    if (!order[at + by]) return ''
    const next = order.with(at, order[at + by] as number).with(at + by, order[at] as number)
    return `/?${pairsOf(here, { ...view, order: next })}`
  }
  const shown = heads.map(({ process, title, isOpen }, at) => ({
    id: process,
    title,
    isHidden: false,
    isOpen,
    up: moved(at, -1),
    down: moved(at, 1),
  }))
  const hidden = hiddenOnes.map(({ id, title }) => ({
    id,
    title,
    isHidden: true,
    isOpen: false,
    up: '',
    down: '',
  }))
  const carried = new URLSearchParams(`${queryOf(here)}`)
  for (const id of view.order) carried.append('order', String(id))
  return {
    carried: [...carried].map(([name, value]) => ({ name, value })),
    sets: laneSets.map((value) => ({
      value,
      label: capital(value),
      isShown: view.lanes.includes(value),
      isFolded: view.fold.includes(value),
    })),
    lanes: [...shown, ...hidden],
  }
}

function pairsOf(filter: Filter, view: LaneView): string {
  return new URLSearchParams([...new URLSearchParams(queryOf(filter)), ...lanePairs(view)]).toString()
}
