/* What was found, as lines: what it is called, where it leads, and the words that were found in it. */
import { type Place, placesByKey, placesOf } from '../catalogue/reads.ts'
import { fieldOrWhole, placeLink } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { sayDate } from '../kernel/say-date.ts'
import { evidencePath } from '../sources/paths.ts'
import { type FoundKind, kindWords } from './kinds.ts'
import type { Meant } from './named-reads.ts'
import { type Piece, passageOf } from './passage.ts'
import { type Subject, sourcesOfCaptures, subjectsOfClaims } from './subject-reads.ts'
import { textsOf } from './text-reads.ts'
import { throughOf } from './through-page.ts'

export interface FoundLine {
  kind: FoundKind
  kindWords: string
  id: number
  href: string
  title: Piece[]
  date: string
  passage: Piece[]
  hasPassage: boolean
}

/** In the order of the ids. A text of others is shown to those who are signed in; that it holds the words, to all. */
export async function linesOf(
  db: Db,
  kind: FoundKind,
  ids: number[],
  { asked }: Meant,
  isSignedIn: boolean,
): Promise<FoundLine[]> {
  const texts = new Map((await textsOf(db, kind, ids)).map((one) => [one.id, one]))
  const heads = await headsOf(db, kind, ids)
  const terms = asked.terms.filter(({ isNot }) => !isNot)
  const through =
    kind === 'round' ? await throughOf(db, [...texts.values()], terms) : new Map<number, Piece[]>()
  return ids.flatMap((id) => {
    const [text, head] = [texts.get(id), heads.get(id)]
    if (!text || !head) return []
    const called = kind === 'source' ? (text.names[0] ?? head.label) : head.label
    const others = [...text.words, ...text.names.filter((name) => name !== called)]
    const isShown = kind !== 'capture' || isSignedIn
    const passages = isShown ? strung(others.flatMap((one) => [passageOf(one, terms) ?? []])) : []
    const named = through.get(id) ?? []
    const said = strung([passages, named])
    const passage = said.length > 0 ? said : plain(head.besides)
    return [
      {
        kind,
        kindWords: kindWords[kind].one,
        id,
        href: head.href,
        title: passageOf(called, terms) ?? plain(called),
        date: sayDate(text.days[0]?.split(' ')[2] ?? ''),
        passage,
        hasPassage: passage.length > 0,
      },
    ]
  })
}

/** A few passages, one behind the other. */
function strung(passages: Piece[][]): Piece[] {
  const some = passages.filter((pieces) => pieces.length > 0).slice(0, 3)
  return some.flatMap((pieces, at) => (at === 0 ? pieces : [...plain(' · '), ...pieces]))
}

function plain(text: string): Piece[] {
  return text === '' ? [] : [{ text, isFound: false }]
}

interface Head {
  label: string
  href: string
  /** What it is part of. */
  besides: string
}

async function headsOf(db: Db, kind: FoundKind, ids: number[]): Promise<Map<number, Head>> {
  if (kind === 'claim') return headsOfSubjects(db, await subjectsOfClaims(db, ids))
  if (kind === 'capture') return headsOfSubjects(db, await sourcesOfCaptures(db, ids))
  const places = await placesOf(db, new Map([[kind, ids]]))
  return new Map(places.map((place) => [place.id, headOf(kind, place)]))
}

function headOf(kind: FoundKind, place: Place): Head {
  const link = placeLink(place)
  const href = kind === 'commitment' ? `/commitments/${place.id}` : (link?.href ?? '/')
  const isPart = place.round_id !== null && kind !== 'round'
  return { label: place.label, href, besides: isPart ? (place.round ?? '') : '' }
}

/** A quote is called by what it is about. */
async function headsOfSubjects(db: Db, subjects: Subject[]): Promise<Map<number, Head>> {
  const ids = new Map<string, number[]>()
  for (const { record, record_id } of subjects) ids.set(record, [...(ids.get(record) ?? []), record_id])
  const places = placesByKey(await placesOf(db, ids))
  return new Map(
    subjects.flatMap(({ id, record, record_id, field }) => {
      const place = places.get(`${record} ${record_id}`)
      if (!place) return []
      const isWhole = field === undefined
      const label = isWhole ? place.label : `${fieldOrWhole(record, field)}: ${place.label}`
      const href = isWhole ? `/sources/${record_id}` : evidencePath(record, record_id, field)
      return [
        [
          id,
          { label, href, besides: place.round_id === null || record === 'round' ? '' : (place.round ?? '') },
        ],
      ]
    }),
  )
}
