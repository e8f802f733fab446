import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { counted, sayNumber } from '../kernel/words.ts'
import { theParty } from '../parties/reads.ts'
import { theProcess } from '../processes/reads.ts'
import { type PlateMaker, platesIn } from '../rounds/plates.ts'
import { claimsOn } from '../sources/claim-reads.ts'
import { tallyOf } from '../sources/tally.ts'
import { turns } from '../web/paging.ts'
import { viewBar } from '../web/view-bar.ts'
import { commitmentsPage } from './commitment-reads.ts'
import { doubleEntryOf } from './double-entry.ts'
import { type CommitmentFilter, commitmentQuery } from './filter.ts'
import { filterForm } from './filter-form.ts'
import { type Account, ledgersOf } from './gather.ts'
import { stateMark } from './ledger-words.ts'
import { commitmentLine } from './list.ts'
import { states } from './state.ts'

const PAGE_SIZE = 50
/** States are judged, not stored: a page judges so many, the newest, and says where there are more. */
const JUDGED = 1000

/** All commitments with their ledgers; the one most in motion stands open. */
export async function commitmentsList(db: Db, filter: CommitmentFilter, day: number) {
  await stand(db, filter)
  const found = await commitmentsPage(db, filter, { limit: JUDGED + 1 })
  const judged = await ledgersOf(db, found.slice(0, JUDGED), day)
  const asked = judged.filter(({ ledger }) => filter.state === null || ledger.state === filter.state)
  const isCut = found.length > JUDGED
  const rows = await rowsOf(db, filter, asked, isCut, day)
  const open = filter.page === 1 ? mostInMotion(asked) : null
  const processIds = [...rows, ...(open ? [open] : [])].map(({ commitment }) => commitment.process_id)
  const plates = await platesIn(db, [...new Set(processIds)])
  const form = await filterForm(db, filter)
  const countWords = isCut
    ? `more than ${sayNumber(JUDGED)} commitments`
    : counted(asked.length, 'commitment')
  const lines = rows.map((row) => commitmentLine(row, plates(row.commitment.process_id)))
  return {
    title: 'Commitments',
    form,
    states: statesOf(judged, filter),
    open: open && (await opened(db, open, plates(open.commitment.process_id))),
    lines,
    isEmpty: lines.length === 0,
    countWords,
    view: viewBar(
      sentenceOf(form),
      countWords,
      lines.length === 0 ? null : { path: '/commitments', query: commitmentQuery({ ...filter, page: 1 }) },
    ),
    judgedWords: isCut
      ? `States are counted over the newest ${sayNumber(JUDGED)}; the downloads hold all.`
      : '',
    bar: tallyOf(statusesIn(rows)),
    pages: pagesOf(filter, isCut && filter.state === null ? lines.length : asked.length, isCut),
  }
}

/** "Commitments; State: overdue" */
function sentenceOf({ selects }: Awaited<ReturnType<typeof filterForm>>): string {
  const chosen = selects.flatMap(({ label, options }) =>
    options.flatMap((option) => (option.isChosen ? [`${label}: ${option.label}`] : [])),
  )
  return ['Commitments', ...chosen].join('; ')
}

/** @throws Refusal 404 or 410 where the filter names what is not there */
export async function stand(db: Db, { process, party }: CommitmentFilter): Promise<void> {
  if (process !== null) await theProcess(db, process)
  if (party !== null) await theParty(db, party)
}

/** The page asked for; beyond what was judged it is read by itself. */
async function rowsOf(
  db: Db,
  filter: CommitmentFilter,
  asked: Account[],
  isCut: boolean,
  day: number,
): Promise<Account[]> {
  const offset = (filter.page - 1) * PAGE_SIZE
  if (!isCut || filter.state !== null || offset + PAGE_SIZE <= asked.length)
    return asked.slice(offset, offset + PAGE_SIZE)
  return ledgersOf(db, await commitmentsPage(db, filter, { limit: PAGE_SIZE, offset }), day)
}

/** Not done, and with the latest report; of several the newest. */
function mostInMotion(accounts: Account[]): Account | null {
  const latest = ({ ledger }: Account) =>
    Math.max(
      ...ledger.entries.flatMap(({ reports }) => reports.map(({ date_earliest }) => date_earliest ?? 0)),
    )
  const moving = accounts.filter(({ ledger }) => ledger.state !== 'done' && ledger.entries.length > 0)
  return moving.sort((one, other) => latest(other) - latest(one))[0] ?? null
}

async function opened(db: Db, account: Account, plate: PlateMaker) {
  const { commitment, ledger } = account
  const reports = ledger.entries.flatMap(({ reports }) => reports)
  const claims = await claimsOn(db, { commitment: [commitment.id], follow_up: idsOf(reports) })
  return { ...commitmentLine(account, plate), entries: doubleEntryOf(account, claims, plate) }
}

/** How many there are of each state, each a link to them alone. */
function statesOf(judged: Account[], filter: CommitmentFilter) {
  return states
    .map((state) => ({
      ...stateMark(state),
      count: judged.filter(({ ledger }) => ledger.state === state).length,
      href: `/commitments${commitmentQuery({ ...filter, state, page: 1 })}`,
      isChosen: filter.state === state,
    }))
    .filter(({ count, isChosen }) => count > 0 || isChosen)
}

function statusesIn(rows: Account[]) {
  return rows
    .flatMap(({ statuses, ledger }) => [
      ...statuses,
      ...ledger.entries.flatMap(({ reports }) => reports.flatMap(({ statuses }) => statuses)),
    ])
    .map(({ status }) => ({ status, count: 1 }))
}

function pagesOf(filter: CommitmentFilter, onList: number, isCut: boolean) {
  const isOpenEnded = isCut && filter.state === null
  const hasNext = isOpenEnded ? onList === PAGE_SIZE : filter.page * PAGE_SIZE < onList
  return turns(filter.page, hasNext, (page) => `/commitments${commitmentQuery({ ...filter, page })}`)
}
