import type { PersonMark } from '../article.ts'
import type { Cast, Figure, Mention } from '../cast.ts'
import { marked, type Reading } from '../reading.ts'

/** Everybody where they are first named, and again where another office is given. */
export function peopleIn(reading: Reading, { mentions }: Cast): PersonMark[] {
  const said = new Map<Figure, Set<string>>()
  const first = new Set<Figure>()
  const full = new Set(mentions.filter(({ isFull }) => isFull).map(({ figure }) => figure))
  return mentions.flatMap((mention) => {
    const { figure, office, isFull } = mention
    const offices = said.get(figure) ?? new Set()
    said.set(figure, offices)
    const isNew = office !== null && !offices.has(office.words.toLowerCase())
    const isFirst = !first.has(figure) && (isFull || !full.has(figure))
    if (!isNew && !isFirst) return []
    first.add(figure)
    if (office) offices.add(office.words.toLowerCase())
    return [markOf(reading, mention)]
  })
}

function markOf(reading: Reading, { start, end, figure, office }: Mention): PersonMark {
  const held = figure.known?.offices.find(({ party_id }) => party_id !== null)
  return marked(
    reading,
    'person',
    { start, end },
    {
      name: figure.known?.name ?? figure.name,
      id: figure.id,
      office: office?.words ?? null,
      officeAt: office && { start: office.start, end: office.end },
      party: office?.party ?? held?.party ?? null,
      party_id: office?.party ? office.party_id : (held?.party_id ?? null),
    },
    figure.says,
  )
}
