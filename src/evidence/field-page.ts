import { fieldWords, recordWords } from '../catalogue/view.ts'
import { sayDate } from '../kernel/say-date.ts'
import { counted } from '../kernel/words.ts'
import { type PlateMaker, platesIn } from '../rounds/plates.ts'
import { claimsWithIds } from '../sources/claim-reads.ts'
import { claimWords, type Mark, marks } from '../sources/evidence.ts'
import { evidencePath } from '../sources/paths.ts'
import { type Reading, readingsAbout } from '../sources/reading-reads.ts'
import { reportedAfter } from './after-page.ts'
import { answersOf, collisionsIn, sayDecided } from './answers.ts'
import { warningsOn } from './check-reads.ts'
import { claimLines } from './claim-lines.ts'
import { claimIdsOnField, laterOn, stepsOn } from './field-reads.ts'
import { historyLines, sayCounts, stepLines } from './history.ts'
import { historyOf } from './history-reads.ts'
import { type FieldRef, keyOf, type Look } from './look.ts'
import { numberIn, pageLinks, refuseStrangers } from './pages.ts'
import { type Subject, titleOf } from './subject-reads.ts'
import { bearersIn, type Told, toldOn } from './told-reads.ts'
import { tracingOf } from './tracing.ts'
import { valuesOf } from './value-reads.ts'

const AT_ONCE = 100
const ANSWERS_SHOWN = 12

/** All claims on one field, and how it was decided. */
export async function fieldPage(look: Look, subject: Subject, field: string, query: Record<string, unknown>) {
  refuseStrangers(query, ['page', 'history'])
  const { db } = look
  const { record, id, setting } = subject
  const ref = { record, record_id: id, field }
  const [told, plates] = await Promise.all([
    toldOn(db, ref),
    platesIn(db, setting.process_id === null ? [] : [setting.process_id]),
  ])
  const plate = plates(setting.process_id ?? 0)
  const path = evidencePath(record, id, field)
  const steps = await stepsOn(db, ref)
  const reading = await readingLines(look, subject, field, told, steps.at(-1))
  const tracing = tracingOf(told, toneWith(plate))
  const [claims, history, afterwards] = await Promise.all([
    claimsPage(look, subject, field, path, plate, query, told.length),
    historyPage(look, subject, field, path, query),
    reportedAfter(db, subject),
  ])
  return {
    title: titleOf(subject, field),
    ...headOf(subject, field, path),
    ...reading,
    tracing,
    ...claims,
    afterwards,
    hasAfterwards: afterwards.length > 0,
    steps: stepLines(steps),
    hasSteps: steps.length > 0,
    ...history,
    cite: `Parley, evidence on “${titleOf(subject, field)}”: ${reading.counts}. ${look.known ? `As known on ${sayDate(look.known)}. ` : ''}${path}`,
  }
}

function headOf(subject: Subject, field: string, path: string) {
  const { record, id, name, home, process, kind } = subject
  const about = `record=${record}&id=${id}${field === '' ? '' : `&field=${field}`}`
  const whole = { label: `All evidence on ${name}`, href: evidencePath(record, id, null) }
  return {
    crumbs: [
      ...(process ? [process] : []),
      ...(home && home.href !== process?.href ? [home] : []),
      ...(field === '' ? [] : [whole]),
    ],
    fieldLabel: field === '' ? 'The record as a whole' : fieldWords(record, field),
    kindWords: recordWords(record),
    recordName: name,
    home: home ?? whole,
    help: field === '' ? kind.about : (kind.fields[field]?.help ?? ''),
    csv: `${path}.csv`,
    json: `${path}.json`,
    add: `/claims/new?${about}`,
    settle: `/readings/new?${about}`,
  }
}

/** The reading, its status, and how both came about: by the editors, by the machine. */
async function readingLines(
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
    readingsAbout(look.db, [[record, [id]]]),
    bearersIn(db, kind.fields[field]?.refers, told),
  ])
  const editors = readings.get(keyOf(ref)) ?? null
  const answers = answersOf(told.filter((one) => (one.field ?? '') === field))
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
      answers.length > ANSWERS_SHOWN
        ? `${counted(answers.length - ANSWERS_SHOWN, 'further answer')} among the claims.`
        : '',
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
    (await readingsAbout(today, [[ref.record, [ref.record_id]]])).has(keyOf(ref))
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

function toneWith(plate: PlateMaker) {
  return ({ asserter_party_id, asserter_party, asserter_code }: Told): string =>
    asserter_party_id === null
      ? ''
      : plate({ party_id: asserter_party_id, party: asserter_party ?? '', code: asserter_code ?? '' }).tone
}

async function claimsPage(
  look: Look,
  subject: Subject,
  field: string,
  path: string,
  plate: PlateMaker,
  query: Record<string, unknown>,
  count: number,
) {
  const { db } = look
  const ref = { record: subject.record, record_id: subject.id, field }
  const at = numberIn(query, 'page')
  const ids = await claimIdsOnField(db, ref, { limit: AT_ONCE + 1, offset: (at - 1) * AT_ONCE })
  const found = new Map((await claimsWithIds(db, ids.slice(0, AT_ONCE))).map((claim) => [claim.id, claim]))
  const claims = ids.flatMap((id) => found.get(id) ?? [])
  const hidden = await laterOn(look, new Map([[ref.record, [ref.record_id]]]))
  const later = field === '' ? sum([...hidden.values()]) : (hidden.get(keyOf(ref)) ?? 0)
  return {
    claimsWords: counted(count, 'claim'),
    claims: claimLines(claims, await warningsOn(db, claims), plate, field),
    hasClaims: claims.length > 0,
    later: later === 0 ? '' : `${counted(later, 'later claim')} hidden`,
    claimPages: pageLinks(path, [], at, ids.length > AT_ONCE),
  }
}

/** What was entered and changed. Entries tell of the record as it is today, so none are shown as of an earlier day. */
async function historyPage(
  { db, known }: Look,
  subject: Subject,
  field: string,
  path: string,
  query: Record<string, unknown>,
) {
  const at = numberIn(query, 'history')
  const ref = { record: subject.record, record_id: subject.id, field }
  const slice = { limit: AT_ONCE + 1, offset: (at - 1) * AT_ONCE }
  const revisions = known === null ? await historyOf(db, ref, slice) : []
  return {
    history: historyLines(revisions.slice(0, AT_ONCE), field),
    hasHistory: revisions.length > 0,
    historyWords:
      known === null
        ? 'Every entry and change, the newest first.'
        : 'Entries tell of the record as it is today, and are left out as of an earlier day.',
    historyPages: pageLinks(path, [], at, revisions.length > AT_ONCE, 'history'),
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
