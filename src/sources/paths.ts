/** The first step of each kind's addresses. */
const plurals: Record<string, string> = {
  party: 'parties',
  person: 'people',
  process: 'processes',
}

/** "third-parties" for third_party. */
export function pathOfKind(record: string): string {
  const word = record.replaceAll('_', '-')
  return plurals[record] ?? (/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`)
}

/** The page of all claims on one field; without a field, on the record as a whole and each field of it. */
export function evidencePath(record: string, id: number, field: string | null): string {
  return `/${pathOfKind(record)}/${id}/evidence${field ? `/${field}` : ''}`
}

/** All that was done to a record and its parts. */
export function historyPath(record: string, id: number): string {
  return `/${pathOfKind(record)}/${id}/history`
}

/** The record as it stood after so many steps. */
export function versionPath(record: string, id: number, version: number): string {
  return `/${pathOfKind(record)}/${id}/versions/${version}`
}
