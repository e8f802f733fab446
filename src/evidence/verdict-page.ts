import { sayDate } from '../kernel/say-date.ts'
import { counted } from '../kernel/words.ts'
import { claimsWithIds } from '../sources/claim-reads.ts'
import { claimWords, type Mark, marks } from '../sources/evidence.ts'
import { type FieldRef, fieldOf } from '../sources/field-ref.ts'
import { type Reading, readingsAbout } from '../sources/reading-reads.ts'
import { answersOf, collisionsIn, sayDecided } from './answers.ts'
import { sayCounts } from './history.ts'
import type { Look } from './look.ts'
import type { Subject } from './subject-reads.ts'
import { bearersIn, type Told } from './told-reads.ts'
import { valuesOf } from './value-reads.ts'

const ANSWERS_SHOWN = 12

/** The reading, its status, and how both came about: by the editors, by the machine. */
export async function verdictOf(
  look: Look,
  subject: Subject,
  field: string,
  told: Told[],
  step: { status: Mark['kind']; origins: number; sources: number; claims: number } | undefined,
) {
  const { db } = look
  const { record, id, kind } = subject
  const ref = { record, record_id: id, field }
  const [value, readings, bearers] = await Promise.all([
    valuesOf(db, [ref]),
    readingsAbout(db, [[record, [id]]]),
    bearersIn(db, kind.fields[field]?.refers, told),
  ])
  const editors = readings.get(fieldOf(ref)) ?? null
  const { answers, count } = answersOf(told.filter((one) => (one.field ?? '') === field))
  const collisions = collisionsIn(answers, kind.fields[field], bearers)
  const outlets = new Set(told.flatMap(({ counts, publisher }) => (counts ? [publisher] : []))).size
  const origins = step?.origins ?? 0
  return {
    value: field === '' ? subject.name : value(ref),
    mark: step ? marks[step.status] : null,
    isDue: step !== undefined,
    counts: step ? sayCounts(step.claims, origins) : 'no evidence is due',
    decided: step ? sayDecided(step.status, { collisions, origins, outlets }) : '',
    ...(await editorsLines(look, ref, editors)),
    answers: answers.slice(0, ANSWERS_SHOWN),
    moreAnswers:
      count > ANSWERS_SHOWN ? `${counted(count - ANSWERS_SHOWN, 'further answer')} among the claims.` : '',
    hasAnswers: answers.length > 0,
  }
}

const ruleWords: Record<Reading['rule'], string> = {
  single: 'the one account there is',
  agreed: 'what the accounts agree on',
  preferred: 'one account preferred',
  disputed: 'no common reading',
  inference: 'worked out by the editors',
}

/** Read as of an earlier day, a reading that rests on a later claim is hidden as that claim is. */
async function editorsLines({ db, today, known }: Look, ref: FieldRef, stands: Reading | null) {
  const isLater =
    known !== null &&
    stands === null &&
    (await readingsAbout(today, [[ref.record, [ref.record_id]]])).has(fieldOf(ref))
  const [preferred] = stands?.claim_id ? await claimsWithIds(db, [stands.claim_id]) : []
  return {
    hasReading: stands !== null,
    rule: stands ? ruleWords[stands.rule] : '',
    reason: stands?.reason ?? '',
    wouldSettle: stands?.would_settle ?? '',
    decidedBy: stands ? `${stands.decided_by}, ${sayDate(stands.decided)}` : '',
    preferred: preferred ? preferredWords(preferred) : null,
    laterReading: isLater ? 'The editors’ reading rests on later claims.' : '',
  }
}

function preferredWords(claim: Parameters<typeof claimWords>[0]) {
  const { source, value } = claimWords(claim)
  return {
    href: source.href,
    words: [source.name, value].filter(Boolean).join(': '),
  }
}
