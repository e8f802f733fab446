import { beforeAll, expect, test } from 'vitest'
import { warningsOn } from '../../src/evidence/check-reads.ts'
import { type Checked, type KnownBesides, warningsOf } from '../../src/evidence/checks.ts'
import { dayNumber } from '../../src/kernel/days.ts'
import { roundFields } from '../../src/rounds/fields.ts'
import { claimsWithIds } from '../../src/sources/claim-reads.ts'
import { house, type OpenHouse } from '../house.ts'

const claim: Checked = {
  id: 1,
  record: 'round',
  record_id: 1,
  field: 'date',
  affirms: 1,
  value: null,
  value_exactness: null,
  weekday_printed: null,
  certainty: null,
  quote: null,
  locator: null,
  asserter: null,
  asserted_earliest: null,
  source_id: 1,
}
const nothing: KnownBesides = {
  kind: undefined,
  row: {},
  office: null,
  numbered: [],
  siblings: [],
  deadline: null,
  isQuoteLost: false,
}
const day = (year: number, month: number, day: number) => dayNumber({ year, month, day })

const times = { start_time: '20:37', start_exactness: 'exact', end_time: '21:16', end_exactness: 'about' }
const secretary = { title: 'Secretary', others: [{ title: 'Minister of Defence', held: '2023-09/2025-07' }] }
const meeting = { title: 'Antalya, 10 March 2022', date_earliest: day(2022, 3, 10) }

const table: Array<[what: string, claim: Partial<Checked>, known: Partial<KnownBesides>, says: string[]]> = [
  [
    'a weekday that the calendar does not have',
    { value: '2025-07-23', weekday_printed: 'Tuesday' },
    {},
    ['“Tuesday” is printed; 23 July 2025 was a Wednesday.'],
  ],
  ['the right weekday', { value: '2025-07-23', weekday_printed: 'Wednesday' }, {}, []],
  ['a weekday of a month', { value: '2025-07', weekday_printed: 'Tuesday' }, {}, []],
  [
    'an office of another time',
    { record: 'delegate', field: 'office_id', value: 'minister of defence' },
    { office: secretary },
    [
      'The record has the office of that day as “Secretary”; “Minister of Defence” is another of theirs, held September 2023 – July 2025.',
    ],
  ],
  [
    'the office of that day',
    { record: 'delegate', field: 'office_id', value: 'Secretary' },
    { office: secretary },
    [],
  ],
  [
    '"former" of an office that is held',
    { record: 'office', field: 'title', value: 'Former President' },
    { row: { title: 'President' } },
    ['The record has the office as held: “President”.'],
  ],
  [
    '"former" of a former one',
    { record: 'office', field: 'title', value: 'Former President' },
    { row: { title: 'Former President' } },
    [],
  ],
  [
    'a length that start and end do not leave',
    { field: 'duration_minutes', value: '60', value_exactness: 'about' },
    { kind: roundFields.duration_minutes, row: times },
    ['20:37 to about 21:16 is 39 minutes.'],
  ],
  [
    'a length that they do',
    { field: 'duration_minutes', value: '40', value_exactness: 'about' },
    { kind: roundFields.duration_minutes, row: times },
    [],
  ],
  [
    'a length over midnight',
    { field: 'duration_minutes', value: '120' },
    { kind: roundFields.duration_minutes, row: { start_time: '23:00', end_time: '01:00' } },
    [],
  ],
  [
    'a number that another round has',
    { field: 'ordinal', value: '3' },
    { row: { date_earliest: day(2022, 3, 29) }, numbered: [{ ordinal: 3, ...meeting }] },
    ['Antalya, 10 March 2022 is number 3 of this track already.'],
  ],
  [
    'a number against the order of days',
    { field: 'ordinal', value: '2' },
    { row: { date_earliest: day(2022, 3, 29) }, numbered: [{ ordinal: 3, ...meeting }] },
    ['Antalya, 10 March 2022 is number 3 of this track, which does not fit the order of their days.'],
  ],
  [
    'a number in its order',
    { field: 'ordinal', value: '4' },
    { row: { date_earliest: day(2022, 3, 29) }, numbered: [{ ordinal: 3, ...meeting }] },
    [],
  ],
  [
    'a headline stronger than its text',
    { certainty: 'Agree', locator: 'headline' },
    {
      siblings: [
        { certainty: 'preliminary agreement', locator: 'paragraph 4' },
        { certainty: 'is being planned', locator: 'paragraph 4' },
      ],
    },
    [
      'The headline says “Agree”; the text of the same source says “preliminary agreement”, then “is being planned”.',
    ],
  ],
  [
    'a headline weaker than its text',
    { certainty: 'proposes', locator: 'title' },
    { siblings: [{ certainty: 'agreed', locator: 'text' }] },
    [],
  ],
  [
    'a quote that is not in the text',
    { quote: 'so they said' },
    { isQuoteLost: true },
    ['The quote was not found in the text of the source as it was kept.'],
  ],
  [
    'a deadline set when it had passed',
    {
      record: 'proposal',
      field: 'deadline',
      value: '2025-08-31',
      asserter: 'Nora',
      asserted_earliest: day(2025, 9, 2),
    },
    {},
    ['The deadline had passed 2 days before this was said.'],
  ],
  [
    'a deadline that a source looks back on',
    { record: 'proposal', field: 'deadline', value: '2025-08-31', asserted_earliest: day(2025, 9, 2) },
    {},
    [],
  ],
  [
    'an event after the deadline',
    { record: 'proposal_event', field: null },
    { row: { date_earliest: day(2025, 9, 1) }, deadline: { text: '2025-08-31', latest: day(2025, 8, 31) } },
    ['The deadline, 31 August 2025, had passed by then.'],
  ],
]

test.each(table)('%s', (_what, said, known, says) => {
  expect(warningsOf({ ...claim, ...said }, { ...nothing, ...known })).toEqual(says)
})

let parley: OpenHouse
beforeAll(async () => {
  parley = await house()
})

test('the record itself is what a claim is checked against, the kept text of its source too', async () => {
  const { db } = parley
  const ids = await db.selectFrom('claim').select('id').execute()
  const claims = await claimsWithIds(
    db,
    ids.map(({ id }) => id),
  )
  const odd = claims.map((one) =>
    one.id === 3
      ? { ...one, value: '45' }
      : one.id === 1
        ? { ...one, weekday_printed: 'Friday' as const }
        : one,
  )
  const warnings = await warningsOn(db, odd)
  expect(warnings).toContainEqual({ claim_id: 3, says: '10:20 to about 12:20 is 2 hours.' })
  expect(warnings).toContainEqual({ claim_id: 1, says: '“Friday” is printed; 14 March 2024 was a Thursday.' })
  const lost = warnings
    .filter(({ says }) => says.startsWith('The quote was not found'))
    .map(({ claim_id }) => claim_id)
  expect(lost).toEqual([10])
})
