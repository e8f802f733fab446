/* Who said what: sources, claims with their chains, now and then one that says otherwise, and how editors read them. */
import type { Stored } from '../../fields/kind.ts'
import type { RecordKind } from '../../fields/record.ts'
import { isoDate } from '../../kernel/days.ts'
import type { Party } from './cast.ts'
import type { Chance } from './chance.ts'
import { labelOf, type Made, type Making, type Said } from './making.ts'
import type { Met } from './meeting.ts'
import { headlines, papers, quotes, reasons } from './phrases.ts'
import { places } from './places.ts'

interface Target {
  made: Made
  field: string | null
}

/** One source is read for eleven claims in the starter record. */
const NEW_SOURCE = 0.2

/** What was read of the rounds of one process. */
export class Accounts {
  readonly #making: Making
  readonly #chance: Chance
  readonly #settleSource: (source: Made) => void
  #recent: Made[] = []

  constructor(making: Making, chance: Chance, settleSource: (source: Made) => void) {
    this.#making = making
    this.#chance = chance
    this.#settleSource = settleSource
  }

  /** About so many claims on a round and all that belongs to it. The date of the round comes first, the rest as it falls. */
  on(met: Met, parts: Made[], claims: number): void {
    const left = parts.flatMap(targetsOf)
    const date: Target = { made: met.round, field: 'date' }
    const count = this.#chance.about(claims)
    const voices = Array.from({ length: Math.ceil(count / 5) }, () => this.#voice(met))
    const told: Target[] = []
    for (let at = 0; at < count; at++) {
      const again = told.length > 0 && this.#chance.happens(0.25)
      const target = at === 0 ? date : again ? this.#chance.pick(told) : (this.#chance.take(left) ?? date)
      const voice = again ? this.#voice(met) : (voices[at % voices.length] as Made)
      this.#claim(met, target, voice, again)
      if (!again) told.push(target)
      if (this.#chance.happens(0.033)) this.#read(met, target)
    }
  }

  /** A new source, or one of the last few of the process. */
  #voice(met: Met): Made {
    if (this.#recent.length > 0 && !this.#chance.happens(NEW_SOURCE)) return this.#chance.pick(this.#recent)
    const source = this.#source(met)
    this.#recent = [...this.#recent, source].slice(-4)
    return source
  }

  #source({ day }: Met): Made {
    const [making, chance] = [this.#making, this.#chance]
    const { city } = chance.favoured(places)
    const number = making.count('source') + 1
    const published = chance.happens(0.61) ? isoDate(day + chance.between(0, 6)) : null
    const source = making.add('source', {
      publisher: `${city} ${chance.pick(papers)}`,
      title: `${chance.pick(headlines)} in ${city}, ${day + chance.between(0, 9)}`,
      url: chance.happens(0.63) ? `https://news.example/${number}` : null,
      published,
      language: chance.happens(0.5)
        ? chance.among({ en: 150, de: 3, ru: 4, fr: 3, el: 2, tr: 2, ar: 2 })
        : null,
      kind: chance.among({
        ...{ 'news report': 143, article: 49, 'official text': 35, 'agency report': 25, other: 22 },
        ...{ encyclopedia: 16, book: 10, archive: 9, broadcast: 7, dataset: 6 },
      }),
      reliability: chance.happens(0.1) ? chance.pick(['A', 'B', 'C', 'D']) : null,
    })
    source.setting.day = source.row.published_earliest as number | null
    if (chance.happens(0.03)) this.#capture(source, published)
    this.#settleSource(source)
    return source
  }

  #capture(source: Made, captured: string | null): void {
    const text = `${source.row.title}. ${quotes.join(' ')}`
    this.#making.add('capture', { source_id: source.row.id, captured, text })
  }

  #claim(met: Met, { made, field }: Target, source: Made, again: boolean): void {
    const [making, chance] = [this.#making, this.#chance]
    const value = field === null ? nameOf(made) : toldOf(made, field)
    const isRival = again && field !== null && chance.happens(0.2)
    const denies = isRival && chance.happens(0.1)
    const rival = isRival && !denies ? otherThan(chance, made, field, value) : value
    const speaker = chance.happens(0.08) ? speakerOf(chance, met.parties) : {}
    const asserted = chance.happens(0.5) ? isoDate(met.day + chance.between(0, 4)) : null
    const exactness = field === 'duration_minutes' && !isRival ? made.row.duration_exactness : null
    const takenBack = chance.happens(0.001)
    const { row } = making.add(
      'claim',
      {
        ...{ record: made.kind.name, record_id: made.row.id, field, affirms: denies ? 0 : 1, value: rival },
        ...{ value_exactness: exactness ?? null, source_id: source.row.id, asserted, ...speaker },
        quote: chance.happens(0.05) ? chance.pick(quotes) : null,
        taken: takenBack ? 'corrected' : null,
        taken_on: takenBack ? isoDate(met.day + chance.between(20, 60)) : null,
      },
      { process_id: made.setting.process_id },
    )
    const said: Said = { claim: row, source: source.row, relays: [] }
    if (chance.happens(0.095)) said.relays.push(this.#relay(made, row.id))
    made.said.push(said)
  }

  #relay(made: Made, claim_id: number) {
    const { city } = this.#chance.favoured(places)
    const named = this.#chance.happens(0.8) ? 1 : 0
    const name = named ? `${city} ${this.#chance.pick(papers)}` : 'a source close to the talks'
    this.#making.add('relay', { claim_id, position: 1, name, named }, { process_id: made.setting.process_id })
    return { name, named }
  }

  #read({ day }: Met, { made, field }: Target): void {
    if (made.readings.some((one) => one.field === field)) return
    const rule = this.#chance.among({ preferred: 75, disputed: 22, inference: 14, agreed: 3 })
    const about = { record: made.kind.name, record_id: made.row.id, field, rule }
    const claim_id = rule === 'preferred' ? (made.said.at(-1)?.claim.id ?? null) : null
    const decided = { decided_by: 'Parley editors', decided: isoDate(day + 400) }
    const { row } = this.#making.add(
      'reading',
      { ...about, ...decided, claim_id, reason: this.#chance.pick(reasons) },
      { process_id: made.setting.process_id },
    )
    made.readings.push({ id: row.id, field, rule })
  }
}

interface Tellable {
  field: string
  refers: string | undefined
}

/** The fields of a kind that somebody outside may tell. */
const tellable = new Map<RecordKind, Tellable[]>()

function tellableOf(kind: RecordKind): Tellable[] {
  const known = tellable.get(kind)
  if (known) return known
  const told = Object.entries(kind.fields).flatMap(([field, { isOurs, refers }]) =>
    isOurs ? [] : [{ field, refers }],
  )
  tellable.set(kind, told)
  return told
}

/** The record as a whole, save rounds, and each of its fields that is filled in. */
function targetsOf(made: Made): Target[] {
  const { kind, row, to } = made
  const isRound = kind.name === 'round'
  const targets: Target[] = isRound ? [] : [{ made, field: null }]
  for (const { field, refers } of tellableOf(kind)) {
    const value = row[field]
    if (value === null || (isRound && field === 'date')) continue
    if (!refers || to.some((one) => one.kind.name === refers && one.row.id === value))
      targets.push({ made, field })
  }
  return targets
}

function nameOf({ row, to: [first] }: Made): string {
  return String(row.title ?? row.stance ?? row.verb ?? (first ? labelOf(first) : 'was there'))
}

function toldOf({ kind, row, to }: Made, field: string): string {
  const refers = kind.fields[field]?.refers
  const pointed = refers && to.find((one) => one.kind.name === refers && one.row.id === row[field])
  return pointed ? labelOf(pointed) : String(row[field])
}

/** What another account may say instead: a number or a day beside it, another word, somebody else. */
function otherThan(chance: Chance, { kind, row }: Made, field: string, value: string): string {
  const { control, options, refers } = kind.fields[field] ?? {}
  if (refers) return chance.pick(places).state
  if (options) return chance.pick(options)
  if (control === 'number') return String(Number(row[field]) + chance.between(1, 40))
  const earliest = row[`${field}_earliest`]
  if (control === 'date' && typeof earliest === 'number' && Math.abs(earliest) < 1_000_000)
    return isoDate(earliest + chance.between(-3, -1))
  return control === 'time' ? '23:55' : `Not so: ${value}`.slice(0, 1000)
}

function speakerOf(chance: Chance, parties: Party[]): Record<string, Stored> {
  const party = chance.pick(parties)
  const person = chance.happens(0.7) && party.people.length > 0 ? chance.pick(party.people) : null
  const asserter = person ? String(person.made.row.name) : `${party.made.row.name}`
  return { asserter, asserter_party_id: party.made.row.id, asserter_person_id: person?.made.row.id ?? null }
}
