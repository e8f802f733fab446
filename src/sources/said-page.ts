import { type Place, placesByKey, placesOf } from '../catalogue/reads.ts'
import { fieldOrWhole, placeLink, recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { type Warning, warningsOn } from '../evidence/check-reads.ts'
import { groupBy } from '../kernel/group.ts'
import { counted } from '../kernel/words.ts'
import { numbered, turns } from '../web/paging.ts'
import { rowsBar } from '../web/view-bar.ts'
import type { capturedText } from './capture-view.ts'
import type { Claim } from './claim-reads.ts'
import { claimWords, sayTaken } from './evidence.ts'
import { subjectsOf } from './field-ref.ts'
import { evidencePath } from './paths.ts'
import { sayCredibility } from './view.ts'

export const CLAIMS_SHOWN = 200

type Captured = ReturnType<typeof capturedText> | null

/** What a source says, record by record: one page of its claims. */
export async function saidSection(db: Db, id: number, said: SaidPage, claims: Claim[], captured: Captured) {
  const [places, warnings] = await Promise.all([placesOf(db, subjectsOf(claims)), warningsOn(db, claims)])
  const oddOf = groupBy(warnings, ({ claim_id }) => claim_id)
  return {
    subjects: saidLines(claims, places, captured, oddOf),
    words: counted(said.count, 'claim'),
    hasSome: claims.length > 0,
    list: pagesOf(`/sources/${id}`, said, claims.length === 0),
    view: rowsBar(counted(said.count, 'claim'), {
      path: `/sources/${id}/claims`,
      columns: '/codebook#record-claim',
    }),
  }
}

interface SaidPage {
  page: number
  count: number
}

function pagesOf(path: string, { page, count }: SaidPage, isEmpty: boolean) {
  const last = Math.max(1, Math.ceil(count / CLAIMS_SHOWN))
  const href = numbered(path, 'claims_page')
  return {
    isEmpty: isEmpty && page > 1,
    ...turns(page, page < last, (to) => `${href(to)}#said`, last),
  }
}

/** What a claim or a status is about: "Delegate Iva Dvorkin", and the page that shows it. */
export function subjectWords(record: string, place: Place | undefined) {
  return {
    record: recordWords(record),
    label: place && place.label !== place.round ? place.label : '',
    place: place ? placeLink(place) : null,
  }
}

/** Its claims by the record they are about, each record once. */
function saidLines(claims: Claim[], places: Place[], captured: Captured, oddOf: Map<number, Warning[]>) {
  const found = placesByKey(places)
  const subjects = [...groupBy(claims, ({ record, record_id }) => `${record} ${record_id}`)]
  return subjects.map(([subject, some]) => ({
    ...subjectWords(some[0]?.record ?? '', found.get(subject)),
    claims: some.map((claim) => ({
      ...saidLine(claim, captured),
      odd: (oddOf.get(claim.id) ?? []).map(({ says }) => says),
    })),
  }))
}

/** A claim on its own source's page: the outlet is the page, so the chain shows only where there is one. */
function saidLine(claim: Claim, captured: Captured) {
  const words = claimWords(claim)
  const { locator, date, certainty } = words
  const notes = [locator, date, certainty && `“${certainty}”`, sayCredibility(claim.credibility)]
  return {
    ...words,
    ...fieldLink(claim),
    note: notes.filter(Boolean).join(', '),
    taken: sayTaken(claim),
    passage: captured?.found.has(claim.id) ? `#passage-${claim.id}` : '',
    isNotFound: captured?.notFound.has(claim.id) ?? false,
  }
}

/** The field in words, and the page of all claims on it. */
export function fieldLink({ record, record_id, field }: Pick<Claim, 'record' | 'record_id' | 'field'>) {
  return {
    field: fieldOrWhole(record, field),
    fieldHref: evidencePath(record, record_id, field),
  }
}
