import { describe, expect, test } from 'vitest'
import { commitmentFields } from '../../src/outcomes/fields.ts'
import { proposalFields } from '../../src/proposals/fields.ts'
import { roundFields, sessionFields, thirdPartyFields } from '../../src/rounds/fields.ts'
import { type Bearers, compare, type Meaning, meaningOf } from '../../src/sources/agreement.ts'

type Said = [value: string, exactness?: string]

const fields = {
  ...commitmentFields,
  ...proposalFields,
  ...thirdPartyFields,
  ...sessionFields,
  ...roundFields,
}

const known: Record<string, Record<string, number>> = {
  person: { 'Rustem Umerov': 2, 'Rustem Umierov': 2, 'Vladimir Medinsky': 1 },
  party: { Ukraine: 2, Türkiye: 3 },
  venue: { 'Çırağan Palace': 5, 'Palace on the Bosphorus': 5, Istanbul: 9 },
}

/** Umerov and the palace have two names each. */
const bearers: Bearers = (record, name) => new Set(known[record]?.[name] ? [known[record][name]] : [])

const says = (field: string, [value, exactness]: Said, affirms = 1): Meaning =>
  meaningOf(
    fields[field as keyof typeof fields],
    { affirms, value, value_exactness: exactness ?? null },
    bearers,
  )

const table: Array<[field: string, one: Said, other: Said, verdict: string]> = [
  ['start_time', ['20:37'], ['8:37 p.m.'], 'agree'],
  ['start_time', ['20:37'], ['20:40', 'about'], 'agree'],
  ['start_time', ['20:37'], ['20:40'], 'contradict'],
  ['start_time', ['20:37'], ['21:00', 'before'], 'agree'],
  ['start_time', ['20:37'], ['20:00', 'before'], 'contradict'],
  ['start_time', ['12:05 a.m.'], ['0:05'], 'agree'],
  ['duration_minutes', ['39'], ['40', 'about'], 'agree'],
  ['duration_minutes', ['39'], ['60', 'about'], 'contradict'],
  ['duration_minutes', ['60', 'less than'], ['40', 'about'], 'agree'],
  ['duration_minutes', ['60', 'less than'], ['60'], 'contradict'],
  ['duration_minutes', ['60', 'more than'], ['75'], 'agree'],
  ['quantity', ['1200', 'at least'], ['1200'], 'agree'],
  ['quantity', ['1200', 'at least'], ['1000'], 'contradict'],
  ['ordinal', ['3'], ['4'], 'contradict'],
  ['date', ['2025-07'], ['2025-07-23'], 'agree'],
  ['date', ['2025-07-22'], ['2025-07-23'], 'contradict'],
  ['date', ['[1951-08-22,1951-08-23]'], ['1951-08-23'], 'agree'],
  ['venue_id', ['Çırağan Palace'], ['Ciragan Palace'], 'agree'],
  ['venue_id', ['Çırağan Palace'], ['Palace on the Bosphorus'], 'agree'],
  ['venue_id', ['Çırağan Palace'], ['Istanbul'], 'cannot tell'],
  ['role', ['chair'], ['facilitator'], 'contradict'],
  ['duration_minutes', ['39 minutes'], ['about an hour'], 'contradict'],
  ['duration_minutes', ['60'], ['an hour'], 'agree'],
  ['date', ['July 2025'], ['23.7.2025'], 'agree'],
  ['person_id', ['Rustem Umerov'], ['Rustem Umierov'], 'agree'],
  ['person_id', ['Rustem Umerov'], ['Vladimir Medinsky'], 'contradict'],
  ['person_id', ['Rustem Umerov'], ['R. Umerov'], 'cannot tell'],
  ['proposer_id', ['Ukraine'], ['Türkiye'], 'contradict'],
  ['participants', ['Umerov and Medinsky'], ['Medinsky, Umerov'], 'agree'],
  ['participants', ['Umerov and Medinsky'], ['Umerov, Fidan and Medinsky'], 'contradict'],
  ['result', ['No final agreement'], ['An exchange was agreed'], 'cannot tell'],
]

describe('two accounts that both affirm', () => {
  test.each(table)('%s: %j and %j %s', (field, one, other, verdict) => {
    expect(compare(says(field, one), says(field, other))).toBe(verdict)
    expect(compare(says(field, other), says(field, one))).toBe(verdict)
  })
})

test('what one affirms and another denies cannot both be true', () => {
  const affirmed = says('wording', ['Civilians are part of the exchanges'])
  for (const words of ['Civilians are part of the exchanges', 'The exchanges include civilians'])
    expect(compare(affirmed, says('wording', [words], 0))).toBe('contradict')
})

test('to deny forty minutes is not to deny an hour', () => {
  expect(compare(says('duration_minutes', ['60']), says('duration_minutes', ['40'], 0))).toBe('cannot tell')
})

test('two denials do not contradict each other', () => {
  const [one, other] = [says('duration_minutes', ['40'], 0), says('duration_minutes', ['60'], 0)]
  expect(compare(one, other)).toBe('cannot tell')
})
