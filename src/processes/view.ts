import { sayDate } from '../kernel/say-date.ts'
import { capital, sayNumber } from '../kernel/words.ts'
import type { Claims } from '../sources/claim-reads.ts'
import { evidenceOn } from '../sources/evidence.ts'
import { type Fact, fact } from '../sources/facts.ts'
import type { StatusCount } from '../sources/status-reads.ts'
import type { processesByTitle, theProcess } from './reads.ts'

type Process = Awaited<ReturnType<typeof theProcess>>
type ProcessRow = Awaited<ReturnType<typeof processesByTitle>>[number]

export function processLines(
  processes: ProcessRow[],
  rounds: Map<number, number>,
  counts: Map<number, StatusCount[]>,
) {
  return processes.map(({ id, slug, title, summary, conflict_name, date, status }) => ({
    href: `/processes/${slug}`,
    slug,
    title,
    summary: summary ?? '',
    conflict: conflict_name ?? '',
    dates: sayDate(date),
    status: capital(status),
    rounds: sayNumber(rounds.get(id) ?? 0),
    disputed: sayNumber(counts.get(id)?.find(({ status }) => status === 'disputed')?.count ?? 0),
  }))
}

export function processFacts(process: Process, claims: Claims): Fact[] {
  const on = (field: string) => ({
    evidence: evidenceOn(claims, 'process', process.id, field),
  })
  return [
    ...fact('Dates', sayDate(process.date), on('date')),
    ...fact('Status', capital(process.status), on('status')),
    ...fact('Conflict', process.conflict_name, on('conflict_name')),
    ...fact('UCDP conflict', process.ucdp_conflict_id, on('ucdp_conflict_id')),
    ...fact('PA-X process', process.pax_process_id, on('pax_process_id')),
  ]
}
