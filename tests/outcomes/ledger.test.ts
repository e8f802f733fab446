import { expect, test } from 'vitest'
import { boundsOf, OPEN, parseEdtf } from '../../src/kernel/edtf.ts'
import { readDate } from '../../src/kernel/read-date.ts'
import type { Report, Sourced } from '../../src/outcomes/deliveries.ts'
import { ledgerOf, type Promised } from '../../src/outcomes/ledger.ts'
import { sayAmount, sayBalance } from '../../src/outcomes/ledger-words.ts'

const NORTH = 1
const SOUTH = 2
const HOST = 3
const MAY_DAY = 20_574 // 1 May 2026

function promise(typed: string, besides: Partial<Promised> = {}): Promised {
  return {
    debtor_id: NORTH,
    creditor_id: SOUTH,
    ...amount(typed),
    unit: 'prisoners',
    deadline_latest: null,
    statuses: [],
    ...besides,
  }
}

let ids = 0
/** "146 on 2026-03-01": what is reported, and when. */
function report(typed: string, reporter_id: number | null = null, besides: Partial<Report> = {}): Report {
  const [figure = '', date = ''] = typed.split(/(?:^| )on /)
  const edtf = parseEdtf(readDate(date) ?? date)
  const bounds = edtf && boundsOf(edtf)
  ids += 1
  return {
    id: ids,
    date_earliest: bounds?.earliest ?? null,
    date_latest: bounds?.latest ?? null,
    reporter_id,
    ...amount(figure),
    implementation: null,
    statuses: [],
    ...besides,
  }
}

function amount(typed: string): Pick<Report, 'quantity' | 'quantity_bound'> {
  const [, bound, digits] = /^(?:(.+) )?(\d+)$/.exec(typed) ?? []
  return { quantity: digits ? Number(digits) : null, quantity_bound: (bound ?? null) as never }
}

const heard = (origins: number): { statuses: Sourced[] } => ({
  statuses: [{ field: '', status: origins > 1 ? 'agreed' : 'single', origins }],
})

/** What was promised, what is reported, and what the ledger then says: reported in all, and what remains. */
const table: Array<[string, string[], string, string]> = [
  ['at least 1200', [], '', 'at least 1,200 not reported'],
  ['at least 1200', ['146 on 2026-03-01', '185 on 2026-03-09'], '331', 'at least 869 not reported'],
  ['1000', ['1000 on 2026-03-01'], '1,000', 'nothing remains'],
  ['1200', ['1332 on 2026-03-01'], '1,332', '132 beyond the promise'],
  ['at least 1200', ['1332 on 2026-03-01'], '1,332', '132 beyond the promise'],
  ['6000', ['about 7000 on 2026-03-01'], 'about 7,000', 'about 1,000 beyond the promise'],
  ['1000', ['at least 300 on 2026-03-01'], 'at least 300', 'at most 700 not reported'],
  ['1000', ['at most 300 on 2026-03-01'], 'at most 300', 'at least 700 not reported'],
  ['1000', ['at most 1000 on 2026-03-01'], 'at most 1,000', 'what remains cannot be told from these figures'],
  ['about 1000', ['400 on 2026-03-01'], '400', 'about 600 not reported'],
  ['about 1000', ['950 on 2026-03-01'], '950', 'nothing remains'],
  ['more than 1000', ['1000 on 2026-03-01'], '1,000', 'what remains cannot be told from these figures'],
  [
    'at least 1000',
    ['at least 300 on 2026-03-01'],
    'at least 300',
    'what remains cannot be told from these figures',
  ],
  ['1000', ['100 on 2026-03-01', 'about 50 on 2026-03-02'], 'about 150', 'about 850 not reported'],
  [
    '1000',
    ['at least 100 on 2026-03-01', 'at most 50 on 2026-03-02'],
    'at least 100',
    'at most 900 not reported',
  ],
  ['at most 5', [], '', ''],
  ['at most 5', ['3 on 2026-03-01'], '3', ''],
  ['at most 5', ['7 on 2026-03-01'], '7', '2 beyond the promise'],
  ['1000', ['an exchange on 2026-03-01'], '', '1,000 not reported'],
  ['', ['8 on 2026-03-01', '20 on 2026-03-09'], '28', ''],
]

test.each(table)('of %j promised, with %j reported', (promised, reports, reported, balance) => {
  const ledger = ledgerOf(
    promise(promised),
    reports.map((typed) => report(typed)),
    MAY_DAY,
  )
  expect(ledger.reported ? sayAmount(ledger.reported) : '').toBe(reported)
  expect(sayBalance(ledger.balance)).toBe(balance)
})

test('the balance runs in order of time, and what has no day stands last', () => {
  const { entries } = ledgerOf(
    promise('100'),
    [report('5'), report('20 on 2026-03-09'), report('10 on 2026-03-01'), report('1 on [..2026-03-05]')],
    MAY_DAY,
  )
  expect(entries.map(({ amount, balance }) => [amount?.quantity, sayBalance(balance)])).toEqual([
    [10, '90 not reported'],
    [1, '89 not reported'],
    [20, '69 not reported'],
    [5, '64 not reported'],
  ])
})

test('two reporters of one day with figures that fit are two accounts of one delivery, counted once', () => {
  const { entries, reported } = ledgerOf(
    promise('1000'),
    [report('about 150 on 2026-03-01', NORTH), report('146 on 2026-03-01', SOUTH), report('on 2026-03-01')],
    MAY_DAY,
  )
  expect(entries).toHaveLength(1)
  expect(reported).toEqual({ quantity: 146, bound: 'exact' })
  expect(entries[0]).toMatchObject({ isRival: false, isConfirmed: true })
})

test('two reporters of one day with figures that do not fit are rivals, and the smaller counts', () => {
  const { entries, reported, state } = ledgerOf(
    promise('1000'),
    [report('200 on 2026-03-01', NORTH), report('146 on 2026-03-01', SOUTH)],
    MAY_DAY,
  )
  expect(entries).toHaveLength(1)
  expect(reported?.quantity).toBe(146)
  expect(state).toBe('contested')
})

test('two reports by one voice, of different days, or of no day, are two deliveries', () => {
  const twice = (one: Report, other: Report) =>
    ledgerOf(promise('1000'), [one, other], MAY_DAY).reported?.quantity
  expect(twice(report('10 on 2026-03-01', NORTH), report('10 on 2026-03-01', NORTH))).toBe(20)
  expect(twice(report('10 on 2026-03-01', NORTH), report('10 on 2026-03-02', SOUTH))).toBe(20)
  expect(twice(report('10', NORTH), report('10', SOUTH))).toBe(20)
  // Of a month there may be two exchanges; only a figure that fits makes them one.
  expect(twice(report('10 on 2026-03', NORTH), report('30 on 2026-03', SOUTH))).toBe(40)
  expect(twice(report('10 on 2026-03', NORTH), report('10 on 2026-03', SOUTH))).toBe(10)
})

test('it is told who reports how much: each side, and all others', () => {
  const { voices } = ledgerOf(
    promise('1000'),
    [report('10 on 2026-03-01', NORTH), report('5 on 2026-03-02', NORTH), report('7 on 2026-03-03')],
    MAY_DAY,
  )
  expect(voices.map(({ party_id, reports, amount }) => [party_id, reports, amount?.quantity])).toEqual([
    [NORTH, 2, 15],
    [SOUTH, 0, undefined],
    [null, 1, 7],
  ])
})

test('figures are no sum where nobody recorded what they count', () => {
  const votes = [report('6431376 on 2026-03-01'), report('6377482 on 2026-03-01')]
  expect(ledgerOf(promise('', { unit: null }), votes, MAY_DAY).reported).toBeNull()
})

test('one side’s word, or one origin, does not confirm a delivery', () => {
  const isConfirmed = (...reports: Report[]) =>
    ledgerOf(promise('1000'), reports, MAY_DAY).entries[0]?.isConfirmed
  expect(isConfirmed(report('10 on 2026-03-01', null, heard(1)))).toBe(false)
  expect(isConfirmed(report('10 on 2026-03-01', null, heard(2)))).toBe(true)
  expect(isConfirmed(report('10 on 2026-03-01', HOST, heard(2)))).toBe(true)
  expect(isConfirmed(report('10 on 2026-03-01', NORTH, heard(2)))).toBe(false)
  expect(isConfirmed(report('10 on 2026-03-01', NORTH), report('10 on 2026-03-01', SOUTH))).toBe(true)
})

const due = { deadline_latest: MAY_DAY - 10 }
const disputed = (field: string): { statuses: Sourced[] } => ({
  statuses: [{ field, status: 'disputed', origins: 2 }],
})

test.each<[string, Promised, Report[], string, number | null]>([
  ['nothing is reported', promise('10'), [], 'no report', null],
  ['some is reported', promise('10'), [report('4 on 2026-03-01')], 'under way', null],
  ['all is reported', promise('10', due), [report('10 on 2026-03-01')], 'done', null],
  ['the deadline has passed', promise('10', due), [report('4 on 2026-03-01')], 'overdue', MAY_DAY - 9],
  ['the deadline has passed in silence', promise('', due), [], 'overdue', MAY_DAY - 9],
  ['today is the deadline', promise('10', { deadline_latest: MAY_DAY }), [], 'no report', null],
  ['the deadline is open', promise('10', { deadline_latest: OPEN }), [], 'no report', null],
  ['the promise is disputed', promise('10', disputed('')), [report('10 on 2026-03-01')], 'contested', null],
  [
    'a figure is disputed',
    promise('10'),
    [report('4 on 2026-03-01', null, disputed('quantity'))],
    'contested',
    null,
  ],
  [
    'only a day is disputed',
    promise('10'),
    [report('4 on 2026-03-01', null, disputed('date'))],
    'under way',
    null,
  ],
  [
    'it is fully implemented',
    promise('', due),
    [report('on 2026-03-01', null, { implementation: '3' })],
    'done',
    null,
  ],
  [
    'little is implemented',
    promise('', due),
    [report('on 2026-03-01', null, { implementation: '1' })],
    'overdue',
    MAY_DAY - 9,
  ],
  [
    'how far is disputed',
    promise(''),
    [report('on 2026-03-01', null, { implementation: 'disputed' })],
    'contested',
    null,
  ],
  ['it lapsed', promise(''), [report('on 2026-03-01', null, { implementation: 'lapsed' })], 'overdue', null],
  [
    'a report says neither how much nor how far',
    promise('', due),
    [report('on 2026-03-01')],
    'under way',
    null,
  ],
])('where %s', (_where, promised, reports, state, overdueSince) => {
  expect(ledgerOf(promised, reports, MAY_DAY)).toMatchObject({ state, overdueSince })
})
