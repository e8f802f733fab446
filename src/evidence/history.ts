import { recordNamed } from '../catalogue/records.ts'
import { fieldWords, recordWords } from '../catalogue/view.ts'
import type { Stored } from '../fields/kind.ts'
import { sayAuthor } from '../kernel/author.ts'
import { isoDate } from '../kernel/days.ts'
import { OPEN } from '../kernel/edtf.ts'
import { sayDate, sayMoment } from '../kernel/say-date.ts'
import { clip, counted } from '../kernel/words.ts'
import { marks, sayValue } from '../sources/evidence.ts'
import type { Step } from '../sources/status.ts'
import type { Revision } from './history-reads.ts'
import { sayField } from './value.ts'

type Values = Record<string, Stored>

/** What comes and goes by itself; other records take their parts with them. */
const LOOSE = ['claim', 'relay', 'reading']

/** Whether a step of the history can be undone: any of a claim, a link of its chain or a reading; of a record, a change. */
export function canRevert({ action, record }: Pick<Revision, 'action' | 'record'>): boolean {
  return action === 'changed' || LOOSE.includes(record)
}

/** The history in words: who, when, what. `label` names a record that a value points to. */
export function historyLines(revisions: Revision[], field: string) {
  return revisions.map((revision) => ({
    id: revision.id,
    when: sayMoment(revision.at),
    who: sayAuthor(revision),
    what: whatOf(revision, field),
    reason: revision.reason ?? '',
    revert: canRevert(revision) ? `/revisions/${revision.id}/revert` : '',
  }))
}

const acts = { created: 'entered', changed: 'changed', withdrawn: 'withdrawn', restored: 'restored' }

function whatOf({ action, record, record_id, before, after }: Revision, field: string): string {
  const was = JSON.parse(before ?? '{}') as Values
  const is = JSON.parse(after ?? '{}') as Values
  const subject = LOOSE.includes(record) ? `${nouns[record]} ${record_id}` : recordWords(record)
  const act = `${subject} ${acts[action]}`
  if (action === 'withdrawn' || action === 'restored') return act
  if (!LOOSE.includes(record)) return valueStep(record, field, was, is, act)
  return action === 'created' ? `${act}: ${gistOf(record, is)}` : `${act}: ${changesOf(record, was, is)}`
}

const nouns: Record<string, string> = {
  claim: 'Claim',
  relay: 'Link of a chain',
  reading: 'Editors’ reading',
}

function valueStep(record: string, field: string, was: Values, is: Values, act: string): string {
  if (field === '') return Object.keys(was).length > 0 ? `${act}: ${changesOf(record, was, is)}` : act
  const label = fieldWords(record, field)
  const [before, after] = [sayStored(record, was, field), sayStored(record, is, field)]
  if (before === '') return after === '' ? `${act}, without ${label}` : `${label} entered: ${after}`
  return `${label}: ${before} → ${after || 'not recorded'}`
}

function sayStored(record: string, values: Values, field: string): string {
  const kind = recordNamed(record)
  return kind ? sayField(kind, values, field, (of, id) => `${recordWords(of)} ${id}`) : ''
}

/** The heart of a claim, a link or a reading. */
function gistOf(record: string, values: Values): string {
  if (record === 'relay') return String(values.name)
  if (record === 'reading') return `${values.rule}. ${values.reason}`
  const { value, value_exactness, field, weekday_printed, affirms } = values
  const said = sayValue({ value, value_exactness, field, weekday_printed } as Parameters<typeof sayValue>[0])
  return (affirms === 0 ? 'denies: ' : '') + (said ?? 'without a value')
}

function changesOf(record: string, was: Values, is: Values): string {
  const say = (value: Stored | undefined) =>
    value === null || value === undefined ? 'none' : clip(String(value), 120)
  return Object.keys(is)
    .map((name) => `${fieldWords(record, name)}: ${say(was[name])} → ${say(is[name])}`)
    .join('; ')
}

/** More days than these are told only where the status itself changed. */
const ALL_STEPS = 40

/** How the status went as claims became known, the day of each step; at first nobody had spoken. */
export function stepLines(steps: Step[]) {
  const told = steps.length <= ALL_STEPS ? steps : steps.filter(isTurn)
  const left = steps.length - told.length
  return {
    lines: told.map(({ since, status, claims, origins }) => ({
      day: since === -OPEN ? 'At first' : `From ${sayDate(isoDate(since))}`,
      mark: marks[status],
      counts: sayCounts(claims, origins),
    })),
    left: left === 0 ? '' : `Left out: ${counted(left, 'day')} on which only the number of claims changed.`,
  }
}

/** Whether the status became another, or it is the latest. */
function isTurn({ status }: Step, at: number, steps: Step[]): boolean {
  return status !== steps[at - 1]?.status || at === steps.length - 1
}

/** "5 claims from 4 origins"; "no claim" */
export function sayCounts(claims: number, origins: number): string {
  return claims === 0 ? 'no claim' : `${counted(claims, 'claim')} from ${counted(origins, 'origin')}`
}
