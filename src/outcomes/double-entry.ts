import { groupBy } from '../kernel/group.ts'
import { sayDate, sayDay } from '../kernel/say-date.ts'
import type { Plate, PlateMaker } from '../rounds/plates.ts'
import type { Claim, Claims } from '../sources/claim-reads.ts'
import { claimWords, type Evidence, evidenceAbout } from '../sources/evidence.ts'
import { amountIn } from './amount.ts'
import type { Account } from './gather.ts'
import { balanceCell, sayAmount, sayDegree } from './ledger-words.ts'
import { partiesIn } from './list.ts'

/** Who says what of one entry, through which outlet. */
export interface Said {
  words: string
  who: string
  chain: string
  href: string
}

/** The ledger as a table: a row for the promise and each delivery, a column for each voice. */
export interface DoubleEntry {
  sides: Array<{ plate: Plate; name: string }>
  rows: Row[]
}

interface Row {
  date: string
  /** The promise, or each account of the delivery. */
  lines: Array<{ title: string; amount: string; note: string; degree: string; evidence: Evidence }>
  cells: Array<{ voice: string; said: Said[]; isSilent: boolean }>
  /** What ties the delivery to this promise. */
  ties: Said[]
  tieless: string
  balance: string
}

export function doubleEntryOf(account: Account, claims: Claims, plate: PlateMaker): DoubleEntry {
  const parties = partiesIn(account)
  const sides = account.ledger.voices.flatMap(({ party_id }) => {
    if (party_id === null) return []
    const { party = '', code = '' } = parties.get(party_id) ?? {}
    return [{ party_id, name: party, plate: plate({ party_id, party, code }) }]
  })
  return {
    sides: sides.map(({ plate, name }) => ({ plate, name })),
    rows: [promiseRow(account, claims, sides), ...deliveryRows(account, claims, sides)],
  }
}

interface Side {
  party_id: number
  name: string
}

function promiseRow({ commitment, ledger }: Account, claims: Claims, sides: Side[]): Row {
  const { id, title, unit, round_date } = commitment
  return {
    date: sayDate(round_date),
    lines: [
      {
        title: 'Promised',
        amount: ledger.promised ? sayAmount(ledger.promised, unit) : title,
        note: '',
        degree: '',
        evidence: evidenceAbout(claims, 'commitment', id),
      },
    ],
    cells: cellsOf(claims.about('commitment', id), sides),
    ties: [],
    tieless: '–',
    balance: ledger.promised ? sayAmount(ledger.promised) : '–',
  }
}

function deliveryRows({ ledger }: Account, claims: Claims, sides: Side[]): Row[] {
  return ledger.entries.map(({ reports, balance, isRival }) => {
    const about = reports.flatMap(({ id }) => claims.about('follow_up', id))
    const ties = saidIn(tiesIn(about))
    return {
      date: sayDay(reports[0]?.date ?? null),
      lines: reports.map((report) => {
        const amount = amountIn(report)
        return {
          title: report.title,
          amount: amount ? `−${sayAmount(amount)}` : 'no figure given',
          note: [report.note, isRival && 'One of two figures for this day; the smaller counts.']
            .filter(Boolean)
            .join(' '),
          degree: sayDegree(report.implementation),
          evidence: evidenceAbout(claims, 'follow_up', report.id),
        }
      }),
      cells: withReporters(cellsOf(about, sides), reports, sides),
      ties,
      tieless: ties.length === 0 ? 'not stated' : '',
      balance: balanceCell(balance) || '–',
    }
  })
}

/** Claims on the link itself; else what a party that gives the figure says of the delivery besides. */
function tiesIn(claims: Claim[]): Claim[] {
  const linked = claims.filter(({ field }) => field === 'commitment_id')
  const gives = new Set(
    claims.filter(({ field }) => field === 'quantity').map((claim) => claim.asserter_party_id),
  )
  const besides = claims.filter(
    ({ field, asserter_party_id: party }) => field === null && party !== null && gives.has(party),
  )
  return linked.length > 0 ? linked : besides
}

function cellsOf(claims: Claim[], sides: Side[]): Row['cells'] {
  const cell = (voice: string, own: Claim[]) => {
    const onFields = own.filter(({ field }) => field !== null)
    const said = saidIn(onFields.length > 0 ? onFields : own)
    return { voice, said, isSilent: said.length === 0 }
  }
  const isBy =
    ({ party_id }: Side) =>
    (claim: Claim) =>
      claim.asserter_party_id === party_id
  return [
    ...sides.map((side) => cell(side.name, claims.filter(isBy(side)))),
    cell(
      'Others',
      claims.filter((claim) => !sides.some((side) => isBy(side)(claim))),
    ),
  ]
}

/** A report that the record ascribes to a party is its account, even where no claim says through whom. */
function withReporters(cells: Row['cells'], reports: Reports, sides: Side[]): Row['cells'] {
  return cells.map((cell, at) => {
    const side = sides[at]
    const own = reports.find(({ reporter_id }) => side && reporter_id === side.party_id)
    if (!own || !cell.isSilent) return cell
    const said = [{ words: own.title, who: '', chain: '', href: '' }]
    return { ...cell, said, isSilent: false }
  })
}
type Reports = Account['ledger']['entries'][number]['reports']

/** One voice through one chain is said once, with all it says of the entry. */
function saidIn(claims: Claim[]): Said[] {
  const words = claims.map(claimWords)
  const byVoice = groupBy(words, ({ who, chainText }) => `${who} ${chainText}`)
  return [...byVoice.values()].map((some) => ({
    words: [...new Set(some.map(({ denies, value }) => (denies ? 'denies: ' : '') + (value ?? '')))].join(
      '; ',
    ),
    who: some[0]?.who ?? '',
    chain: some[0]?.chainText ?? '',
    href: some[0]?.source.href ?? '',
  }))
}
