import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  encountersOf,
  type Seat,
  type Somebody,
  type Table,
  type Third,
} from '../../src/encounters/meeting.ts'

const [VAR, TOR, LOP] = [1, 2, 3]
const seat = (round_id: number, party_id: number, person_id: number | null): Seat => ({
  round_id,
  party_id,
  party: `Party ${party_id}`,
  person_id,
  person: person_id === null ? null : `Person ${person_id}`,
})
const third = (round_id: number, party_id: number | null, person_id: number | null): Third => ({
  round_id,
  party_id,
  party: party_id === null ? null : `Party ${party_id}`,
  person_id,
  person: person_id === null ? null : `Person ${person_id}`,
})
const table = (round_id: number, seats: Seat[], thirds: Third[] = []): Table => ({ round_id, seats, thirds })

/** "across people 2: 7,8" */
const said = (who: Somebody, tables: Table[]) =>
  encountersOf(who, tables).map(
    ({ other, manner, rounds }) => `${manner} ${other.kind} ${other.id}: ${rounds}`,
  )

const person = (id: number): Somebody => ({ kind: 'people', id })
const party = (id: number): Somebody => ({ kind: 'parties', id })

describe('whom somebody met', () => {
  const talks = [
    table(8, [seat(8, VAR, 1), seat(8, VAR, 5), seat(8, TOR, 2)], [third(8, LOP, 3)]),
    table(7, [seat(7, VAR, 1), seat(7, TOR, 2), seat(7, TOR, null)], [third(7, LOP, null)]),
  ]

  test.each<[string, Somebody, string[]]>([
    [
      'across the table, not in the own delegation',
      person(1),
      ['across people 2: 8,7', 'third party people 3: 8', 'third party parties 3: 7'],
    ],
    [
      'a mediator, the delegations',
      person(3),
      ['delegation people 1: 8', 'delegation people 5: 8', 'delegation people 2: 8'],
    ],
    ['a party, parties', party(VAR), ['across parties 2: 8,7', 'third party parties 3: 8,7']],
    ['a party that hosts', party(LOP), ['delegation parties 1: 8,7', 'delegation parties 2: 8,7']],
    ['somebody who was not there', person(9), []],
  ])('%s', (_words, who, expected) => expect(said(who, talks)).toEqual(expected))

  test('a host whose own state has a delegation there is no third party to it', () => {
    const hosted = [table(1, [seat(1, VAR, 1), seat(1, TOR, 2)], [third(1, VAR, 4), third(1, null, 6)])]
    expect(said(person(1), hosted)).toEqual(['across people 2: 1', 'third party people 6: 1'])
    expect(said(party(VAR), hosted)).toEqual(['across parties 2: 1', 'third party people 6: 1'])
  })

  test('somebody who sat on two sides met neither side of them', () => {
    const both = [table(1, [seat(1, VAR, 1), seat(1, TOR, 1), seat(1, TOR, 2), seat(1, LOP, 3)])]
    expect(said(person(1), both)).toEqual(['across people 3: 1'])
  })

  test('a person who came for several parties is one line that names them', () => {
    const moved = [table(2, [seat(2, VAR, 1), seat(2, TOR, 2)]), table(1, [seat(1, VAR, 1), seat(1, LOP, 2)])]
    expect(encountersOf(person(1), moved)).toEqual([
      {
        other: { kind: 'people', id: 2, name: 'Person 2' },
        manner: 'across',
        rounds: [2, 1],
        parties: ['Party 2', 'Party 3'],
      },
    ])
  })

  test('is met by them as often, and at the same rounds', () => {
    const id = fc.integer({ min: 1, max: 6 })
    const tables = fc.array(
      fc.record({
        seats: fc.array(fc.tuple(id, id), { maxLength: 6 }),
        thirds: fc.array(fc.tuple(fc.option(id), id), { maxLength: 3 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(tables, (drawn) => {
        const all = drawn.map(({ seats, thirds }, round) =>
          table(
            round,
            seats.map(([party_id, person_id]) => seat(round, party_id, person_id)),
            thirds.map(([party_id, person_id]) => third(round, party_id, person_id)),
          ),
        )
        for (const kind of ['people', 'parties'] as const)
          for (let one = 1; one <= 6; one++)
            for (const { other, manner, rounds } of encountersOf({ kind, id: one }, all)) {
              expect(other.kind === kind && other.id === one).toBe(false)
              expect(new Set(rounds).size).toBe(rounds.length)
              if (manner !== 'across' || other.kind !== kind) continue
              const back = encountersOf(other, all).find(
                (met) => met.manner === 'across' && met.other.kind === kind && met.other.id === one,
              )
              expect(back?.rounds).toEqual(rounds)
            }
      }),
    )
  })
})
