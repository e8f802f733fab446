/* Two records that may be one, side by side. */
import { placesByKey, placesOf } from '../../catalogue/reads.ts'
import { recordNamed } from '../../catalogue/records.ts'
import { recordWords } from '../../catalogue/view.ts'
import type { Db, Tables } from '../../db/tables.ts'
import { valuesOf } from '../../evidence/value-reads.ts'
import { groupBy } from '../../kernel/group.ts'
import { counted } from '../../kernel/words.ts'
import type { Rule } from '../../likeness/rules.ts'
import { officesOf } from '../../parties/reads.ts'
import { pathOfKind } from '../../sources/paths.ts'
import { MOST, type Way } from './section.ts'
import { furtherNames, usesOf } from './use-reads.ts'

type Listed = Tables['lookalike']

export interface Comparison {
  /** Names the boxes of its form. */
  id: string
  title: string
  href: string
  /** "Person: the same words in another order" */
  why: string
  one: Way
  other: Way
  rows: Array<{ label: string; one: string; other: string }>
  merge: string
}

const whys: Record<Rule, string> = {
  name: 'the same name',
  order: 'the same words in another order',
  spelling: 'names a few letters apart',
  place: 'like names within 200 metres of each other',
  code: 'the same code',
  address: 'the same web address',
  publication: 'the same publisher, title and date',
  day: 'the same track and date',
  meeting: 'the same venue, date and parties',
}

function pairPath({ record, one, other }: Pick<Listed, 'record' | 'one' | 'other'>): string {
  return `/desk/duplicates/${record}/${one}/${other}`
}

/** These pairs with what tells their records apart; so many questions for a kind of record, however many pairs. */
export async function comparisons(db: Db, pairs: Listed[]): Promise<Comparison[]> {
  const told = new Map<string, Told>()
  for (const [record, some] of groupBy(pairs, ({ record }) => record))
    told.set(record, await toldOf(db, record, [...new Set(some.flatMap(({ one, other }) => [one, other]))]))
  return pairs.map((pair) => compare(pair, told.get(pair.record) as Told))
}

/** What is asked of all records of a kind at once. */
interface Told {
  labels: Map<number, string>
  uses: Map<number, number>
  names: Map<number, string[]>
  offices: Map<number, string[]>
  say(id: number, field: string): string
}

async function toldOf(db: Db, record: string, ids: number[]): Promise<Told> {
  const fields = Object.keys(recordNamed(record)?.fields ?? {})
  const refs = ids.flatMap((record_id) => fields.map((field) => ({ record, record_id, field })))
  const [places, value, uses, names, offices] = await Promise.all([
    placesOf(db, new Map([[record, ids]])),
    valuesOf(db, refs),
    usesOf(db, record, ids),
    furtherNames(db, record, ids),
    record === 'person' ? officesOf(db, ids) : [],
  ])
  const placed = placesByKey(places)
  const held = groupBy(offices, ({ person_id }) => person_id)
  return {
    labels: new Map(ids.map((id) => [id, placed.get(`${record} ${id}`)?.label ?? recordWords(record)])),
    uses,
    names,
    offices: new Map([...held].map(([id, some]) => [id, some.map(({ title }) => title)])),
    say: (record_id, field) => value({ record, record_id, field }),
  }
}

function compare(pair: Listed, told: Told): Comparison {
  const { record, one, other, rule } = pair
  const label = (id: number) => `${told.labels.get(id)} (${id})`
  const way = (id: number): Way => ({ label: label(id), href: `/${pathOfKind(record)}/${id}` })
  const uses = (id: number) => told.uses.get(id) ?? 0
  // What is used less goes into what is used more, so that fewer records change; else the newer into the older.
  const [gone, kept] = uses(other) > uses(one) ? [one, other] : [other, one]
  return {
    id: `${record}-${one}-${other}`,
    title: `${label(one)} and ${label(other)}`,
    href: pairPath(pair),
    why: `${recordWords(record)}: ${whys[rule]}`,
    one: way(one),
    other: way(other),
    rows: [...differing(pair, told), { label: 'Used', one: sayUses(uses(one)), other: sayUses(uses(other)) }],
    merge: `/${pathOfKind(record)}/${gone}/merge?into=${kept}`,
  }
}

/** What tells the two apart; where they agree, nothing. */
function differing({ record, one, other }: Listed, { say, names, offices }: Told) {
  const fields = Object.entries(recordNamed(record)?.fields ?? {}).map(([field, { label }]) => ({
    label,
    one: say(one, field),
    other: say(other, field),
  }))
  const list = (label: string, of: Map<number, string[]>) => ({
    label,
    one: (of.get(one) ?? []).join('; '),
    other: (of.get(other) ?? []).join('; '),
  })
  const all = [...fields, list('Further names', names), list('Offices', offices)]
  return all.filter((row) => row.one !== row.other)
}

function sayUses(count: number): string {
  if (count === 0) return 'nowhere'
  return count > MOST ? `more than ${counted(MOST, 'time')}` : counted(count, 'time')
}
