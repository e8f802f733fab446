import { placesOf } from '../catalogue/reads.ts'
import { columnsOf } from '../catalogue/records.ts'
import { type Claim, claimsWithIds } from '../sources/claim-reads.ts'
import { fieldOf, subjectsOf } from '../sources/field-ref.ts'
import { claimRecord } from '../sources/fields.ts'
import { readingsAbout } from '../sources/reading-reads.ts'
import { sourcesWithIds } from '../sources/reads.ts'
import type { Columns, Row } from '../web/table.ts'
import { statusesOfFields } from './field-reads.ts'
import type { Look } from './look.ts'
import { originName } from './origin-name.ts'
import { originsOf } from './told-reads.ts'

const AT_ONCE = 500

const labels = new Map(Object.entries(claimRecord.fields).map(([name, { label }]) => [name, label]))
const wordsOf: Record<string, string> = {
  id: 'Number of the claim',
  asserter_party: 'Its name',
  asserter_person: 'Their name',
  source: 'Its publisher',
}

const stored = Object.fromEntries(
  columnsOf(claimRecord).flatMap((name) =>
    name === 'withdrawn' ? [] : [[name, labels.get(name) ?? wordsOf[name] ?? name]],
  ),
)

/** What became known after a day: the claim, and the status of its field then and now. */
export const sinceColumns: Columns = {
  day: 'on which it became known, or was taken back',
  what: 'claimed, or taken back',
  ...stored,
  chain: 'the source and the links behind it, nearest first',
  status_then: 'of the field, on the day asked for',
  status_now: 'of the field, today',
}

/** Every column of a claim as the record has it, and what follows from it: chain, origin, and how its field reads. */
export const claimColumns: Columns = {
  ...stored,
  chain: 'the source and the links behind it, nearest first',
  origin: 'the end of the chain; claims of one origin count once',
  doubt: 'read as of an earlier day: may be later, or day not given',
  status: 'of the field',
  rule: 'of the editors’ reading of the field',
  reason: 'of the editors’ reading of the field',
}

/** These claims as rows of a table, some hundred at a time; `subjects` are the records they are about. */
export async function* claimPages(
  look: Look,
  ids: number[],
  subjects: Map<string, number[]>,
): AsyncGenerator<Row[]> {
  const origins = await originsOf(look.db, subjects)
  const readings = await readingsAbout(look.db, subjects)
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const found = new Map((await claimsWithIds(look.db, some)).map((claim) => [claim.id, claim]))
    const claims = some.flatMap((id) => found.get(id) ?? [])
    yield await rowsOf(look, claims, origins, readings)
  }
}

/** These claims as rows, in their order. */
export async function claimRows(
  look: Look,
  claims: Claim[],
  subjects: Map<string, number[]>,
): Promise<Row[]> {
  return rowsOf(look, claims, await originsOf(look.db, subjects), await readingsAbout(look.db, subjects))
}

async function rowsOf(
  { db }: Look,
  claims: Claim[],
  origins: Awaited<ReturnType<typeof originsOf>>,
  readings: Awaited<ReturnType<typeof readingsAbout>>,
): Promise<Row[]> {
  const refs = claims.map(refOf)
  const people = claims.flatMap(({ asserter_person_id }) => asserter_person_id ?? [])
  const originals = claims.flatMap(({ republishes_id }) => republishes_id ?? [])
  const [statuses, places, sources] = await Promise.all([
    statusesOfFields(db, refs, subjectsOf(refs)),
    placesOf(db, people.length === 0 ? new Map() : new Map([['person', people]])),
    sourcesWithIds(db, originals),
  ])
  const persons = new Map(places.map(({ id, label }) => [id, label]))
  const publishers = new Map(sources.map(({ id, publisher }) => [id, publisher]))
  return claims.map((claim) => {
    const asserter_person = persons.get(claim.asserter_person_id ?? 0) ?? null
    const original = publishers.get(claim.republishes_id ?? 0) ?? null
    const { origin = '' } = origins.get(claim.id) ?? {}
    const reading = readings.get(fieldOf(claim))
    const { relays, ...stored } = claim
    return {
      ...stored,
      // The day on which a source takes a claim back is later than what is shown, where the taking is.
      taken_on: claim.taken === null ? null : claim.taken_on,
      asserter_person,
      source: claim.publisher,
      chain: [claim.publisher, ...relays.map(({ name }) => name)].join(' > '),
      origin: originName({ ...claim, origin, asserter_person, original }),
      status: statuses.get(fieldOf(claim))?.status ?? null,
      rule: reading?.rule ?? null,
      reason: reading?.reason ?? null,
    }
  })
}

function refOf({ record, record_id, field }: Claim) {
  return { record, record_id, field: field ?? '' }
}
