/* Outlets traced to their origins: outlet read → passed on by → origin. */
import { fold } from '../kernel/fold.ts'
import { groupBy } from '../kernel/group.ts'
import { counted } from '../kernel/words.ts'
import { capitalNumber } from './answers.ts'
import { type Drawing, draw } from './drawing.ts'
import { originName } from './origin-name.ts'
import type { Told } from './told-reads.ts'

/** One way from an outlet to an origin, however many claims came along it. */
export interface Way {
  outlet: string
  /** Who passed it on in between; empty where nobody did. */
  passed: string
  origin: Origin
}

export interface Origin {
  key: string
  name: string
  note: string
  isNamed: boolean
  /** The party all its claims speak for, if they do. */
  tone: string
}

export interface Tracing {
  /** "Seven outlets, five origins" */
  heading: string
  ways: Array<{ links: Array<{ name: string; isNamed: boolean }> }>
  more: string
  /** Null where there is too much to draw. */
  drawing: Drawing | null
  isEmpty: boolean
}

const LISTED = 60
const DRAWN = 14

/** `toneOf` gives the colour of whoever a claim speaks for. */
export function tracingOf(told: Told[], toneOf: (told: Told) => string): Tracing {
  const counting = told.filter(({ counts }) => counts)
  const origins = groupBy(counting, ({ origin }) => origin)
  const named = new Set(counting.flatMap(({ origin, isUnnamed }) => (isUnnamed ? [] : origin)))
  const ways = new Map<string, { outlet: string; passed: string; key: string }>()
  for (const one of counting) {
    const { publisher: outlet, origin: key } = one
    const passed = passedBy(one, named.has(key))
    ways.set([outlet, passed, key].join('\n'), { outlet, passed, key })
  }
  const outlets = new Set(counting.map(({ publisher }) => publisher)).size
  const isDrawn = outlets <= DRAWN && origins.size <= DRAWN
  const nodes = new Map<string, Origin>()
  const some = [...ways.values()].slice(0, isDrawn ? Number.POSITIVE_INFINITY : LISTED)
  const shown = some.map(({ outlet, passed, key }): Way => {
    const origin = nodes.get(key) ?? originNode(key, origins.get(key) ?? [], toneOf)
    nodes.set(key, origin)
    return { outlet, passed, origin }
  })
  return {
    heading: `${capitalNumber(outlets)} ${outlets === 1 ? 'outlet' : 'outlets'}, ${capitalNumber(origins.size).toLowerCase()} ${origins.size === 1 ? 'origin' : 'origins'}`,
    ways: shown.slice(0, LISTED).map(linksOf),
    more: ways.size > LISTED ? `${counted(ways.size - LISTED, 'further way')} in the download.` : '',
    drawing: isDrawn ? draw(shown) : null,
    isEmpty: ways.size === 0,
  }
}

function linksOf({ outlet, passed, origin }: Way): Tracing['ways'][number] {
  return {
    links: [
      { name: outlet, isNamed: true },
      ...(passed ? [{ name: passed, isNamed: true }] : []),
      ...(origin.name === (passed || outlet) ? [] : [{ name: origin.name, isNamed: origin.isNamed }]),
    ],
  }
}

function originNode(key: string, some: Told[], toneOf: (told: Told) => string): Origin {
  const [first] = some as [Told]
  const name = originName(first)
  const unnamed = some.filter(({ isUnnamed }) => isUnnamed)
  const isNamed = unnamed.length < some.length
  const tones = new Set(some.map(toneOf))
  const outlets = new Set(some.map(({ publisher }) => publisher)).size
  const behind = outlets > 1 ? `behind ${outlets} outlets` : ''
  return {
    key,
    name: isNamed ? name : `Unnamed, heard by ${name}`,
    note: [isNamed && unnamed.length > 0 ? 'and its unnamed sources' : (first.asserter_party ?? ''), behind]
      .filter(Boolean)
      .join('; '),
    isNamed,
    tone: tones.size === 1 ? ([...tones][0] ?? '') : '',
  }
}

/** Named links in between, the original of a republication first; not the origin itself. */
function passedBy({ publisher, original, relays, origin }: Told, isNamed: boolean): string {
  if (original === null && relays.length === 0) return ''
  const named = relays.flatMap(({ name, named }) => (named === 1 ? [name] : []))
  const between = [...(original === null ? [] : [original]), ...named].filter((name) => name !== publisher)
  return (isNamed ? between.filter((name) => fold(name) !== origin) : between).join(' → ')
}
