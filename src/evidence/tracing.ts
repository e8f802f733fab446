/* Outlets traced to their origins: outlet read → passed on by → origin. */
import { fold } from '../kernel/fold.ts'
import { groupBy } from '../kernel/group.ts'
import { counted } from '../kernel/words.ts'
import { capitalNumber } from './answers.ts'
import { type Drawing, draw } from './drawing.ts'
import { isUnnamed, originName } from './origin-name.ts'
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
  const origins = new Map(
    [...groupBy(counting, ({ origin }) => origin)].map(([key, some]) => [key, originNode(key, some, toneOf)]),
  )
  const ways = new Map<string, Way>()
  for (const one of counting) {
    const origin = origins.get(one.origin)
    if (!origin) continue
    const way = { outlet: one.publisher, passed: passedBy(one, origin), origin }
    ways.set(JSON.stringify([way.outlet, way.passed, one.origin]), way)
  }
  const all = [...ways.values()]
  const outlets = new Set(all.map(({ outlet }) => outlet)).size
  return {
    heading: `${capitalNumber(outlets)} ${outlets === 1 ? 'outlet' : 'outlets'}, ${capitalNumber(origins.size).toLowerCase()} ${origins.size === 1 ? 'origin' : 'origins'}`,
    ways: all.slice(0, LISTED).map(({ outlet, passed, origin }) => ({
      links: [
        { name: outlet, isNamed: true },
        ...(passed ? [{ name: passed, isNamed: true }] : []),
        ...(origin.name === (passed || outlet) ? [] : [{ name: origin.name, isNamed: origin.isNamed }]),
      ],
    })),
    more: all.length > LISTED ? `${counted(all.length - LISTED, 'further way')} in the download.` : '',
    drawing: outlets > DRAWN || origins.size > DRAWN ? null : draw(all),
    isEmpty: all.length === 0,
  }
}

function originNode(key: string, some: Told[], toneOf: (told: Told) => string): Origin {
  const [first] = some as [Told]
  const name = originName(first)
  const unnamed = some.filter(isUnnamed)
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
function passedBy({ publisher, original, relays, origin }: Told, { isNamed }: Origin): string {
  const named = relays.flatMap(({ name, named }) => (named === 1 ? [name] : []))
  const between = [...(original === null ? [] : [original]), ...named].filter((name) => name !== publisher)
  return (isNamed ? between.filter((name) => fold(name) !== origin) : between).join(' → ')
}
