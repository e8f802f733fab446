import type { PersonMark } from '../article.ts'
import type { Cast } from '../people/cast.ts'
import { type Figure, type Mention, nameOf } from '../people/figures.ts'
import type { Office } from '../people/office.ts'
import { marked, type Reading } from '../reading.ts'

/** Everybody where they are first named, and again for each other office that is given. */
export function peopleIn(reading: Reading, { mentions }: Cast): PersonMark[] {
  const said = new Map<Figure, Set<string>>()
  const full = new Set(mentions.filter(({ isFull }) => isFull).map(({ figure }) => figure))
  return mentions.flatMap((mention) => {
    const { figure, isFull } = mention
    const offices = said.get(figure) ?? new Set()
    const isFirst = !said.has(figure) && (isFull || !full.has(figure))
    const fresh = mention.offices.filter(({ words }) => !offices.has(words.toLowerCase()))
    if (fresh.length === 0 && !isFirst) return []
    for (const { words } of fresh) offices.add(words.toLowerCase())
    said.set(figure, offices)
    const given = fresh.length > 0 ? fresh : [null]
    return given.map((office) => markOf(reading, mention, office))
  })
}

function markOf(reading: Reading, { start, end, figure }: Mention, office: Office | null): PersonMark {
  const held = figure.known?.offices.find(({ party_id }) => party_id !== null)
  const isOfParty = office?.party != null
  return marked(
    reading,
    'person',
    { start, end },
    {
      name: nameOf(figure),
      id: figure.id,
      office: office?.words ?? null,
      officeAt: office && { start: office.start, end: office.end },
      party: isOfParty ? office.party : (held?.party ?? null),
      party_id: isOfParty ? office.party_id : (held?.party_id ?? null),
    },
    figure.says,
  )
}
