import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OPEN } from '../../src/kernel/edtf.ts'
import { sessionFields } from '../../src/rounds/fields.ts'
import { type Step, stepsOf, type Vote } from '../../src/sources/status.ts'

const length = sessionFields.duration_minutes

const said = (value: string, origin: string, from = 0, to = OPEN): Vote => ({
  affirms: 1,
  value,
  value_exactness: null,
  source_id: origin.length,
  origin,
  isOwnVoice: false,
  from,
  to,
})

const always = (rule: string) => ({ rule, since: -OPEN })

function statusOn(day: number, steps: Step[]): string | undefined {
  return steps.find(({ since, until }) => since <= day && day < until)?.status
}

describe('the status of a field', () => {
  test('is unsourced, then rests on one, is agreed, is disputed, and is agreed again when one takes it back', () => {
    const steps = stepsOf(
      [said('39', 'tass', 10), said('39', 'anadolu', 20), said('60', 'pravda', 30, 40)],
      null,
      length,
    )
    expect(steps.map(({ since, status }) => [since, status])).toEqual([
      [-OPEN, 'unsourced'],
      [10, 'single'],
      [20, 'agreed'],
      [30, 'disputed'],
      [40, 'agreed'],
    ])
  })

  test('counts seven outlets that quote one origin once', () => {
    const votes = Array.from({ length: 7 }, (_, at) => ({ ...said('39', 'tass'), source_id: at }))
    expect(stepsOf(votes, null, length).at(-1)).toMatchObject({
      status: 'single',
      origins: 1,
      sources: 7,
      claims: 7,
    })
  })

  test('counts an outlet that names a speaker and tells the rest itself once, as that speaker', () => {
    const own = { ...said('39', 'newsonair'), source_id: 1, isOwnVoice: true }
    const speaker = { ...said('39', 'person 2'), source_id: 1 }
    expect(stepsOf([own, speaker], null, length).at(-1)).toMatchObject({ status: 'single', origins: 1 })
    expect(stepsOf([{ ...own, source_id: 2 }, speaker], null, length).at(-1)?.status).toBe('agreed')
  })

  test('is an inference where an editor worked it out, and disputed where accounts clash all the same', () => {
    expect(stepsOf([], always('inference'), length).at(-1)?.status).toBe('inference')
    expect(stepsOf([said('39', 'a'), said('60', 'b')], always('inference'), length).at(-1)?.status).toBe(
      'disputed',
    )
  })

  test('is disputed where an editor finds that wordings collide, from the last account that the editor read', () => {
    const votes = [said('One-on-one', 'tass', 10), said('Fidan was there too', 'pravda', 20)]
    const steps = stepsOf(votes, { rule: 'disputed', since: 20 }, undefined)
    expect([statusOn(15, steps), statusOn(25, steps)]).toEqual(['single', 'disputed'])
  })
})

const vote = fc.record({
  affirms: fc.constantFrom(0, 1),
  value: fc.constantFrom('39', '40', '60', 'an hour', null),
  value_exactness: fc.constantFrom(null, 'about', 'less than'),
  source_id: fc.integer({ min: 1, max: 5 }),
  origin: fc.constantFrom('tass', 'anadolu', 'person 2'),
  isOwnVoice: fc.boolean(),
  from: fc.integer({ min: 0, max: 9 }),
  to: fc.constantFrom(OPEN, 5, -OPEN),
})
const votes = fc.array(vote, { maxLength: 12 })
const rule = fc.constantFrom(null, always('preferred'), always('disputed'), always('inference'))

describe('whatever the claims are,', () => {
  test('their order does not matter', () => {
    fc.assert(
      fc.property(votes, rule, fc.infiniteStream(fc.nat()), (votes, rule, keys) => {
        const shuffled = votes
          .map((vote) => ({ vote, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ vote }) => vote)
        expect(stepsOf(shuffled, rule, length)).toEqual(stepsOf(votes, rule, length))
      }),
    )
  })

  test('what was known on a day is what the claims known by that day come to', () => {
    fc.assert(
      fc.property(votes, rule, fc.integer({ min: -1, max: 11 }), (votes, rule, day) => {
        const by = votes.filter(({ from, to }) => from <= day && day < to)
        const now = stepsOf(
          by.map((vote) => ({ ...vote, from: -OPEN, to: OPEN })),
          rule,
          length,
        ).at(-1)
        expect(statusOn(day, stepsOf(votes, rule, length))).toBe(now?.status)
      }),
    )
  })

  test('the steps cover every day once', () => {
    fc.assert(
      fc.property(votes, rule, (votes, rule) => {
        const steps = stepsOf(votes, rule, length)
        expect(steps[0]?.since).toBe(-OPEN)
        expect(steps.at(-1)?.until).toBe(OPEN)
        steps.slice(1).forEach((step, at) => {
          expect(step.since).toBe(steps[at]?.until)
        })
      }),
    )
  })
})
