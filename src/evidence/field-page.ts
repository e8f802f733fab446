import { recordWords } from '../catalogue/view.ts'
import { sayDate } from '../kernel/say-date.ts'
import { counted } from '../kernel/words.ts'
import { type PlateMaker, plateOr, platesIn } from '../rounds/plates.ts'
import { claimsWithIds } from '../sources/claim-reads.ts'
import { sayHidden } from '../sources/evidence.ts'
import { fieldOf } from '../sources/field-ref.ts'
import { evidencePath, historyPath } from '../sources/paths.ts'
import { numbered, numberIn, turns } from '../web/paging.ts'
import { refuseStrangers } from '../web/query.ts'
import { reportedAfter } from './after-page.ts'
import { warningsOn } from './check-reads.ts'
import { claimLines } from './claim-lines.ts'
import { claimIdsOnField, laterOn, stepsOn } from './field-reads.ts'
import { historyLines, stepLines } from './history.ts'
import { historyOf } from './history-reads.ts'
import type { Look } from './look.ts'
import { type Subject, titleOf } from './subject-reads.ts'
import { type Told, toldOn } from './told-reads.ts'
import { tracingOf } from './tracing.ts'
import { verdictOf } from './verdict-page.ts'

const AT_ONCE = 50

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
  const reading = await verdictOf(look, subject, field, told, steps.at(-1))
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
  const { record, id, name, home, process } = subject
  const about = `record=${record}&id=${id}${field === '' ? '' : `&field=${field}`}`
  const whole = { label: `All evidence on ${name}`, href: evidencePath(record, id, null) }
  return {
    crumbs: [
      ...(process ? [process] : []),
      ...(home && home.href !== process?.href ? [home] : []),
      ...(field === '' ? [] : [whole]),
    ],
    kindWords: recordWords(record),
    home: home ?? whole,
    csv: `${path}.csv`,
    json: `${path}.json`,
    add: `/claims/new?${about}`,
    settle: `/readings/new?${about}`,
    wholeHistory: historyPath(record, id),
  }
}

function toneWith(plate: PlateMaker) {
  return ({ asserter_party_id, asserter_party, asserter_code }: Told): string =>
    plateOr(plate, asserter_party_id, asserter_code, asserter_party)?.tone ?? ''
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
  const later = field === '' ? sum([...hidden.values()]) : (hidden.get(fieldOf(ref)) ?? 0)
  return {
    claimsWords: counted(count, 'claim'),
    claims: claimLines(claims, await warningsOn(db, claims), plate, field),
    hasClaims: claims.length > 0,
    later: sayHidden(later),
    claimPages: turns(at, ids.length > AT_ONCE, numbered(path)),
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
    isShort: revisions.length <= 10,
    historyWords:
      known === null
        ? 'Every entry and change, the newest first.'
        : 'Entries tell of the record as it is today, and are left out as of an earlier day.',
    historyPages: turns(at, revisions.length > AT_ONCE, numbered(path, 'history')),
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
