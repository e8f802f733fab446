import { describe, expect, test } from 'vitest'
import { boundsOf, OPEN, parseEdtf } from '../../src/kernel/edtf.ts'
import { endOf, standingOf } from '../../src/proposals/clock.ts'
import { sayStanding } from '../../src/proposals/words.ts'

function dated(date: string) {
  const edtf = parseEdtf(date)
  if (!edtf) throw new Error(`${date} is no date`)
  const { earliest, latest } = boundsOf(edtf)
  return { date, date_earliest: earliest, date_latest: latest }
}
const day = (date: string) => dated(date).date_earliest

interface Told {
  /** "made 2025-07-23", in order of time. */
  events: string[]
  silences?: string[]
  deadline?: string
  ended?: string
  on: string
}

function stands({ events, silences = [], deadline, ended, on }: Told) {
  const standing = standingOf(
    {
      deadline_latest: deadline ? dated(deadline).date_latest : null,
      events: events.map((event) => {
        const [, verb = '', date = ''] = /^(.*) (\S+)$/.exec(event) ?? []
        return { verb, ...dated(date), party: 'Ukraine', person: null }
      }),
      silences: silences.map(dated),
      ended: ended ? day(ended) : null,
    },
    day(on),
  )
  return { ...standing, ...sayStanding(standing, deadline ?? null, day(on)) }
}

const asked = ['made 2025-05-16', 'deferred 2025-05-16', 'rejected 2025-06-02', 'amended 2025-07-23']

describe('where a proposal stands', () => {
  test.each<[string, Told, string, string]>([
    [
      'a deadline that passed without acceptance has lapsed',
      { events: asked, deadline: '2025-08-31', on: '2025-09-01' },
      'lapsed',
      'Lapsed: 31 August 2025 passed without acceptance; rejected by Ukraine, 2 June 2025; amended since, 23 July 2025.',
    ],
    [
      'its last day is not over yet',
      { events: ['made 2025-05-16'], deadline: '2025-08-31', on: '2025-08-31' },
      'open',
      'Due today, by 31 August 2025; no answer for 107 days, to 31 August 2025.',
    ],
    [
      'a deadline ahead counts down',
      { events: ['made 2025-05-16'], deadline: '2025-08', on: '2025-08-29' },
      'open',
      'Due in 2 days, by August 2025; no answer for 105 days, to 29 August 2025.',
    ],
    [
      'what was rejected and put again is still due',
      { events: asked, deadline: '2025-08-31', on: '2025-08-30' },
      'rejected',
      'Due in 1 day, by 31 August 2025; rejected by Ukraine, 2 June 2025; amended since, 23 July 2025.',
    ],
    [
      'what was accepted does not lapse',
      {
        events: ['made 2024-03-14', 'accepted with conditions 2024-04-03'],
        deadline: '2024-06-30',
        on: '2024-07-01',
      },
      'accepted with conditions',
      'Accepted with conditions by Ukraine, 3 April 2024.',
    ],
    [
      'what was withdrawn before its deadline does not lapse either',
      { events: ['made 2024-03-14', 'withdrawn 2024-04-03'], deadline: '2024-06-30', on: '2024-07-01' },
      'withdrawn',
      'Withdrawn by Ukraine, 3 April 2024.',
    ],
    [
      'an editor cannot make it lapse: only the calendar does',
      { events: ['made 2025-07-23', 'lapsed 2025-07-30'], on: '2025-08-02' },
      'unanswered',
      'No answer for 10 days, to 2 August 2025.',
    ],
    [
      'to defer and to restate is no answer',
      { events: ['made 2025-07-23', 'deferred 2025-07-23', 'restated 2025-08-01'], on: '2025-11-25' },
      'unanswered',
      'No answer for 125 days, to 25 November 2025.',
    ],
    [
      'the last report of silence stands beside the clock',
      { events: ['made 2025-07-23'], silences: ['2025-08-13', '2025-11-25'], on: '2026-01-01' },
      'unanswered',
      'No answer for 162 days, to 1 January 2026; last reported unanswered 25 November 2025, after 125 days.',
    ],
    [
      'a report of silence that is older than the answer is left to the list',
      { events: ['made 2025-07-23', 'rejected 2025-09-01'], silences: ['2025-08-13'], on: '2026-01-01' },
      'rejected',
      'Rejected by Ukraine, 1 September 2025.',
    ],
    [
      'the clock stops at the end of the process',
      { events: ['made 2025-07-23'], ended: '2025-09-01', on: '2026-01-01' },
      'unanswered',
      'No answer recorded.',
    ],
    [
      'and runs up to it',
      { events: ['made 2025-07-23'], ended: '2025-09-01', on: '2025-08-02' },
      'unanswered',
      'No answer for 10 days, to 2 August 2025.',
    ],
    [
      'what happened later is not known yet',
      { events: ['made 2025-07-23', 'accepted 2025-08-01'], on: '2025-07-24' },
      'unanswered',
      'No answer for 1 day, to 24 July 2025.',
    ],
    [
      'nothing had happened yet',
      { events: ['made 2025-07-23'], on: '2025-07-01' },
      'unanswered',
      'Nothing recorded by 1 July 2025.',
    ],
    [
      'the last decision counts',
      { events: ['made 2025-07-01', 'accepted 2025-07-02', 'rejected 2025-07-03'], on: '2025-08-01' },
      'rejected',
      'Rejected by Ukraine, 3 July 2025.',
    ],
    [
      'a vague first day gives a vague count',
      { events: ['made 2025-11'], on: '2025-11-25' },
      'unanswered',
      'No answer for about 24 days, to 25 November 2025.',
    ],
    [
      'a first day that may be earlier gives a lower bound',
      { events: ['made ../2025-11-23'], on: '2025-11-25' },
      'unanswered',
      'No answer for at least 2 days, to 25 November 2025.',
    ],
  ])('%s', (_name, told, state, sentence) => {
    const standing = stands(told)
    expect(standing.state).toBe(state)
    expect(standing.sentence).toBe(sentence)
  })
})

test('a process that goes on has no end, however its dates read', () => {
  expect(endOf('ongoing', day('2025-09-01'))).toBeNull()
  expect(endOf('suspended', OPEN)).toBeNull()
  expect(endOf('concluded', day('2025-09-01'))).toBe(day('2025-09-01'))
})
