import { describe, expect, test } from 'vitest'
import { type Account, compare } from '../../src/sources/agreement.ts'

type Said = [value: string, exactness?: string]

const says = (field: string, [value, exactness]: Said): Account => ({
  field,
  affirms: 1,
  value,
  value_exactness: exactness ?? null,
})

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
  ['venue_id', ['Çırağan Palace'], ['Istanbul'], 'cannot tell'],
  ['role', ['head'], ['member'], 'contradict'],
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
  expect(compare(affirmed, { ...affirmed, affirms: 0 })).toBe('contradict')
  expect(compare(affirmed, { ...says('wording', ['The exchanges include civilians']), affirms: 0 })).toBe(
    'contradict',
  )
})

test('to deny forty minutes is not to deny an hour', () => {
  const hour = says('duration_minutes', ['60'])
  expect(compare(hour, { ...says('duration_minutes', ['40']), affirms: 0 })).toBe('cannot tell')
})

test('two denials do not contradict each other', () => {
  const denied = { ...says('duration_minutes', ['40']), affirms: 0 }
  expect(compare(denied, { ...says('duration_minutes', ['60']), affirms: 0 })).toBe('cannot tell')
})
