import { recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { sayAuthor } from '../kernel/author.ts'
import { sayMoment } from '../kernel/say-date.ts'
import { capital } from '../kernel/words.ts'
import { subjectsOf } from '../sources/field-ref.ts'
import { historyPath, versionPath } from '../sources/paths.ts'
import { type Called, differences, type FieldLine, labelOf, sayStored } from './difference.ts'
import { crumbsOf } from './history-page.ts'
import { type Names, namesOf } from './name-reads.ts'
import { pointedTo } from './pointing.ts'
import type { Asked } from './record-reads.ts'
import { acts } from './step-lines.ts'
import { type Version, versionsOf } from './versions.ts'

/** The record as it stood after so many steps, what the last of them changed, and what differs from another version. */
export async function versionPage(db: Db, asked: Asked, number: number, against: number | null) {
  const { kind, id, name } = asked
  const { last, at } = await versionsOf(db, asked)
  const version = at(number)
  const before = number === 1 ? null : at(number - 1)
  const other = against === null ? null : at(against)
  const names = await namesOf(
    db,
    subjectsOf([version, before, other].flatMap((one) => (one ? pointedTo(kind.name, one.fields) : []))),
  )
  const record = `${recordWords(kind.name)} ${id}`
  const changes = before ? between(asked, before, version, calledAt(names, version)) : []
  return {
    title: `Version ${number} of ${name}`,
    crumbs: [...crumbsOf(asked), { label: 'History', href: historyPath(kind.name, id) }],
    lead:
      number === last
        ? `${record} as it stands.`
        : `${record} as it once stood. It has ${last} versions by now.`,
    made: madeBy(version),
    withdrawn: version.withdrawn ?? '',
    facts: factsOf(asked, version, calledAt(names, version)),
    changes,
    hasChanges: changes.length > 0,
    comparison: other && comparison(asked, version, other, names),
    ...waysFrom(asked, version, last),
  }
}

/** Records are called as they were when the version was made. */
function calledAt(names: Names, { step }: Version): Called {
  return (record, id) => names.called(record, id, step?.id)
}

function between({ kind }: Asked, from: Version, to: Version, called: Called): FieldLine[] {
  return differences(kind, Object.keys(kind.fields), from.fields, to.fields, called)
}

function madeBy({ step }: Version): { words: string; reason: string } {
  if (!step) return { words: 'It was there before its history begins', reason: '' }
  const { action, at, reason } = step
  return {
    words: `${capital(acts[action] ?? action)} by ${sayAuthor(step)} on ${sayMoment(at)}`,
    reason: reason ?? '',
  }
}

function factsOf({ kind }: Asked, { fields }: Version, called: Called) {
  return Object.keys(kind.fields).map((field) => ({
    label: labelOf(kind, field),
    words: sayStored(kind, fields, field, called),
  }))
}

/** From the earlier of two versions to the later. */
function comparison(asked: Asked, one: Version, other: Version, names: Names) {
  const [from, to] = one.number <= other.number ? [one, other] : [other, one]
  const fields = between(asked, from, to, calledAt(names, to))
  return {
    heading: `From version ${from.number} to version ${to.number}`,
    fields,
    isSame: fields.length === 0,
  }
}

function waysFrom({ kind, id }: Asked, { number }: Version, last: number) {
  const link = (to: number) => ({ label: `Version ${to}`, href: versionPath(kind.name, id, to) })
  const own = link(number).href
  return {
    previous: number > 1 ? link(number - 1) : null,
    next: number < last ? link(number + 1) : null,
    compare: number < last ? `${own}?against=${last}` : '',
    restore: number < last ? `${own}/restore` : '',
  }
}
