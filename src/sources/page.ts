import { type Place, placesOf } from '../catalogue/reads.ts'
import { fieldWords, placeLink, recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { counted } from '../kernel/words.ts'
import { filterWithin } from '../rounds/filter.ts'
import { roundList } from '../rounds/list.ts'
import { type Claim, claimsFrom } from './claim-reads.ts'
import { claimWords } from './evidence.ts'
import { sourcesBehind, sourcesWithIds, theSource } from './reads.ts'
import { addressesOf, relatives, sourceFacts, sourceName } from './view.ts'

const CLAIMS_SHOWN = 200

/** A source: what it is, what it says of which record, and the rounds it is cited for. */
export async function sourcePage(db: Db, id: number, query: Record<string, unknown>) {
  const source = await theSource(db, id)
  const { asked, whole } = filterWithin({ source: [id] }, query)
  const original = [source.version_of_id, source.republishes_id].filter((one) => one !== null)
  const [originals, behind, claims, list] = await Promise.all([
    sourcesWithIds(db, original),
    sourcesBehind(db, id),
    claimsFrom(db, id, CLAIMS_SHOWN + 1),
    roundList(db, whole, `/sources/${id}`, asked),
  ])
  const shown = claims.slice(0, CLAIMS_SHOWN)
  const places = await placesOf(db, subjectsOf(shown))
  return {
    title: sourceName(source),
    crumbs: [{ label: 'Sources', href: '/sources' }],
    facts: sourceFacts(source),
    addresses: addressesOf(source),
    relatives: relatives(source, originals, behind),
    correction: source.correction ?? '',
    said: saidLines(shown, places),
    hasSaid: shown.length > 0,
    saidWords:
      claims.length > shown.length
        ? `The first ${CLAIMS_SHOWN} claims; the export holds them all.`
        : counted(shown.length, 'claim'),
    list,
  }
}

function subjectsOf(claims: Claim[]): Map<string, number[]> {
  const byRecord = [...groupBy(claims, ({ record }) => record)]
  return new Map(
    byRecord.map(([record, some]) => [record, [...new Set(some.map(({ record_id }) => record_id))]]),
  )
}

/** Its claims by the record they are about, each record once. */
function saidLines(claims: Claim[], places: Place[]) {
  const found = new Map(places.map((place) => [`${place.record} ${place.id}`, place]))
  const subjects = [...groupBy(claims, ({ record, record_id }) => `${record} ${record_id}`)]
  return subjects.map(([subject, some]) => {
    const place = found.get(subject)
    const record = some[0]?.record ?? ''
    return {
      record: recordWords(record),
      label: place && place.label !== place.round ? place.label : '',
      place: place ? placeLink(place) : null,
      claims: some.map(saidLine),
    }
  })
}

/** A claim on its own source's page: the outlet is the page, so the chain shows only where there is one. */
function saidLine(claim: Claim) {
  const words = claimWords(claim)
  const { locator, date, certainty, taken } = words
  return {
    ...words,
    field: fieldWords(claim.record, claim.field),
    isRelayed: claim.relays.length > 0,
    note: [locator, date, certainty && `“${certainty}”`, taken && `${taken} by the source`]
      .filter(Boolean)
      .join(', '),
  }
}
