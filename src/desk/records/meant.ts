/* Which records the fields of a form mean that point to one. */
import { recordWords } from '../../catalogue/view.ts'
import type { Db } from '../../db/tables.ts'
import type { Stored } from '../../fields/kind.ts'
import type { RecordKind } from '../../fields/record.ts'
import { fold } from '../../kernel/fold.ts'
import { groupBy } from '../../kernel/group.ts'
import { withArticle } from '../../kernel/words.ts'
import { officesOf } from '../../parties/reads.ts'
import { isCalled } from '../called-reads.ts'
import { lookUp, type NamedField, type Names, numbered } from '../names.ts'
import type { Entry, Part } from '../part.ts'
import { type Add, oneMeaning } from '../rules.ts'
import { Labels } from './labels.ts'
import { isNumbered, refersTo } from './outline.ts'

/** The record that each input means, by its name. */
export type Meant = Map<string, number>

interface Pointing extends NamedField {
  of: RecordKind
  entry: Entry
  input: string
}

/**
 * Settles every name and number, and adds to the faults what means nothing on record. What stood before may go on
 * standing, withdrawn or not. Each entry then has the names that the record knows, for whoever cites it.
 */
export async function meantIn(db: Db, part: Part, entry: Entry, add: Add): Promise<Meant> {
  const fields = pointingIn(part, entry)
  const labels = new Labels()
  await labels.learn(db, fields.flatMap(numbersIn))
  const names = await lookUp(
    db,
    fields.filter(({ typed }) => typed !== ''),
  )
  const meant: Meant = new Map()
  for (const field of fields) if (field.of.name !== 'office') settle(field, names, labels, meant, add)
  await settleOffices(db, fields, labels, meant, add)
  await nameAll(db, fields, labels, meant)
  return meant
}

function pointingIn(part: Part, entry: Entry): Pointing[] {
  const own = Object.entries(part.fields).flatMap(([input, kind]): Pointing[] => {
    const of = refersTo(kind)
    const value = entry.values[input] as Stored
    if (!of || value === null) return []
    const stood = entry.stood[input] ?? null
    return [{ of, record: of.name, entry, input, path: entry.at + input, kind, typed: String(value), stood }]
  })
  const lists = Object.entries(part.lists).filter(([name]) => name !== 'source')
  const inner = lists.flatMap(([name, list]) =>
    (entry.lists[name] ?? []).flatMap((row) => pointingIn(list as Part, row)),
  )
  return [...own, ...inner]
}

/** Every number that a field may mean. */
function numbersIn({ of, typed, stood }: Pointing): Array<{ of: RecordKind; id: number }> {
  const ids = [numberAlone(typed), numbered(typed).number, stood].filter((id) => id !== null && id > 0)
  return ids.map((id) => ({ of, id: id as number }))
}

function numberAlone(typed: string): number | null {
  const [, digits] = /^#?(\d{1,15})$/.exec(typed) ?? []
  return digits === undefined ? null : Number(digits)
}

function settle(field: Pointing, names: Names, labels: Labels, meant: Meant, add: Add): void {
  const { of, path, typed, stood, record } = field
  if (stood !== null && labels.of(of, stood) === typed) return void meant.set(path, stood)
  const ids = isCalled(record) ? names.among(record, typed, stood) : []
  const id =
    ids.length === 0 ? standing(of, numberAlone(typed), labels) : ids.length === 1 ? ids[0] : undefined
  if (id !== undefined) return void meant.set(path, id)
  oneMeaning(field, names, add)
  add(path, `${field.kind.label} must be ${oneOnRecord(field)}`)
}

function standing(of: RecordKind, id: number | null, labels: Labels): number | undefined {
  const row = id === null ? undefined : labels.row(of, id)
  return row && row.withdrawn === null ? row.id : undefined
}

function oneOnRecord({ of }: { of: RecordKind }): string {
  const one = withArticle(recordWords(of.name).toLowerCase())
  return isNumbered(of) ? `the number of ${one} on record` : `${one} on record`
}

/** An office is one of its holder's, by its title. */
async function settleOffices(
  db: Db,
  fields: Pointing[],
  labels: Labels,
  meant: Meant,
  add: Add,
): Promise<void> {
  const asked = fields.filter(({ of }) => of.name === 'office')
  if (asked.length === 0) return
  const holders = asked.flatMap(({ entry }) => meant.get(`${entry.at}person`) ?? [])
  const offices = groupBy(await officesOf(db, holders), ({ person_id }) => person_id)
  for (const field of asked) {
    const { entry, path, typed, of, stood } = field
    if (stood !== null && labels.of(of, stood) === typed) meant.set(path, stood)
    else if (entry.values.person === null) add(`${entry.at}person`, 'Person must be given with an office')
    else settleOffice(field, offices.get(meant.get(`${entry.at}person`) ?? 0) ?? [], meant, add)
  }
}

function settleOffice(
  { path, typed, kind }: Pointing,
  offices: Array<{ id: number; title: string }>,
  meant: Meant,
  add: Add,
): void {
  const { name, number } = numbered(typed)
  const byNumber = offices.find(({ id }) => id === (numberAlone(typed) ?? number))
  const byTitle = offices.filter(({ title }) => [typed, name].map(fold).includes(fold(title)))
  const [one, other] = byNumber ? [byNumber] : byTitle
  if (one && !other) return void meant.set(path, one.id)
  const choice = (other ? byTitle : offices).slice(0, 8).map(({ id, title }) => `“${title} #${id}”`)
  const hint = choice.length > 0 ? `: write ${choice.join(' or ')}` : ', where it is added first'
  add(path, `${kind.label} must be an office of that person on record${hint}`)
}

/** A claim gives the record's name for what it points to, however it was typed. */
async function nameAll(db: Db, fields: Pointing[], labels: Labels, meant: Meant): Promise<void> {
  await labels.learn(
    db,
    fields.flatMap(({ of, path }) => (meant.has(path) ? [{ of, id: meant.get(path) as number }] : [])),
  )
  for (const { of, path, entry, input } of fields) {
    const id = meant.get(path)
    if (id !== undefined && typeof entry.values[input] === 'string') entry.values[input] = labels.of(of, id)
  }
}
