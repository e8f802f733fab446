/* A believable record of any size: the same seed makes the same record. */
import type Database from 'better-sqlite3'
import { Accounts } from './accounts.ts'
import { Bulk, withoutIndexes } from './bulk.ts'
import { type Cast, castOf, type Named } from './cast.ts'
import { Chance } from './chance.ts'
import { Journal } from './journal.ts'
import { Likening } from './likening.ts'
import { type Made, Making } from './making.ts'
import { Settling } from './settling.ts'
import { makeTalks, type Talks } from './talks.ts'

export interface Size {
  rounds: number
  /** On a round and what belongs to it, on average. */
  claims: number
  seed: number
}

/** Rounds that are entered together. */
const ROUNDS_A_SAVE = 5

/** Fills the tables of an empty record, and all that is derived of them but the words for searching. */
export function fill(file: Database.Database, size: Size): void {
  withoutIndexes(file, () => {
    const bulk = new Bulk(file)
    new Synthetic(bulk, size).make()
    bulk.end()
  })
}

class Synthetic {
  readonly #size: Size
  readonly #chance: Chance
  readonly #making: Making
  readonly #settling: Settling
  readonly #likening: Likening
  readonly #journal: Journal

  constructor(bulk: Bulk, size: Size) {
    this.#size = size
    this.#chance = new Chance(size.seed)
    this.#journal = new Journal(bulk)
    this.#making = new Making(bulk, this.#journal)
    this.#settling = new Settling(bulk)
    this.#likening = new Likening(bulk)
  }

  make(): void {
    const cast = castOf(this.#making, this.#chance, this.#size.rounds)
    const people = cast.parties.flatMap((party) => party.people)
    const named = [...cast.parties, ...people, ...cast.venues]
    for (const one of named) this.#nameOf(one)
    this.#journal.save()
    const slugs = new Set<string>()
    for (let left = this.#size.rounds; left > 0; ) left -= this.#talks(cast, left, slugs)
    for (const { made } of named) this.#settling.settle(made)
    for (const one of named.sort(byNumber)) this.#likening.add(one.made, one)
    for (const office of people.flatMap(({ offices }) => offices)) this.#end(office)
  }

  #nameOf({ made: { kind, row }, further }: Named): void {
    this.#settling.bears(kind.name, row.id, String(row.name_folded))
    for (const { name_folded } of further) this.#settling.bears(kind.name, row.id, name_folded)
  }

  /** One process. @returns how many rounds it has */
  #talks(cast: Cast, rounds: number, slugs: Set<string>): number {
    const talks = makeTalks(this.#making, this.#chance, cast, { rounds, slugs })
    this.#tell(talks)
    this.#settle(talks)
    return talks.rounds.length
  }

  #tell({ rounds, threads }: Talks): void {
    const accounts = new Accounts(this.#making, this.#chance, (source) => this.#end(source))
    const events = new Map<unknown, Made[]>()
    for (const { proposal, events: some } of threads)
      for (const [step, event] of some.entries()) {
        const key = event.row.round_id
        events.set(key, [...(events.get(key) ?? []), event, ...(step === 0 ? [proposal] : [])])
      }
    for (const [at, met] of rounds.entries()) {
      accounts.on(met, [...met.parts, ...(events.get(met.round.row.id) ?? [])], this.#size.claims)
      if (at % ROUNDS_A_SAVE === ROUNDS_A_SAVE - 1) this.#journal.save()
    }
    this.#journal.save()
  }

  #settle({ process, tracks, rounds, threads }: Talks): void {
    for (const { round, parts, parties } of rounds) {
      for (const part of parts) this.#settling.settle(part)
      this.#likening.add(round, { parties: parties.map(({ made }) => made.row.id) })
    }
    for (const { events } of threads) for (const event of events) this.#settling.settle(event)
    for (const { proposal } of threads) this.#settling.settle(proposal)
    for (const track of tracks) this.#end(track)
    this.#settling.settle(process)
  }

  #end(made: Made): void {
    this.#settling.settle(made)
    this.#likening.add(made)
  }
}

function byNumber(one: Named, other: Named): number {
  return one.made.row.id - other.made.row.id
}
