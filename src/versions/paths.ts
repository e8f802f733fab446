import { pathOfKind } from '../sources/paths.ts'

/** All that was done to a record and its parts. */
export function historyPath(record: string, id: number): string {
  return `/${pathOfKind(record)}/${id}/history`
}

/** The record as it stood after so many steps. */
export function versionPath(record: string, id: number, version: number): string {
  return `/${pathOfKind(record)}/${id}/versions/${version}`
}
