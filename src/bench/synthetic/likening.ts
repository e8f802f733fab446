/* What made-up records look like and are called, by the rules of the record, without asking the database. */
import { type Called, calledKinds, callings } from '../../catalogue/called-writes.ts'
import { tailsOf } from '../../kernel/fold.ts'
import { groupBy } from '../../kernel/group.ts'
import { NEAREST } from '../../likeness/alike-writes.ts'
import { areAlike, type Rule, rules, type Trait } from '../../likeness/rules.ts'
import {
  traitsOfParty,
  traitsOfPerson,
  traitsOfRound,
  traitsOfSource,
  traitsOfVenue,
} from '../../likeness/traits.ts'
import type { Bulk, Filling } from './bulk.ts'
import type { Made } from './making.ts'

interface Further {
  name: string
  name_folded: string
}

/** Records of a kind are to come in the order of their numbers: each is compared with the nearest before it. */
export class Likening {
  readonly #likeness: Filling
  readonly #lookalikes: Filling
  readonly #called: Filling
  readonly #sharing = new Map<string, Array<{ id: number; told: string[] }>>()

  constructor(bulk: Bulk) {
    this.#likeness = bulk.into('likeness', 'record', 'record_id', 'rule', 'key', 'told')
    this.#lookalikes = bulk.into('lookalike', 'record', 'one', 'other', 'rule')
    this.#called = bulk.into('called', 'record', 'is_inner', 'tail', 'record_id')
  }

  /** `further` are its further names, `parties` who sat at the table of a round. */
  add(made: Made, { further = [], parties = [] }: { further?: Further[]; parties?: number[] } = {}): void {
    this.#call(made, further)
    this.#compare(made, traitsOf(made, further, parties))
  }

  #call({ kind, row }: Made, further: Further[]): void {
    const record = calledKinds.find((name) => name === kind.name)
    if (!record) return
    const names = [...ownNames(record, row), ...further.map(({ name }) => name)]
    const seen = new Set<string>()
    for (const name of names)
      for (const [at, tail] of tailsOf(name).entries()) {
        const is_inner = at === 0 ? 0 : 1
        if (seen.has(`${is_inner} ${tail}`)) continue
        seen.add(`${is_inner} ${tail}`)
        this.#called.add([record, is_inner, tail, row.id])
      }
  }

  #compare({ kind: { name: record }, row: { id } }: Made, traits: Trait[]): void {
    const pairs = new Map<number, Rule>()
    for (const some of groupBy(traits, ({ rule, key }) => `${record} ${rule} ${key}`)) {
      const [shared, own] = some
      const { rule, key } = own[0] as Trait
      const told = [...new Set(own.map((one) => one.told))]
      for (const one of told) this.#likeness.add([record, id, rule, key, one])
      const before = this.#sharing.get(shared) ?? []
      for (const other of before)
        if (other.told.some((theirs) => told.some((mine) => areAlike(rule, theirs, mine))))
          pairs.set(other.id, first(rule, pairs.get(other.id)))
      this.#sharing.set(shared, [...before, { id, told }].slice(-NEAREST))
    }
    for (const [one, rule] of pairs) this.#lookalikes.add([record, one, id, rule])
  }
}

/** A pair is told by the first rule that holds. */
function first(rule: Rule, other: Rule = rule): Rule {
  return rules.indexOf(rule) <= rules.indexOf(other) ? rule : other
}

function ownNames(record: Called, row: Made['row']): string[] {
  return callings[record].map((column) => String(row[column] ?? ''))
}

function traitsOf({ kind, row }: Made, further: Further[], parties: number[]): Trait[] {
  const of = <T>(value: unknown) => value as T
  const names = [...new Set([String(row.name_folded), ...further.map(({ name_folded }) => name_folded)])]
  if (kind.name === 'person') return traitsOfPerson({ names })
  if (kind.name === 'party') return traitsOfParty({ names, code: String(row.code) })
  if (kind.name === 'venue') return traitsOfVenue({ ...of<Parameters<typeof traitsOfVenue>[0]>(row), names })
  if (kind.name === 'source') return traitsOfSource(of<Parameters<typeof traitsOfSource>[0]>(row))
  if (kind.name === 'round')
    return traitsOfRound({ ...of<Parameters<typeof traitsOfRound>[0]>(row), parties })
  return []
}
