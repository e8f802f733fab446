import { recordNamed } from '../catalogue/records.ts'
import { type AnyRow, rowsAmong } from '../catalogue/rows.ts'
import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { officesOf } from '../parties/reads.ts'
import { passagesIn } from '../sources/capture.ts'
import { type Checked, type KnownBesides, warningsOf } from './checks.ts'

/** What a machine finds odd about a claim, as one sentence for an editor or reader. */
export interface Warning {
  claim_id: number
  says: string
}

/** The warnings on these claims, each checked against what the record knows; a handful of questions, however many claims. */
export async function warningsOn(db: Db, claims: readonly Checked[]): Promise<Warning[]> {
  const warnings: Warning[] = []
  const lost = await lostQuotes(db, claims)
  for (const [record, some] of groupBy([...claims], ({ record }) => record)) {
    const ids = distinct(some.map(({ record_id }) => record_id))
    const rows = await rowsAmong(db, record, ids)
    const [offices, numbered, siblings, deadlines] = await Promise.all([
      officesThatDay(db, record, [...rows.values()]),
      numberedBeside(db, record, [...rows.values()]),
      siblingsOf(db, record, ids, some),
      deadlinesOf(db, record, [...rows.values()]),
    ])
    for (const claim of some) {
      const row = rows.get(claim.record_id)
      if (!row) continue
      const known: KnownBesides = {
        kind: claim.field === null ? undefined : recordNamed(record)?.fields[claim.field],
        row,
        office: offices.get(row.id) ?? null,
        numbered: numbered(row),
        siblings: siblings(claim),
        deadline: deadlines.get(row.id) ?? null,
        isQuoteLost: lost.has(claim),
      }
      warnings.push(...warningsOf(claim, known).map((says) => ({ claim_id: claim.id, says })))
    }
  }
  return warnings
}

function distinct(ids: number[]): number[] {
  return [...new Set(ids)]
}

/** Claims whose quote does not stand in the text of their source, where that was kept. */
async function lostQuotes(db: Db, claims: readonly Checked[]): Promise<Set<Checked>> {
  const quoting = groupBy(
    claims.filter(({ quote }) => quote !== null),
    ({ source_id }) => source_id,
  )
  if (quoting.size === 0) return new Set()
  const captures = await db
    .selectFrom('capture')
    .select(['source_id', 'text'])
    .where('source_id', 'in', [...quoting.keys()])
    .where('withdrawn', 'is', null)
    .execute()
  const lost = captures.flatMap(({ source_id, text }) => {
    const some = quoting.get(source_id) ?? []
    const passages = passagesIn(
      text,
      some.map(({ quote }, id) => ({ id, quote: quote ?? '' })),
    )
    return passages.flatMap(({ claim_id, spans }) => (spans === null ? (some[claim_id] ?? []) : []))
  })
  return new Set(lost)
}

async function officesThatDay(
  db: Db,
  record: string,
  rows: AnyRow[],
): Promise<Map<number, KnownBesides['office']>> {
  if (record !== 'delegate' && record !== 'third_party') return new Map()
  const people = distinct(rows.flatMap(({ person_id }) => (person_id ? [Number(person_id)] : [])))
  const held = groupBy(await officesOf(db, people), ({ person_id }) => person_id)
  return new Map(
    rows.map((row) => {
      const offices = held.get(Number(row.person_id)) ?? []
      const own = offices.find(({ id }) => id === row.office_id)
      return [row.id, own ? { title: own.title, others: offices.filter((one) => one !== own) } : null]
    }),
  )
}

async function numberedBeside(db: Db, record: string, rows: AnyRow[]) {
  if (record !== 'round') return () => []
  const tracks = distinct(rows.map(({ track_id }) => Number(track_id)))
  const rounds = await db
    .selectFrom('round')
    .select(['id', 'track_id', 'ordinal', 'title', 'date_earliest'])
    .where('track_id', 'in', tracks)
    .where('withdrawn', 'is', null)
    .where('ordinal', 'is not', null)
    .orderBy('date_earliest')
    .orderBy('id')
    .limit(2000)
    .execute()
  return (row: AnyRow) =>
    rounds
      .filter(({ id, track_id }) => track_id === row.track_id && id !== row.id)
      .map(({ ordinal, title, date_earliest }) => ({ ordinal: Number(ordinal), title, date_earliest }))
}

/** Only a source with a certainty word can say the same more strongly elsewhere. */
async function siblingsOf(db: Db, record: string, ids: number[], claims: Checked[]) {
  const sources = distinct(
    claims.flatMap(({ certainty, source_id }) => (certainty === null ? [] : [source_id])),
  )
  if (sources.length === 0) return () => []
  const said = await db
    .selectFrom('claim')
    .select(['id', 'record_id', 'field', 'source_id', 'certainty', 'locator'])
    .where('record', '=', record)
    .where('record_id', 'in', ids)
    .where('source_id', 'in', sources)
    .where('certainty', 'is not', null)
    .where('withdrawn', 'is', null)
    .orderBy('id')
    .execute()
  return (claim: Checked) =>
    said.filter(
      (one) =>
        one.id !== claim.id &&
        one.source_id === claim.source_id &&
        one.record_id === claim.record_id &&
        one.field === claim.field,
    )
}

async function deadlinesOf(
  db: Db,
  record: string,
  rows: AnyRow[],
): Promise<Map<number, KnownBesides['deadline']>> {
  if (record !== 'proposal_event') return new Map()
  const proposals = await rowsAmong(
    db,
    'proposal',
    distinct(rows.map(({ proposal_id }) => Number(proposal_id))),
  )
  return new Map(
    rows.map((row) => {
      const proposal = proposals.get(Number(row.proposal_id))
      const isDated = proposal !== undefined && proposal.deadline !== null
      return [
        row.id,
        isDated ? { text: String(proposal.deadline), latest: Number(proposal.deadline_latest) } : null,
      ]
    }),
  )
}
