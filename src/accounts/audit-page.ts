import { choice, text, whole } from '../fields/kinds.ts'
import { sayMoment } from '../kernel/say-date.ts'
import type { Pages } from '../web/paging.ts'
import { type Query, refuseStrangers, valuesOf } from '../web/query.ts'
import type { Row } from '../web/table.ts'
import { rowsBar } from '../web/view-bar.ts'
import type { AuditFilter, AuditLine } from './audit-reads.ts'
import { auditEvents } from './events.ts'
import { optionsOf } from './sheet.ts'

const PATH = '/accounts/audit'
export const LINES = 100

const filters = {
  who: text({ label: 'Who', max: 80 }),
  event: choice({ label: 'Event', of: auditEvents }),
  before: whole({ label: 'Before', min: 1, max: Number.MAX_SAFE_INTEGER }),
}
const names = Object.keys(filters)

export const auditColumns = {
  id: 'Number of the line',
  at: 'When, ISO 8601, UTC',
  who: 'Who did it: an account, the command line, or somebody without an account',
  event: 'What was done',
  detail: 'To what, or why it was refused',
} as const

/** @throws Refusal 400 */
export function auditFilter(query: Query, besides: string[] = []): AuditFilter {
  refuseStrangers(query, [...names, ...besides])
  const one = <N extends keyof typeof filters>(name: N) =>
    valuesOf(filters, names, name, query[name])[0] ?? null
  return { who: one('who'), event: one('event'), before: one('before') }
}

/** `lines` holds one more than is shown where older ones follow. */
export function auditPage(lines: AuditLine[], filter: AuditFilter) {
  const shown = lines.slice(0, LINES)
  const last = lines.length > LINES ? shown.at(-1) : undefined
  return {
    title: 'Audit trail',
    isPrivate: true,
    path: PATH,
    who: filter.who ?? '',
    events: optionsOf(auditEvents, filter.event ?? ''),
    isNarrowed: filter.who !== null || filter.event !== null,
    lines: shown.map((line) => ({ ...line, detail: line.detail ?? '', when: sayMoment(line.at) })),
    isEmpty: shown.length === 0,
    pages: pagesOf(filter, last?.id),
    view: rowsBar('', { path: PATH, query: address('', { ...filter, before: null }) }),
  }
}

/** By the number of the last line seen, so that lines written meanwhile push none onto the next page. */
function pagesOf(filter: AuditFilter, older: number | undefined): Pages {
  const link = (label: string, before: number | null) => ({
    label,
    href: address(PATH, { ...filter, before }),
    isCurrent: false,
  })
  const pages = [
    ...(filter.before === null ? [] : [link('Newest', null)]),
    ...(older === undefined ? [] : [link('Older', older)]),
  ]
  return { hasPages: pages.length > 0, pages }
}

function address(path: string, filter: AuditFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== null)
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return query.size === 0 ? path : `${path}?${query}`
}

export async function* auditRows(lines: AsyncIterable<AuditLine[]>): AsyncGenerator<Row[]> {
  for await (const some of lines) yield some.map((line) => ({ ...line }))
}
