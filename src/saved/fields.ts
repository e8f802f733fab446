import type { Generated } from 'kysely'
import { text } from '../fields/kinds.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** A list with its filters, as somebody wants to come back to it. It belongs to them, not to the record. */
    saved_view: {
      id: Generated<number>
      account_id: number
      name: string
      /** With its query, within this site. */
      path: string
      /** ISO 8601. */
      created: string
    }
  }
}

export const viewFields = { name: text({ label: 'Name', max: 120 }) }
