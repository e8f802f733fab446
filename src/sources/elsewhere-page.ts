import { type Place, placesByKey, placesOf } from '../catalogue/reads.ts'
import { allRecords } from '../catalogue/records.ts'
import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { counted } from '../kernel/words.ts'
import type { RoundList } from '../rounds/list.ts'
import { theRound } from '../rounds/reads.ts'
import { type Claims, claimsOn } from './claim-reads.ts'
import { reportedElsewhere } from './elsewhere.ts'
import { fieldsElsewhere } from './elsewhere-reads.ts'
import { marks } from './evidence.ts'
import { subjectsOf } from './field-ref.ts'
import { fieldLink, subjectWords } from './said-page.ts'

/** For so many rounds everything stands on the page; for more, a reader chooses one. */
const FEW_ROUNDS = 3
const FIELDS_SHOWN = 300

type Round = Pick<RoundList['rows'][number], 'id' | 'title' | 'href'>

/** What others report of the rounds that a source is cited for, and it does not. @throws Refusal 404 or 410 */
export async function elsewhereSection(db: Db, sourceId: number, list: RoundList, roundId: number | null) {
  const chosen = roundId === null ? null : await theRound(db, roundId)
  const few: Round[] = list.count <= FEW_ROUNDS ? list.rows : []
  const shown = chosen ? [{ ...chosen, href: `/rounds/${chosen.id}` }] : few
  const others = list.rows.filter(({ id }) => !shown.some((round) => round.id === id))
  return {
    rounds: await Promise.all(shown.map((round) => roundElsewhere(db, sourceId, round))),
    choices: others.map(({ id, title }) => ({
      href: `/sources/${sourceId}?round=${id}#elsewhere`,
      label: title,
    })),
    hasChoices: others.length > 0,
    isShown: shown.length + others.length > 0,
  }
}

async function roundElsewhere(db: Db, sourceId: number, round: Round) {
  const found = await fieldsElsewhere(db, sourceId, round.id, FIELDS_SHOWN + 1)
  const fields = found.slice(0, FIELDS_SHOWN)
  const subjects = subjectsOf(fields)
  const [claims, places] = await Promise.all([
    claimsOn(db, Object.fromEntries(subjects)),
    placesOf(db, subjects),
  ])
  return {
    href: round.href,
    title: round.title,
    words:
      found.length > fields.length
        ? `The first ${FIELDS_SHOWN} fields; the page of the round has them all.`
        : counted(fields.length, 'field'),
    hasSome: fields.length > 0,
    subjects: subjectLines(fields, claims, places),
  }
}

type Field = Awaited<ReturnType<typeof fieldsElsewhere>>[number]

/** In the order of the record: the round, its sessions, who came, what was proposed, what came of it. */
function subjectLines(fields: Field[], claims: Claims, places: Place[]) {
  const order = allRecords.map(({ name }) => name)
  const found = placesByKey(places)
  const subjects = [...groupBy(fields, ({ record, record_id }) => `${record} ${record_id}`)]
  return subjects
    .map(([subject, some]) => ({ subject, some, record: some[0]?.record ?? '' }))
    .sort((one, other) => order.indexOf(one.record) - order.indexOf(other.record))
    .map(({ subject, some, record }) => ({
      ...subjectWords(record, found.get(subject)),
      fields: some.map((field) => fieldLine(field, claims)),
    }))
}

function fieldLine({ record, record_id, field, status }: Field, claims: Claims) {
  return {
    ...fieldLink({ record, record_id, field: field || null }),
    mark: marks[status],
    says: reportedElsewhere(claims, record, record_id, field),
  }
}
